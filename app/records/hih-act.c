/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One act is one transaction of one computer, so its events stand side by side in the log: from first_seq to last_seq.
 * That, and the names and pictures as they were, is all it takes to undo it.
 */
#include "config.h"

#include "hih-act-private.h"

#include <string.h>

#include "hih-name.h"
#include "hih-trainees.h"

G_DEFINE_BOXED_TYPE (HihAct, hih_act, hih_act_ref, hih_act_unref)

static void
before_free (gpointer data)
{
  HihBefore *before = data;

  for (guint i = 0; i < HIH_N_PROFILE; i++)
    g_free (before->texts[i]);
  g_free (before);
}

static void
clear_act (gpointer data)
{
  g_hash_table_unref (((HihAct *) data)->profiles);
}

HihAct *
hih_act_new (void)
{
  HihAct *self = g_atomic_rc_box_new0 (HihAct);

  self->profiles = g_hash_table_new_full ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal, NULL, before_free);
  return self;
}

HihAct *
hih_act_ref (HihAct *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_act_unref (HihAct *self)
{
  g_atomic_rc_box_release_full (self, clear_act);
}

guint
hih_act_get_n_people (HihAct *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_people;
}

gboolean
hih_act_get_last_seq (HihStore *store, HihId *device, gint64 *seq, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "log-last", error);

  if (stmt == NULL || hih_store_next (store, stmt, error) < 0)
    return FALSE;
  hih_column_id (stmt, 1, device);
  *seq = sqlite3_column_int64 (stmt, 2);
  sqlite3_reset (stmt);
  return TRUE;
}

gboolean
hih_act_begin (HihAct *self, HihStore *store, GError **error)
{
  gint64 seq = 0;

  if (!hih_act_get_last_seq (store, &self->device, &seq, error))
    return FALSE;
  self->first_seq = seq + 1;
  self->last_seq = seq;
  return TRUE;
}

gboolean
hih_act_end (HihAct *self, HihStore *store, guint n_people, GError **error)
{
  self->n_people = n_people;
  return hih_act_get_last_seq (store, &self->device, &self->last_seq, error);
}

gboolean
hih_act_set_profile (HihAct *self, HihStore *store, const HihId *trainee, const char *const *texts,
                     gint64 at_ms, GError **error)
{
  HihBefore *before = g_hash_table_lookup (self->profiles, trainee);
  sqlite3_stmt *stmt;
  int more;

  if (before == NULL)
    {
      stmt = hih_store_query (store, "profile", error);
      if (stmt == NULL)
        return FALSE;
      hih_bind_id (stmt, 1, trainee);
      more = hih_store_next (store, stmt, error);
      if (more < 0)
        return FALSE;
      before = g_new0 (HihBefore, 1);
      before->trainee = *trainee;
      for (int i = 0; i < HIH_N_PROFILE; i++)
        before->texts[i] = more > 0 ? hih_column_dup (stmt, i) : g_strdup ("");
      sqlite3_reset (stmt);
      g_hash_table_insert (self->profiles, &before->trainee, before);
    }
  return hih_trainees_set_profile (store, trainee, texts, &before->rev, at_ms, error);
}

/* Doing. */

typedef struct
{
  HihAct *act; /* read by the caller once the task has answered */
  GArray *people;
  char *group;
  gboolean member;
  HihPref pref;
  int value;
  gboolean is_new;
  char *texts[HIH_N_PROFILE]; /* NULL: stays as it is */
  GPtrArray *groups; /* (element-type utf8), clean */
  HihId id;
} Doing;

static void
doing_free (gpointer data)
{
  Doing *doing = data;

  hih_act_unref (doing->act);
  g_clear_pointer (&doing->people, g_array_unref);
  g_clear_pointer (&doing->groups, g_ptr_array_unref);
  g_free (doing->group);
  for (guint i = 0; i < HIH_N_PROFILE; i++)
    g_free (doing->texts[i]);
  g_free (doing);
}

static Doing *
doing_new (GArray *people)
{
  Doing *doing = g_new0 (Doing, 1);

  doing->act = hih_act_new ();
  doing->people = people != NULL ? g_array_copy (people) : NULL;
  return doing;
}

