/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letters in, Chinese words out, by libpinyin. It learns nothing: each has an empty folder of its own for what the
 * library would remember, which goes with it, so that every trainee meets the same keyboard.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_TYPE_PINYIN (hih_pinyin_get_type ())
G_DECLARE_FINAL_TYPE (HihPinyin, hih_pinyin, HIH, PINYIN, GObject)

HihPinyin *hih_pinyin_new (gboolean fuzzy); /* @fuzzy: southern sounds too, such as s for sh and l for n */
gboolean hih_pinyin_is_ready (HihPinyin *self);

void hih_pinyin_set_keys (HihPinyin *self, const char *keys); /* all letters that wait */
const char *hih_pinyin_get_keys (HihPinyin *self);
GPtrArray *hih_pinyin_list (HihPinyin *self, guint n_most);   /* (element-type utf8) what they may mean */
char *hih_pinyin_commit (HihPinyin *self, guint index);       /* that word; its letters are used up; NULL for none */

G_END_DECLS
