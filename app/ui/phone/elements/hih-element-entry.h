/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What input and field share: a line to write in whose text is the brain's. */
#pragma once

#include "hih-element-view.h"

G_BEGIN_DECLS

GtkWidget *hih_element_entry_new (HihElementContext *context);
void hih_element_entry_set_text (GtkWidget *entry, const char *text);
void hih_element_entry_set_placeholder (GtkWidget *entry, const char *text);
/* As if @text had been typed: a key of the phone's own keyboard. */
void hih_element_entry_type (GtkWidget *entry, const char *text);

G_END_DECLS
