/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What switch and check share: a line of words and a control whose state is the brain's and never its own. */
#pragma once

#include "hih-element-view.h"

G_BEGIN_DECLS

/* @control: a GtkSwitch or GtkCheckButton, at the end of the line or at its start. */
GtkWidget *hih_element_flag_new (HihElementContext *context, GtkWidget *control, gboolean at_end);
void hih_element_flag_update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node);

G_END_DECLS
