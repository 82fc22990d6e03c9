/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows one under the other. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  return hih_phone_pane_new (HIH_PANE_STACK, NULL, 0);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_view_sync (context, widget, node->children);
}

const HihElementView hih_element_view_list = {
  .name = "list",
  .create = create,
  .update = update,
};
