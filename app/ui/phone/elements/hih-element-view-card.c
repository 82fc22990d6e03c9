/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A white box round what belongs together. */
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

const HihElementView hih_element_view_card = {
  .name = "card",
  .create = create,
  .update = update,
};
