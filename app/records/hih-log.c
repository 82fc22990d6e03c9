/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The id of an event is a UUIDv8 (RFC 9562):
 *
 *     48 bits ms | version 8 | 12 bits of hash | variant | 62 bits of hash
 *
 * The hash is SHA-256 of the id before (the device's uuid for seq 1), seq, trainee, at, verb and body. So each
 * event seals all before it: a flipped bit, an edited row or a copy that went its own way shows when the log is
 * walked. Numbers are hashed as 8 bytes, most significant first; texts with their length in front.
 *
 * The last event is looked up inside the transaction and never remembered: the command line may write the same
 * file while a window is open.
 */
#include "config.h"

#include "hih-log.h"

#include <string.h>

#include "hih-body.h"
#include "hih-projection.h"

static void
hash_number (GChecksum *checksum, gint64 number)
{
  guint64 big_endian = GUINT64_TO_BE ((guint64) number);

  g_checksum_update (checksum, (const guchar *) &big_endian, sizeof big_endian);
}

static void
hash_text (GChecksum *checksum, const char *text)
{
  gsize length = strlen (text);

  hash_number (checksum, length);
  g_checksum_update (checksum, (const guchar *) text, length);
}

void
hih_log_make_id (HihId *id, const HihId *previous, gint64 seq, const HihId *trainee, gint64 at_ms, const char *verb,
                 const char *body)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, previous->bytes, sizeof previous->bytes);
  hash_number (checksum, seq);
  hash_number (checksum, trainee != NULL ? 1 : 0);
  if (trainee != NULL)
    g_checksum_update (checksum, trainee->bytes, sizeof trainee->bytes);
  hash_number (checksum, at_ms);
  hash_text (checksum, verb);
  hash_text (checksum, body);
  g_checksum_get_digest (checksum, digest, &length);

  for (guint i = 0; i < 6; i++)
    id->bytes[i] = (guint8) ((guint64) at_ms >> (40 - 8 * i));
  memcpy (id->bytes + 6, digest, 10);
  id->bytes[6] = (guint8) (0x80 | (id->bytes[6] & 0x0f));
  id->bytes[8] = (guint8) (0x80 | (id->bytes[8] & 0x3f));
}

typedef struct
{
  gint64 device;
  gint64 seq;
} Place;

/* The event alone. @place: where it stands now. */
static gboolean
append (HihStore *store, HihVerb verb, const HihId *trainee, gint64 at_ms, char *body, Place *place, GError **error)
{
  G_GNUC_UNUSED g_autofree char *owned = body;
  const char *text = hih_verb_to_string (verb);
  sqlite3_stmt *stmt = hih_store_query (store, "log-last", error);
  HihId previous, id;
  gint64 device, seq;
  int more;

  if (stmt == NULL)
    return FALSE;
  more = hih_store_next (store, stmt, error);
  if (more < 0)
    return FALSE;
  if (more == 0)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT, "records: append %s: no device is me", text);
      return FALSE;
    }
  device = sqlite3_column_int64 (stmt, 0);
  seq = sqlite3_column_int64 (stmt, 2) + 1;
  hih_column_id (stmt, seq > 1 ? 3 : 1, &previous);
  sqlite3_reset (stmt);

  hih_log_make_id (&id, &previous, seq, trainee, at_ms, text, body);
  stmt = hih_store_query (store, "log-append", error);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, device);
  sqlite3_bind_int64 (stmt, 2, seq);
  hih_bind_id (stmt, 3, &id);
  sqlite3_bind_int64 (stmt, 4, at_ms);
  hih_bind_id (stmt, 5, trainee);
  hih_bind_text (stmt, 6, text);
  hih_bind_text (stmt, 7, body);
  *place = (Place){ device, seq };
  return hih_store_run (store, stmt, error);
}

gboolean
hih_log_append (HihStore *store, HihVerb verb, const HihId *trainee, gint64 at_ms, char *body, GError **error)
{
  Place place;

  return append (store, verb, trainee, at_ms, body, &place, error) &&
         hih_projection_apply (store, place.device, place.seq, verb, error);
}

gboolean
hih_log_void (HihStore *store, const HihId *device, GArray *seqs, const HihId *trainee, const char *table, gint64 at_ms,
              GError **error)
{
  for (guint i = 0; i < seqs->len; i++)
    {
      HihBody *body = hih_body_new ();
      Place place;

      hih_body_add_id (body, "device", device);
      hih_body_add_number (body, "seq", g_array_index (seqs, gint64, i));
      if (!append (store, HIH_VERB_VOIDED, trainee, at_ms, hih_body_end (body), &place, error) ||
          !hih_projection_note_void (store, place.device, place.seq, error))
        return FALSE;
    }
  return seqs->len == 0 || hih_projection_refold (store, trainee, table, error);
}

