/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside the people of a class: hands counted, and who helps. */
#pragma once

#include "hih-class-keeper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_CLASS_SIDE (hih_class_side_get_type ())
G_DECLARE_FINAL_TYPE (HihClassSide, hih_class_side, HIH, CLASS_SIDE, GtkWidget)

/* Follows @keeper by itself. */
GtkWidget *hih_class_side_new (HihClassKeeper *keeper);

G_END_DECLS
