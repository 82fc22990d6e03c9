/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Speaks through the computer's speech service. Opening it may start a daemon and asking for voices brings 13 000
 * names, so all talking to it is done by a thread of its own; the service's own thread tells when a text has ended.
 * "zh" must never be asked for: espeak-ng's voice of that name reads the tones in English.
 */
#include "config.h"

#include "hih-speaker.h"
#include "hih-spoken.h"
#include "hih-synthesis.h"

#ifdef HIH_HAVE_SPEECHD
#include <libspeechd.h>
#include <string.h>

/* If the service never tells the end: this long a character, and this much more. */
#define MS_PER_CHARACTER 500
#define MS_PATIENCE 8000
#define PINYIN_VOICE "Chinese (Mandarin, latin as Pinyin)"

#define HIH_TYPE_SPEECHD_SPEAKER (hih_speechd_speaker_get_type ())
G_DECLARE_FINAL_TYPE (HihSpeechdSpeaker, hih_speechd_speaker, HIH, SPEECHD_SPEAKER, HihSpeaker)

typedef struct
{
  guint serial; /* 0: quit */
  char *text;   /* NULL: stop */
  char *language;
  double pace;
} Command;

/* Shared with the thread. */
typedef struct
{
  gatomicrefcount refs;
  GAsyncQueue *commands;
  HihNarrator *narrator;
  GWeakRef speaker;
  int latest; /* atomic: the serial of the last say or stop */
} Service;

typedef struct
{
  Service *service;
  guint serial;
  int message_id; /* < 0: it cannot be said */
} Answer;

struct _HihSpeechdSpeaker
{
  HihSpeaker parent_instance;

  Service *service;
  guint serial;
  int message_id;
  guint n_characters;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (HihSpeechdSpeaker, hih_speechd_speaker, HIH_TYPE_SPEAKER)

/* The service's callback has no room for whose it is. Main thread. */
static HihSpeechdSpeaker *the_speaker;
static int last_ended = -1;

static void
command_free (gpointer data)
{
  Command *command = data;

  g_free (command->text);
  g_free (command->language);
  g_free (command);
}

static void
service_unref (Service *service)
{
  if (!g_atomic_ref_count_dec (&service->refs))
    return;
  g_async_queue_unref (service->commands);
  g_object_unref (service->narrator);
  g_weak_ref_clear (&service->speaker);
  g_free (service);
}

static void
end_saying (HihSpeechdSpeaker *self, gboolean spoken)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->message_id = -1;
  hih_speaker_done (HIH_SPEAKER (self), spoken);
}

static void
timeout_cb (gpointer user_data)
{
  HihSpeechdSpeaker *self = user_data;

  self->timeout = 0;
  end_saying (self, TRUE);
}

static gboolean
ended_cb (gpointer user_data)
{
  last_ended = GPOINTER_TO_INT (user_data);
  if (the_speaker != NULL && the_speaker->message_id >= 0 && the_speaker->message_id == last_ended)
    end_saying (the_speaker, TRUE);
  return G_SOURCE_REMOVE;
}

/* In the service's thread. */
static void
notify_cb (size_t message_id, size_t client_id, SPDNotificationType type)
{
  g_idle_add (ended_cb, GINT_TO_POINTER ((int) message_id));
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  service_unref (answer->service);
  g_free (answer);
}

static gboolean
answer_cb (gpointer user_data)
{
  const Answer *answer = user_data;
  g_autoptr (HihSpeechdSpeaker) self = g_weak_ref_get (&answer->service->speaker);

  if (self == NULL || answer->serial != self->serial)
    return G_SOURCE_REMOVE;
  self->message_id = answer->message_id;
  if (self->message_id < 0)
    end_saying (self, FALSE);
  else if (self->message_id == last_ended)
    end_saying (self, TRUE);
  else
    self->timeout = g_timeout_add_once (self->n_characters * MS_PER_CHARACTER + MS_PATIENCE, timeout_cb, self);
  return G_SOURCE_REMOVE;
}

/* The thread. */

static gboolean
has_voice (SPDConnection *connection, const char *name)
{
  SPDVoice **voices = spd_list_synthesis_voices (connection);
  gboolean found = FALSE;

  for (guint i = 0; voices != NULL && voices[i] != NULL && !found; i++)
    found = g_strcmp0 (voices[i]->name, name) == 0;
  if (voices != NULL)
    free_spd_voices (voices);
  return found;
}

/* Whether the service can speak @language now. @is_pinyin: (inout): -1 not asked yet. */
static gboolean
choose_voice (SPDConnection *connection, const char *language, int *is_pinyin)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "_-.@"));

  if (strcmp (base, "zh") != 0)
    return spd_set_language (connection, base) == 0;
  if (*is_pinyin < 0)
    *is_pinyin = has_voice (connection, PINYIN_VOICE);
  /* Without that voice another one of the service's may speak Chinese well, or not at all: the narrator surely can. */
  return *is_pinyin == TRUE && spd_set_language (connection, "cmn-latn-pinyin") == 0 &&
         spd_set_synthesis_voice (connection, PINYIN_VOICE) == 0;
}

