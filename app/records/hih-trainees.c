/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trainees: their names and pictures are kept in profile, that they are here is kept in the log. */
#include "config.h"

#include "hih-trainees.h"

#include <string.h>

#include "hih-body.h"
#include "hih-name.h"

G_DEFINE_BOXED_TYPE (HihTrainee, hih_trainee, hih_trainee_ref, hih_trainee_unref)

/* Most have said none: a list of thousands makes no array for each. */
static const char *const no_family[] = { NULL };

static void
clear_trainee (gpointer data)
{
  HihTrainee *self = data;

  g_free ((char *) self->name);
  g_free ((char *) self->picture);
  g_strfreev ((char **) self->groups);
  if (self->family != no_family)
    g_strfreev ((char **) self->family);
}

HihTrainee *
hih_trainee_new (const HihId *id, char *name, char *picture, char **groups)
{
  HihTrainee *self = g_atomic_rc_box_new0 (HihTrainee);

  self->id = *id;
  self->name = name;
  self->picture = picture;
  self->groups = groups != NULL ? (const char *const *) groups : (const char *const *) g_new0 (char *, 1);
  self->family = no_family;
  return self;
}

void
hih_trainee_set_family (HihTrainee *self, const char *lines)
{
  if (lines != NULL && *lines != '\0')
    self->family = (const char *const *) g_strsplit (lines, "\n", HIH_FAMILY_MAX);
}

HihTrainee *
hih_trainee_ref (HihTrainee *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_trainee_unref (HihTrainee *self)
{
  g_atomic_rc_box_release_full (self, clear_trainee);
}

typedef struct
{
  HihId trainee;
  char *name;    /* (nullable) */
  char *picture; /* (nullable) */
  char *group;   /* (nullable) */
  gboolean member;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change->picture);
  g_free (change->group);
  g_free (change);
}

/* FALSE, with the task answered, when a text may not be kept. */
static gboolean
clean_texts (GTask *task, Change *change, const char *name, const char *picture, const char *group)
{
  if (name != NULL && hih_name_clean (name, &change->name) != HIH_NAME_GOOD)
    g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                             "records: keep a name: it is empty, too long or has a bad character");
  else if (group != NULL && *group != '\0' && hih_name_clean (group, &change->group) != HIH_NAME_GOOD)
    g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                             "records: keep a group: it is too long or has a bad character");
  else if (picture != NULL && *picture != '\0' && !hih_word_is_valid (picture))
    g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                             "records: keep a picture: its name is not a word");
  else
    {
      change->picture = g_strdup (picture);
      return TRUE;
    }
  g_object_unref (task);
  change_free (change);
  return FALSE;
}

static gboolean
write_profile (HihStore *store, const char *query, const HihId *trainee, const char *const *texts, gint64 *rev,
               GError **error)
{
  sqlite3_stmt *stmt;

  *rev = hih_next_rev (store, "profile", trainee, NULL, error);
  if (*rev < 0 || (stmt = hih_store_query (store, query, error)) == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, trainee);
  sqlite3_bind_int64 (stmt, 2, *rev);
  for (int i = 0; i < HIH_N_PROFILE; i++)
    hih_bind_text (stmt, 3 + i, texts[i]);
  return hih_store_run (store, stmt, error);
}

gboolean
hih_trainees_set_member (HihStore *store, const HihId *id, const char *group, gboolean member, gint64 at_ms,
                         GError **error)
{
  gint64 rev = hih_next_rev (store, "group_member", id, group, error);
  HihBody *body;

  if (rev < 0)
    return FALSE;
  body = hih_body_new ();
  hih_body_add_text (body, "group", group);
  hih_body_add_number (body, "rev", rev);
  return hih_log_append (store, member ? HIH_VERB_GROUP_JOINED : HIH_VERB_GROUP_LEFT, id, at_ms, hih_body_end (body),
                         error);
}

gboolean
hih_trainees_add (HihStore *store, const HihId *id, const char *name, const char *picture, const char *group,
                  gint64 at_ms, GError **error)
{
  const char *const texts[HIH_N_PROFILE] = { [HIH_PROFILE_NAME] = name, [HIH_PROFILE_PICTURE] = picture };
  gint64 rev;

  return write_profile (store, "profile-new", id, texts, &rev, error) &&
         hih_log_append (store, HIH_VERB_TRAINEE_ADDED, id, at_ms, hih_body_end (hih_body_new ()), error) &&
         (*group == '\0' || hih_trainees_set_member (store, id, group, TRUE, at_ms, error));
}

