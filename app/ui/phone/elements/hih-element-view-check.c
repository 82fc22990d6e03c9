/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box to tick, with the words beside it. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-flag.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  return hih_element_flag_new (context, gtk_check_button_new (), FALSE);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_flag_update (context, widget, node);
}

const HihElementView hih_element_view_check = {
  .name = "check",
  .create = create,
  .update = update,
};
