/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers: UUIDv7 (RFC 9562), so that ids made later sort later. */
#pragma once

#include "hih-clock.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 bytes[16];
} HihId;

#define HIH_ID_STRING_LENGTH 36

void hih_id_generate (HihId *id, HihClock *clock);
gboolean hih_id_is_nil (const HihId *id);
gboolean hih_id_equal (const HihId *a, const HihId *b);
guint hih_id_hash (const HihId *id);
void hih_id_to_string (const HihId *id, char out[HIH_ID_STRING_LENGTH + 1]);
gboolean hih_id_parse (HihId *id, const char *string);

G_END_DECLS