static gboolean
add (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Change *change = data;

  return hih_trainees_add (store, &change->trainee, change->name, change->picture != NULL ? change->picture : "",
                           change->group != NULL ? change->group : "", at_ms, error);
}

gboolean
hih_trainees_set_profile (HihStore *store, const HihId *id, const char *const *texts, gint64 *rev, gint64 at_ms,
                          GError **error)
{
  static const char *const whats[HIH_N_PROFILE] = { "name", "picture", "guardian", "family" };
  gboolean written = FALSE;

  for (guint i = 0; i < HIH_N_PROFILE; i++)
    {
      HihBody *body;

      if (texts[i] == NULL)
        continue;
      if (!written && !write_profile (store, "profile-set", id, texts, rev, error))
        return FALSE;
      written = TRUE;
      body = hih_body_new ();
      hih_body_add_text (body, "what", whats[i]);
      hih_body_add_number (body, "rev", *rev);
      if (!hih_log_append (store, HIH_VERB_TRAINEE_CHANGED, id, at_ms, hih_body_end (body), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_profile (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Change *change = data;
  const char *const texts[HIH_N_PROFILE] = { [HIH_PROFILE_NAME] = change->name, [HIH_PROFILE_PICTURE] = change->picture };
  gint64 rev;

  return hih_require_trainee (store, &change->trainee, error) &&
         hih_trainees_set_profile (store, &change->trainee, texts, &rev, at_ms, error);
}

static gboolean
set_member (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Change *change = data;

  return hih_require_trainee (store, &change->trainee, error) &&
         hih_trainees_set_member (store, &change->trainee, change->group, change->member, at_ms, error);
}

/**
 * hih_records_add_trainee_async:
 * @name: 1 to 40 characters after white space is trimmed
 * @picture: (nullable): the name of a picture
 * @group: (nullable): a group to join at once
 */
void
hih_records_add_trainee_async (HihRecords *self, const char *name, const char *picture, const char *group,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Change *change;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (name != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_add_trainee_async);
  change = g_new0 (Change, 1);
  if (!clean_texts (task, change, name, picture, group))
    return;
  hih_id_generate (&change->trainee, hih_records_get_clock (self));
  g_task_set_task_data (task, g_memdup2 (&change->trainee, sizeof (HihId)), g_free);
  hih_records_write (self, task, add, change, change_free);
}

/**
 * hih_records_add_trainee_finish:
 * @id: (out) (optional): who it is from now on
 */
gboolean
hih_records_add_trainee_finish (HihRecords *self, GAsyncResult *result, HihId *id, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (id != NULL)
    memcpy (id, g_task_get_task_data (G_TASK (result)), sizeof *id);
  return TRUE;
}

void
hih_records_rename_trainee_async (HihRecords *self, const HihId *trainee, const char *name, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Change *change;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL && name != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_rename_trainee_async);
  change = g_new0 (Change, 1);
  change->trainee = *trainee;
  if (clean_texts (task, change, name, NULL, NULL))
    hih_records_write (self, task, set_profile, change, change_free);
}

gboolean
hih_records_rename_trainee_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hih_records_set_picture_async:
 * @picture: the name of a picture, or "" for none
 */
void
hih_records_set_picture_async (HihRecords *self, const HihId *trainee, const char *picture, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Change *change;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL && picture != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_set_picture_async);
  change = g_new0 (Change, 1);
  change->trainee = *trainee;
  if (clean_texts (task, change, NULL, picture, NULL))
    hih_records_write (self, task, set_profile, change, change_free);
}

gboolean
hih_records_set_picture_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hih_records_set_member_async (HihRecords *self, const HihId *trainee, const char *group, gboolean member,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Change *change;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL && group != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_set_member_async);
  change = g_new0 (Change, 1);
  change->trainee = *trainee;
  change->member = member;
  if (!clean_texts (task, change, NULL, NULL, group))
    return;
  if (change->group == NULL)
    {
      change_free (change);
      g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                               "records: keep a group: it has no name");
      g_object_unref (task);
      return;
    }
  hih_records_write (self, task, set_member, change, change_free);
}

gboolean
hih_records_set_member_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
