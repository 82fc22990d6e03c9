/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the body of an event: one flat JSON object. Reading is SQLite's. Private to records. */
#pragma once

#include "hih-id.h"

G_BEGIN_DECLS

typedef GString HihBody;

HihBody *hih_body_new (void);
void hih_body_add_text (HihBody *body, const char *key, const char *value); /* NULL is left out */
void hih_body_add_number (HihBody *body, const char *key, gint64 value);
void hih_body_add_flag (HihBody *body, const char *key, gboolean value);
void hih_body_add_id (HihBody *body, const char *key, const HihId *value);
void hih_body_add_texts (HihBody *body, const char *key, const char *const *values);
char *hih_body_end (HihBody *body); /* frees the body */

G_END_DECLS
