/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said, from above to below. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *pane = hih_phone_pane_new (HIH_PANE_STACK, NULL, 12);

  gtk_widget_set_vexpand (pane, TRUE);
  return pane;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_view_sync (context, widget, node->children);
}

const HihElementView hih_element_view_messages = {
  .name = "messages",
  .create = create,
  .update = update,
};
