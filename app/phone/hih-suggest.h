/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was probably meant. Words for the author of a file or of a command line, never for a trainee. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (nullable): the one of @choices (element-type utf8) that @word is a mistyping of. */
const char *hih_suggest_find_nearest (const char *word, GPtrArray *choices);
/* Returns (transfer full): "Did you mean “row”?", or "Write one of: row button text", or "Take it out" if @choices is
 * empty. @choices: (element-type utf8), borrowed. */
char *hih_suggest (const char *word, GPtrArray *choices);
/* The same for choices that stand in one string, separated by spaces. */
char *hih_suggest_from_words (const char *word, const char *choices);
/* Whether @word is one of the words of @words (NULL: of none). */
gboolean hih_words_contain (const char *words, const char *word);
/* Whether @id is [a-z][a-z0-9-]*, at most 64 bytes: fit for a target, a key, a file name. */
gboolean hih_name_is_valid (const char *id);

G_END_DECLS
