/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands together in a Chinese line: words, and what is quoted. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In bytes of the text. */
typedef struct
{
  guint begin;
  guint last; /* where its last letter begins, before the punctuation that closes it */
  guint end;
  guint n_letters;
} HihUnit;

GArray *hih_units_find (const char *text, gboolean joined);

G_END_DECLS