static int
say (SPDConnection *connection, Service *service, const Command *command, int *is_pinyin)
{
  g_autofree char *text = NULL;

  /* The service keeps one voice for one text; the narrator says the characters of an English one in Mandarin. */
  if (hih_synthesis_is_built () && g_str_has_prefix (command->language, "en") && hih_spoken_has_han (command->text))
    return -1;
  if (!choose_voice (connection, command->language, is_pinyin))
    return -1;
  text = hih_narrator_apply_readings (service->narrator, command->text, command->language);
  spd_set_voice_rate (connection, CLAMP ((int) ((command->pace - 1.1) * 60), -100, 100));
  return spd_say (connection, SPD_TEXT, text);
}

static SPDConnection *
open_service (void)
{
  char *error = NULL;
  SPDConnection *connection =
    spd_open2 ("hand-in-hand", "read-aloud", NULL, SPD_MODE_THREADED, NULL, 1, &error);

  if (connection == NULL)
    {
      g_message ("voice: open the speech service: %s", error != NULL ? error : "it does not answer");
      free (error);
      return NULL;
    }
  connection->callback_end = notify_cb;
  connection->callback_cancel = notify_cb;
  spd_set_notification_on (connection, SPD_END);
  spd_set_notification_on (connection, SPD_CANCEL);
  return connection;
}

static gpointer
service_thread (gpointer data)
{
  Service *service = data;
  SPDConnection *connection = NULL;
  gboolean tried = FALSE, quit = FALSE;
  int is_pinyin = -1;

  while (!quit)
    {
      Command *command = g_async_queue_pop (service->commands);

      quit = command->serial == 0;
      if (connection != NULL)
        spd_cancel (connection);
      if (command->text != NULL && command->serial == (guint) g_atomic_int_get (&service->latest))
        {
          Answer *answer = g_new0 (Answer, 1);

          if (!tried)
            connection = open_service ();
          tried = TRUE;
          g_atomic_ref_count_inc (&service->refs);
          answer->service = service;
          answer->serial = command->serial;
          answer->message_id = connection != NULL ? say (connection, service, command, &is_pinyin) : -1;
          g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, answer, answer_free);
        }
      command_free (command);
    }
  if (connection != NULL)
    spd_close (connection);
  service_unref (service);
  return NULL;
}

/* The main thread. */

static void
push (HihSpeechdSpeaker *self, const char *text, const char *language, double pace)
{
  Command *command = g_new0 (Command, 1);

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->message_id = -1;
  command->serial = ++self->serial;
  command->text = g_strdup (text);
  command->language = g_strdup (language);
  command->pace = pace;
  g_atomic_int_set (&self->service->latest, (int) self->serial);
  g_async_queue_push (self->service->commands, command);
}

static void
hih_speechd_speaker_say (HihSpeaker *speaker, const char *text, const char *language, double pace)
{
  HihSpeechdSpeaker *self = HIH_SPEECHD_SPEAKER (speaker);

  self->n_characters = (guint) g_utf8_strlen (text, -1);
  push (self, text, language, pace);
}

static void
hih_speechd_speaker_stop (HihSpeaker *speaker)
{
  push (HIH_SPEECHD_SPEAKER (speaker), NULL, NULL, 1.0);
}

static void
hih_speechd_speaker_finalize (GObject *object)
{
  HihSpeechdSpeaker *self = HIH_SPEECHD_SPEAKER (object);

  if (the_speaker == self)
    the_speaker = NULL;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_atomic_int_set (&self->service->latest, 0);
  g_async_queue_push (self->service->commands, g_new0 (Command, 1));
  service_unref (self->service);
  G_OBJECT_CLASS (hih_speechd_speaker_parent_class)->finalize (object);
}

static void
hih_speechd_speaker_class_init (HihSpeechdSpeakerClass *klass)
{
  HihSpeakerClass *speaker_class = HIH_SPEAKER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_speechd_speaker_finalize;
  speaker_class->say = hih_speechd_speaker_say;
  speaker_class->stop = hih_speechd_speaker_stop;
}

static void
hih_speechd_speaker_init (HihSpeechdSpeaker *self)
{
  self->message_id = -1;
}

/**
 * hih_speechd_speaker_new:
 * @narrator: for its reading lists
 *
 * One a program.
 *
 * Returns: (transfer full) (nullable): a speaker; %NULL when the program was built without the speech service
 */
HihSpeaker *
hih_speechd_speaker_new (HihNarrator *narrator)
{
  HihSpeechdSpeaker *self = g_object_new (HIH_TYPE_SPEECHD_SPEAKER, NULL);
  Service *service = g_new0 (Service, 1);

  g_atomic_ref_count_init (&service->refs);
  service->commands = g_async_queue_new_full (command_free);
  service->narrator = g_object_ref (narrator);
  g_weak_ref_init (&service->speaker, self);
  self->service = service;
  the_speaker = self;
  g_atomic_ref_count_inc (&service->refs);
  g_thread_unref (g_thread_new ("hih-voice", service_thread, service));
  return HIH_SPEAKER (self);
}

#else

HihSpeaker *
hih_speechd_speaker_new (HihNarrator *narrator)
{
  return NULL;
}

#endif