static void
start (HihRecords *self, GTask *task, HihWriteFunc func, Doing *doing)
{
  g_task_set_task_data (task, hih_act_ref (doing->act), (GDestroyNotify) hih_act_unref);
  hih_records_write (self, task, func, doing, doing_free);
}

static void
refuse (GTask *task, Doing *doing, const char *what)
{
  g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT, "records: act on people: %s", what);
  g_object_unref (task);
  doing_free (doing);
}

int
hih_trainees_is_member (HihStore *store, const HihId *trainee, const char *group, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "is-member", error);
  int more;

  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, trainee);
  hih_bind_text (stmt, 2, group);
  more = hih_store_next (store, stmt, error);
  if (more > 0)
    {
      more = sqlite3_column_int (stmt, 0) != 0;
      sqlite3_reset (stmt);
    }
  return more;
}

int
hih_trainees_join (HihStore *store, const HihId *trainee, const char *group, gboolean member, gint64 at_ms,
                   GError **error)
{
  int is = hih_trainees_is_member (store, trainee, group, error);

  if (is < 0 || (is > 0) == member)
    return is < 0 ? -1 : 0;
  return hih_trainees_set_member (store, trainee, group, member, at_ms, error) ? 1 : -1;
}

/* 1: it changed something; 0: it was so already; -1: an error. */
typedef int (*ChangeOne) (HihStore *store, const Doing *doing, const HihId *id, gint64 at_ms, GError **error);

/* Who is no longer there is passed over. */
static gboolean
change_people (HihStore *store, Doing *doing, ChangeOne change, gint64 at_ms, GError **error)
{
  guint n_people = 0;

  if (!hih_act_begin (doing->act, store, error))
    return FALSE;
  for (guint i = 0; i < doing->people->len; i++)
    {
      const HihId *id = &g_array_index (doing->people, HihId, i);
      int changed;

      if (!hih_require_trainee (store, id, NULL))
        continue;
      changed = change (store, doing, id, at_ms, error);
      if (changed < 0)
        return FALSE;
      n_people += (guint) changed;
    }
  return hih_act_end (doing->act, store, n_people, error);
}

static int
group_one (HihStore *store, const Doing *doing, const HihId *id, gint64 at_ms, GError **error)
{
  return hih_trainees_join (store, id, doing->group, doing->member, at_ms, error);
}

static gboolean
group_people (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  return change_people (store, data, group_one, at_ms, error);
}

void
hih_records_group_people_async (HihRecords *self, GArray *people, const char *group, gboolean member,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Doing *doing = doing_new (people);

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_task_set_source_tag (task, hih_records_group_people_async);
  doing->member = member;
  if (hih_name_clean (group, &doing->group) != HIH_NAME_GOOD)
    refuse (task, doing, "the group's name is empty, too long or has a bad character");
  else
    start (self, task, group_people, doing);
}

static int
prefer_one (HihStore *store, const Doing *doing, const HihId *id, gint64 at_ms, GError **error)
{
  return hih_trainees_set_pref (store, id, doing->pref, doing->value, at_ms, error) ? 1 : -1;
}

static gboolean
prefer_people (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  return change_people (store, data, prefer_one, at_ms, error);
}

void
hih_records_prefer_people_async (HihRecords *self, GArray *people, HihPref pref, int value, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Doing *doing = doing_new (people);

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_task_set_source_tag (task, hih_records_prefer_people_async);
  doing->pref = pref;
  doing->value = value;
  if (!hih_pref_allows (pref, value))
    refuse (task, doing, "the preference is out of its range");
  else
    start (self, task, prefer_people, doing);
}

/* Brings the person's groups to those of @doing. */
static gboolean
set_groups (HihStore *store, const Doing *doing, const HihId *id, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "groups-of", error);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  int more;

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, id);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    g_ptr_array_add (before, hih_column_dup (stmt, 0));
  if (more < 0)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (doing->groups, before->pdata[i], g_str_equal, NULL) &&
          hih_trainees_join (store, id, before->pdata[i], FALSE, at_ms, error) < 0)
        return FALSE;
    }
  for (guint i = 0; i < doing->groups->len; i++)
    {
      if (hih_trainees_join (store, id, doing->groups->pdata[i], TRUE, at_ms, error) < 0)
        return FALSE;
    }
  return TRUE;
}

