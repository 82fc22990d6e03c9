/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's stylesheet, which no theme, dark mode or contrast of the desktop changes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_PHONE_STYLE_SIZE_KEY "system.text-size" /* of the phone's state: how large its words are */
#define HIH_PHONE_STYLE_SIZES 5
#define HIH_PHONE_STYLE_MIDDLE 3 /* the size of words in which the sheet is written */

void hih_phone_style_load (GdkDisplay *display); /* once for each display; later calls do nothing */
char *hih_phone_style_dup_sizes (const char *sheet);
void hih_phone_style_set_text_size (GtkWidget *phone, const char *size);
double hih_phone_style_get_factor (GtkWidget *widget); /* of a phone's words to the middle size */
gboolean hih_phone_style_keeps_size (GtkWidget *widget); /* also with larger words round it */

/* The classes for the letters of @language, such as "zh_CN". */
void hih_phone_style_set_language (GtkWidget *phone, const char *language);

G_END_DECLS
