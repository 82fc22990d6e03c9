/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese punctuation marks that stand side by side. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Takes away the empty half of such marks. Any thread. */
void hih_marks_insert (PangoAttrList *attributes, const char *text);
/* The same for the text that @layout has, in place of its attributes. */
void hih_marks_keep (PangoLayout *layout);

G_END_DECLS
