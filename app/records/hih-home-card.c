/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-home-card.h"

#include <string.h>

#include "hih-body.h"
#include "hih-records-private.h"

struct _HihHomeCard
{
  GHashTable *facts; /* (element-type utf8 utf8) */
};

G_DEFINE_BOXED_TYPE (HihHomeCard, hih_home_card, hih_home_card_ref, hih_home_card_unref)

static void
clear_card (gpointer data)
{
  g_hash_table_unref (((HihHomeCard *) data)->facts);
}

HihHomeCard *
hih_home_card_new (void)
{
  HihHomeCard *self = g_atomic_rc_box_new0 (HihHomeCard);

  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

HihHomeCard *
hih_home_card_ref (HihHomeCard *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_home_card_unref (HihHomeCard *self)
{
  g_atomic_rc_box_release_full (self, clear_card);
}

const char *
hih_home_card_get (HihHomeCard *self, const char *key)
{
  const char *value = g_hash_table_lookup (self->facts, key);

  return value != NULL ? value : "";
}

const char *
hih_home_card_get_status (HihHomeCard *self, const char *status_key)
{
  g_autofree char *key = g_strconcat (HIH_HOME_STATUS, status_key, NULL);

  return hih_home_card_get (self, key);
}

const char *
hih_home_card_get_since (HihHomeCard *self, const char *status_key)
{
  g_autofree char *key = g_strconcat (HIH_HOME_SINCE, status_key, NULL);

  return hih_home_card_get (self, key);
}

gboolean
hih_home_card_leads (HihHomeCard *self)
{
  static const char *const keys[] = { HIH_HOME_PLACE, HIH_HOME_PHONE, HIH_HOME_HOURS, HIH_HOME_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (*hih_home_card_get (self, keys[i]) != '\0')
        return TRUE;
    }
  return FALSE;
}

/* Asking. */

static HihHomeCard *
read_card (HihStore *store, GError **error)
{
  g_autoptr (HihHomeCard) card = hih_home_card_new ();
  sqlite3_stmt *stmt = hih_store_query (store, "home-facts", error);
  int more;

  if (stmt == NULL)
    return NULL;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    g_hash_table_insert (card->facts, hih_column_dup (stmt, 0), hih_column_dup (stmt, 1));
  return more == 0 ? g_steal_pointer (&card) : NULL;
}

static gpointer
get_card (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  return read_card (store, error);
}

void
hih_records_get_home_card_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), get_card, NULL, NULL,
                    (GDestroyNotify) hih_home_card_unref);
}

HihHomeCard *
hih_records_get_home_card_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Telling. */

static gboolean
is_good (const char *value)
{
  if (!g_utf8_validate (value, -1, NULL) || g_utf8_strlen (value, -1) > HIH_HOME_MAX_CHARACTERS)
    return FALSE;
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_fact (HihStore *store, const char *key, const char *value, gint64 at_ms, GError **error)
{
  gint64 rev = hih_next_rev (store, "home_fact", NULL, key, error);
  HihBody *body;

  if (rev < 0)
    return FALSE;
  body = hih_body_new ();
  hih_body_add_text (body, "key", key);
  hih_body_add_text (body, "value", value);
  hih_body_add_number (body, "rev", rev);
  return hih_log_append (store, HIH_VERB_HOME_FACT_SET, NULL, at_ms, hih_body_end (body), error);
}

static gboolean
set_facts (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  char **facts = data;
  g_autoptr (HihHomeCard) card = read_card (store, error);

  for (guint i = 0; card != NULL && facts[i] != NULL; i += 2)
    {
      if (strcmp (hih_home_card_get (card, facts[i]), facts[i + 1]) != 0 &&
          !set_fact (store, facts[i], facts[i + 1], at_ms, error))
        return FALSE;
    }
  return card != NULL;
}

void
hih_records_set_home_facts_async (HihRecords *self, const char *const *facts, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  char **copy;
  gboolean good = TRUE;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (g_strv_length ((char **) facts) % 2 == 0);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_set_home_facts_async);
  copy = g_strdupv ((char **) facts);
  for (guint i = 0; copy[i] != NULL; i += 2)
    good &= hih_word_is_valid (copy[i]) && is_good (g_strstrip (copy[i + 1]));
  if (good)
    {
      hih_records_write (self, task, set_facts, copy, (GDestroyNotify) g_strfreev);
      return;
    }
  g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                           "records: keep facts of the home: a key or a value may not be kept");
  g_object_unref (task);
  g_strfreev (copy);
}

gboolean
hih_records_set_home_facts_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
