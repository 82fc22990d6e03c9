/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bag of things pages work with, and who sits here now. */
#include "config.h"

#include "hih-context.h"

#include "hih-locale.h"

struct _HihContext
{
  GObject parent_instance;

  HihRecords *records; /* (nullable) */
  HihCatalogue *catalogue;
  HihReader *reader;
  HihClock *clock;
  HihSettings *settings;
  HihCamera *camera;
  HihHomeCard *card;
};

enum
{
  HOME_CARD_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _HihSession
{
  GObject parent_instance;

  HihTrainee *trainee; /* (nullable) */
  HihPrefs prefs;
};

G_DEFINE_FINAL_TYPE (HihContext, hih_context, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (HihSession, hih_session, G_TYPE_OBJECT)

static void
hih_context_dispose (GObject *object)
{
  HihContext *self = HIH_CONTEXT (object);

  g_clear_object (&self->records);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->reader);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->camera);
  g_clear_pointer (&self->card, hih_home_card_unref);
  G_OBJECT_CLASS (hih_context_parent_class)->dispose (object);
}

static void
hih_context_class_init (HihContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_context_dispose;
  signals[HOME_CARD_CHANGED] = g_signal_new ("home-card-changed", HIH_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
}

static void
hih_context_init (HihContext *self)
{
  self->camera = hih_camera_new ();
  self->card = hih_home_card_new ();
}

static void
card_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HihContext *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  HihHomeCard *card = hih_records_get_home_card_finish (HIH_RECORDS (source), result, &error);

  if (card == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_clear_pointer (&self->card, hih_home_card_unref);
  self->card = card;
  g_signal_emit (self, signals[HOME_CARD_CHANGED], 0);
  g_task_return_boolean (task, TRUE);
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (hih_records_set_home_facts_finish (HIH_RECORDS (source), result, &error))
    hih_records_get_home_card_async (HIH_RECORDS (source), NULL, card_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

HihHomeCard *
hih_context_get_home_card (HihContext *self)
{
  return self->card;
}

void
hih_context_set_home_facts_async (HihContext *self, const char *const *facts, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  if (self->records == NULL)
    g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_READ_ONLY, "ui: keep facts of the home: no records");
  else
    hih_records_set_home_facts_async (self->records, facts, NULL, facts_cb, g_steal_pointer (&task));
}

gboolean
hih_context_set_home_facts_finish (HihContext *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hih_context_new:
 * @records: (nullable): the records, if they could be opened
 *
 * Returns: (transfer full): what pages are given
 */
HihContext *
hih_context_new (HihRecords *records, HihCatalogue *catalogue, HihReader *reader, HihClock *clock,
                 HihSettings *settings)
{
  HihContext *self = g_object_new (HIH_TYPE_CONTEXT, NULL);

  g_set_object (&self->records, records);
  g_set_object (&self->catalogue, catalogue);
  g_set_object (&self->reader, reader);
  g_set_object (&self->clock, clock);
  g_set_object (&self->settings, settings);
  if (records != NULL)
    hih_records_get_home_card_async (records, NULL, card_cb, g_task_new (self, NULL, NULL, NULL));
  return self;
}

HihRecords *
hih_context_get_records (HihContext *self)
{
  return self->records;
}

void
hih_context_set_records (HihContext *self, HihRecords *records)
{
  g_set_object (&self->records, records);
}

HihCatalogue *
hih_context_get_catalogue (HihContext *self)
{
  return self->catalogue;
}

HihReader *
hih_context_get_reader (HihContext *self)
{
  return self->reader;
}

HihClock *
hih_context_get_clock (HihContext *self)
{
  return self->clock;
}

HihSettings *
hih_context_get_settings (HihContext *self)
{
  return self->settings;
}

/**
 * hih_context_get_camera:
 *
 * Returns: (transfer none) (nullable): the camera, where an instructor allowed it
 */
HihCamera *
hih_context_get_camera (HihContext *self)
{
  return hih_settings_get_boolean (self->settings, HIH_SETTING_CAMERA) ? self->camera : NULL;
}

void
hih_context_set_camera (HihContext *self, HihCamera *camera)
{
  g_set_object (&self->camera, camera);
}

const char *
hih_context_get_language (HihContext *self)
{
  return hih_locale_get_language ();
}

static void
hih_session_finalize (GObject *object)
{
  g_clear_pointer (&HIH_SESSION (object)->trainee, hih_trainee_unref);
  G_OBJECT_CLASS (hih_session_parent_class)->finalize (object);
}

static void
hih_session_class_init (HihSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_session_finalize;
}

static void
hih_session_init (HihSession *self)
{
}

/**
 * hih_session_new:
 * @trainee: (nullable): %NULL for a guest
 * @prefs: (nullable): what helps them; copied
 *
 * Returns: (transfer full): who sits here now
 */
HihSession *
hih_session_new (HihTrainee *trainee, const HihPrefs *prefs)
{
  HihSession *self = g_object_new (HIH_TYPE_SESSION, NULL);

  if (trainee != NULL)
    self->trainee = hih_trainee_ref (trainee);
  if (prefs != NULL)
    self->prefs = *prefs;
  else
    hih_prefs_init (&self->prefs);
  return self;
}

HihTrainee *
hih_session_get_trainee (HihSession *self)
{
  return self->trainee;
}

const HihId *
hih_session_get_id (HihSession *self)
{
  return self->trainee != NULL ? &self->trainee->id : NULL;
}

const HihPrefs *
hih_session_get_prefs (HihSession *self)
{
  return &self->prefs;
}

/**
 * hih_session_set_pref:
 *
 * For this sitting; who keeps it asks the records.
 */
void
hih_session_set_pref (HihSession *self, HihPref pref, int value)
{
  self->prefs.values[pref] = value;
  self->prefs.set |= 1u << pref;
}