gboolean
hih_log_get_device (HihStore *store, HihId *uuid, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "log-last", error);
  int more;

  if (stmt == NULL || (more = hih_store_next (store, stmt, error)) < 0)
    return FALSE;
  memset (uuid, 0, sizeof *uuid);
  if (more > 0)
    {
      hih_column_id (stmt, 1, uuid);
      sqlite3_reset (stmt);
    }
  return TRUE;
}

gboolean
hih_log_renew_device (HihStore *store, gint64 now_ms, GError **error)
{
  g_autoptr (HihClock) then = hih_virtual_clock_new (now_ms);
  sqlite3_stmt *stmt;
  HihId uuid;

  hih_id_generate (&uuid, then);
  if (!hih_store_exec (store, "UPDATE device SET me = 0 WHERE me = 1", error))
    return FALSE;
  stmt = hih_store_query (store, "device-new", error);
  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &uuid);
  return hih_store_run (store, stmt, error);
}

gboolean
hih_log_check_machine (HihStore *store, gint64 now_ms, const char *machine, GError **error)
{
  g_autofree char *hash = NULL;
  g_autofree char *known = NULL;
  g_autofree char *salted = NULL;
  char uuid_text[HIH_ID_STRING_LENGTH + 1];
  sqlite3_stmt *stmt;
  HihId uuid;

  if (!hih_log_get_device (store, &uuid, error))
    return FALSE;
  if (hih_id_is_nil (&uuid) && (!hih_log_renew_device (store, now_ms, error) || !hih_log_get_device (store, &uuid, error)))
    return FALSE;
  if (machine == NULL)
    return TRUE;

  /* Salted with the uuid: the file tells nobody which computers belong together. */
  hih_id_to_string (&uuid, uuid_text);
  salted = g_strconcat (uuid_text, machine, NULL);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
  stmt = hih_store_query (store, "device-machine", error);
  if (stmt == NULL || hih_store_next (store, stmt, error) < 0)
    return FALSE;
  known = hih_column_dup (stmt, 0);
  sqlite3_reset (stmt);
  if (strcmp (known, hash) == 0)
    return TRUE;
  if (*known != '\0')
    {
      if (!hih_log_renew_device (store, now_ms, error) || !hih_log_get_device (store, &uuid, error))
        return FALSE;
      g_clear_pointer (&salted, g_free);
      g_clear_pointer (&hash, g_free);
      hih_id_to_string (&uuid, uuid_text);
      salted = g_strconcat (uuid_text, machine, NULL);
      hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
    }
  stmt = hih_store_query (store, "device-set-machine", error);
  if (stmt == NULL)
    return FALSE;
  hih_bind_text (stmt, 1, hash);
  return hih_store_run (store, stmt, error);
}

gboolean
hih_log_verify (HihStore *store, GPtrArray *faults, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "log-walk", error);
  gint64 device = -1, next_seq = 1, bad_device = -1;
  HihId previous;
  int more;

  if (stmt == NULL)
    return FALSE;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      gint64 seq = sqlite3_column_int64 (stmt, 2);
      gint64 at_ms = sqlite3_column_int64 (stmt, 4);
      const char *verb = (const char *) sqlite3_column_text (stmt, 6);
      const char *body = (const char *) sqlite3_column_text (stmt, 7);
      gboolean has_trainee;
      HihId id, trainee, expected;

      if (sqlite3_column_int64 (stmt, 0) != device)
        {
          device = sqlite3_column_int64 (stmt, 0);
          next_seq = 1;
          hih_column_id (stmt, 1, &previous);
        }
      if (device == bad_device)
        continue;
      hih_column_id (stmt, 3, &id);
      has_trainee = hih_column_id (stmt, 5, &trainee);
      hih_log_make_id (&expected, &previous, next_seq, has_trainee ? &trainee : NULL, at_ms, verb != NULL ? verb : "",
                       body != NULL ? body : "");
      if (seq != next_seq || !hih_id_equal (&id, &expected))
        {
          g_ptr_array_add (faults, g_strdup_printf ("device %" G_GINT64_FORMAT ": the chain of events breaks at %" G_GINT64_FORMAT,
                                                    device, next_seq));
          bad_device = device;
          continue;
        }
      previous = id;
      next_seq++;
    }
  return more == 0;
}
