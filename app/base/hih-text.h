/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence in all its languages, as it stands in a lesson or app file. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_SOURCE_LANGUAGE "en"

typedef struct _HihText HihText;

#define HIH_TYPE_TEXT (hih_text_get_type ())
GType hih_text_get_type (void);

HihText *hih_text_new (const char *source);
HihText *hih_text_ref (HihText *self);
void hih_text_unref (HihText *self);
/* Only while a file is read: afterwards a text never changes. */
void hih_text_set (HihText *self, const char *language, const char *string);
const char *hih_text_get (HihText *self, const char *language);
char **hih_text_dup_languages (HihText *self); /* the source language first */
gboolean hih_text_has (HihText *self, const char *language);
gboolean hih_text_contains (HihText *self, const char *folded); /* in any language; @folded by g_utf8_casefold() */
guint hih_text_hash_content (HihText *self, guint seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihText, hih_text_unref)

G_END_DECLS