/* Only what differs is written. */
static gboolean
change_profile (HihStore *store, Doing *doing, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "profile", error);
  const char *texts[HIH_N_PROFILE] = { NULL };

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &doing->id);
  if (hih_store_next (store, stmt, error) < 0)
    return FALSE;
  for (int i = 0; i < HIH_N_PROFILE; i++)
    {
      if (doing->texts[i] != NULL && g_strcmp0 ((const char *) sqlite3_column_text (stmt, i), doing->texts[i]) != 0)
        texts[i] = doing->texts[i];
    }
  sqlite3_reset (stmt);
  return hih_act_set_profile (doing->act, store, &doing->id, texts, at_ms, error);
}

static gboolean
keep_person (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Doing *doing = data;

  if (!hih_act_begin (doing->act, store, error))
    return FALSE;
  if (doing->is_new)
    {
      if (!hih_trainees_add (store, &doing->id, doing->texts[HIH_PROFILE_NAME], doing->texts[HIH_PROFILE_PICTURE], "",
                             at_ms, error))
        return FALSE;
    }
  else if (!hih_require_trainee (store, &doing->id, error))
    return FALSE;
  /* Of somebody new, what adding them has not written: whom they call. */
  if (!change_profile (store, doing, at_ms, error))
    return FALSE;
  if (!set_groups (store, doing, &doing->id, at_ms, error) || !hih_act_end (doing->act, store, 1, error))
    return FALSE;
  if (doing->act->last_seq < doing->act->first_seq)
    doing->act->n_people = 0;
  return TRUE;
}

/* @lines: (out): the names that are not empty, one a line. */
static gboolean
clean_family (const char *const *family, char **lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  guint n = 0;

  for (guint i = 0; family[i] != NULL; i++)
    {
      g_autofree char *clean = NULL;
      HihNameFault fault = hih_name_clean (family[i], &clean);

      if (fault == HIH_NAME_EMPTY)
        continue;
      if (fault != HIH_NAME_GOOD || ++n > HIH_FAMILY_MAX)
        return FALSE;
      g_strv_builder_add (builder, clean);
    }
  names = g_strv_builder_end (builder);
  *lines = g_strjoinv ("\n", names);
  return TRUE;
}

void
hih_records_keep_person_async (HihRecords *self, const HihId *trainee, const char *name, const char *picture,
                               const char *const *groups, const char *const *family, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Doing *doing = doing_new (NULL);

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_task_set_source_tag (task, hih_records_keep_person_async);
  doing->is_new = trainee == NULL;
  if (trainee != NULL)
    doing->id = *trainee;
  else
    hih_id_generate (&doing->id, hih_records_get_clock (self));
  doing->texts[HIH_PROFILE_PICTURE] = g_strdup (picture);
  doing->groups = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      char *clean = NULL;

      if (hih_name_clean (groups[i], &clean) != HIH_NAME_GOOD)
        {
          refuse (task, doing, "a group's name is empty, too long or has a bad character");
          return;
        }
      g_ptr_array_add (doing->groups, clean);
    }
  if (family != NULL && !clean_family (family, &doing->texts[HIH_PROFILE_FAMILY]))
    refuse (task, doing, "whom they call: a name is too long or has a bad character, or they are too many");
  else if (hih_name_clean (name, &doing->texts[HIH_PROFILE_NAME]) != HIH_NAME_GOOD)
    refuse (task, doing, "the name is empty, too long or has a bad character");
  else if (*picture != '\0' && !hih_word_is_valid (picture))
    refuse (task, doing, "the picture's name is not a word");
  else
    start (self, task, keep_person, doing);
}

/**
 * hih_records_act_finish:
 *
 * Returns: (transfer full) (nullable): what was done
 */
HihAct *
hih_records_act_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return hih_act_ref (g_task_get_task_data (G_TASK (result)));
}
