/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A setting that is on or off; the whole line turns it, and on and off are written out. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-flag.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  return hih_element_flag_new (context, gtk_switch_new (), TRUE);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_flag_update (context, widget, node);
}

const HihElementView hih_element_view_switch = {
  .name = "switch",
  .create = create,
  .update = update,
};
