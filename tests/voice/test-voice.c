/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read-aloud: a new saying stops the old, a recording wins, a screen reader silences, nothing ever needs a sound. */
#include "config.h"

#include "hih-voice.h"

#include <string.h>

/* A way out that plays to nobody and ends when it is told to. */
struct _HihSound
{
  HihSoundDone done;
  gpointer user_data;
  gboolean stopped;
};

static HihSound *playing;
static char *played_file;
static gsize played_samples;

static gboolean
done_idle_cb (gpointer data)
{
  HihSound *sound = data;

  sound->done (sound->user_data);
  g_free (sound);
  return G_SOURCE_REMOVE;
}

static HihSound *
sound_new (HihSoundDone done, gpointer user_data)
{
  playing = g_new0 (HihSound, 1);
  playing->done = done;
  playing->user_data = user_data;
  return playing;
}

static HihSound *
play_pcm (gint16 *samples, gsize n_samples, int rate, double pace, HihSoundDone done, gpointer user_data)
{
  g_free (samples);
  played_samples = n_samples;
  return sound_new (done, user_data);
}

static HihSound *
play_file (const char *path, double pace, HihSoundDone done, gpointer user_data)
{
  g_free (played_file);
  played_file = g_strdup (path);
  return sound_new (done, user_data);
}

static void
end_sound (void)
{
  g_idle_add (done_idle_cb, g_steal_pointer (&playing));
}

static void
stop (HihSound *sound)
{
  g_assert_true (sound == playing);
  end_sound ();
}

static const HihSoundOut out = { play_pcm, play_file, stop };

typedef struct
{
  HihRecorder *recorder;
  HihVoice *voice;
  guint n_started;
  guint n_finished;
  gboolean spoken;
} Fixture;

static void
started_cb (HihVoice *voice, Fixture *fixture)
{
  fixture->n_started++;
}

static void
finished_cb (HihVoice *voice, gboolean spoken, Fixture *fixture)
{
  fixture->n_finished++;
  fixture->spoken = spoken;
}

static void
connect_voice (Fixture *fixture)
{
  g_signal_connect (fixture->voice, "started", G_CALLBACK (started_cb), fixture);
  g_signal_connect (fixture->voice, "finished", G_CALLBACK (finished_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_setenv ("HIH_SCREEN_READER", data != NULL ? data : "0", TRUE);
  fixture->recorder = hih_recorder_new ();
  fixture->voice = hih_voice_new_with_speaker (HIH_SPEAKER (fixture->recorder), &out);
  connect_voice (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->voice);
  g_clear_object (&fixture->recorder);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&played_file, g_free);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_say (Fixture *fixture, gconstpointer data)
{
  hih_voice_say (fixture->voice, "一", "zh_CN", NULL);
  g_assert_true (hih_voice_get_speaking (fixture->voice));
  g_assert_cmpuint (fixture->n_started, ==, 1);
  hih_voice_say (fixture->voice, "二", "zh_CN", NULL);
  settle ();
  g_assert_cmpuint (hih_recorder_get_n (fixture->recorder), ==, 2);
  g_assert_cmpuint (hih_recorder_get_n_stopped (fixture->recorder), ==, 1);
  g_assert_cmpuint (fixture->n_finished, ==, 0);
  hih_recorder_finish (fixture->recorder);
  settle ();
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_true (fixture->spoken);
  g_assert_false (hih_voice_get_speaking (fixture->voice));

  hih_voice_say (fixture->voice, "三", "zh_CN", NULL);
  hih_voice_stop (fixture->voice);
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  settle ();
  g_assert_cmpuint (fixture->n_finished, ==, 2);
  g_assert_false (fixture->spoken);
  g_assert_cmpuint (hih_recorder_get_n_stopped (fixture->recorder), ==, 2);
}

static void
test_disabled (Fixture *fixture, gconstpointer data)
{
  hih_voice_say (fixture->voice, "一", "zh_CN", NULL);
  hih_voice_set_enabled (fixture->voice, FALSE);
  settle ();
  g_assert_cmpuint (hih_recorder_get_n_stopped (fixture->recorder), ==, 1);
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  hih_voice_say (fixture->voice, "二", "zh_CN", "/some/file.opus");
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  settle ();
  g_assert_cmpuint (fixture->n_finished, ==, 2);
  g_assert_cmpuint (hih_recorder_get_n (fixture->recorder), ==, 1);
  g_assert_null (played_file);
}

static void
test_screen_reader (Fixture *fixture, gconstpointer data)
{
  g_assert_true (hih_voice_get_silenced (fixture->voice));
  hih_voice_say (fixture->voice, "一", "zh_CN", NULL);
  hih_voice_say (fixture->voice, "二", "zh_CN", "/some/file.opus");
  settle ();
  g_assert_cmpuint (hih_recorder_get_n (fixture->recorder), ==, 0);
  g_assert_null (played_file);
  g_assert_cmpuint (fixture->n_started, ==, 0);
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_false (fixture->spoken);
}

static void
test_recording (Fixture *fixture, gconstpointer data)
{
  hih_voice_say (fixture->voice, "一", "zh_CN", "/some/file.opus");
  g_assert_cmpstr (played_file, ==, "/some/file.opus");
  g_assert_cmpuint (hih_recorder_get_n (fixture->recorder), ==, 0);
  end_sound ();
  settle ();
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_true (fixture->spoken);

  /* Replaced by a synthetic one. */
  hih_voice_say (fixture->voice, "一", "zh_CN", "/some/file.opus");
  hih_voice_say (fixture->voice, "二", "zh_CN", NULL);
  settle ();
  g_assert_null (playing);
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_cmpuint (hih_recorder_get_n (fixture->recorder), ==, 1);
  hih_recorder_finish (fixture->recorder);
  g_assert_cmpuint (fixture->n_finished, ==, 2);
}

static void
use_narrator (Fixture *fixture)
{
  g_setenv ("HIH_SPEAKER", "narrator", TRUE);
  g_clear_object (&fixture->voice);
  fixture->voice = hih_voice_new (&out, NULL);
  connect_voice (fixture);
}

static void
test_narrator (Fixture *fixture, gconstpointer data)
{
  use_narrator (fixture);
  played_samples = 0;
  hih_voice_say (fixture->voice, "第一句", "zh_CN", NULL);
  hih_voice_say (fixture->voice, "点一下。", "zh_CN", NULL);
  while (playing == NULL && fixture->n_finished == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_finished, ==, 0);
  g_assert_cmpuint (played_samples, >, 5000);
  end_sound ();
  settle ();
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_true (fixture->spoken);
  /* A language nobody can speak: calm silence. */
  hih_voice_say (fixture->voice, "hej", "xx", NULL);
  while (fixture->n_finished == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (fixture->spoken);
}

/* Built without espeak-ng: what cannot be said is done with at once. */
static void
test_no_narrator (Fixture *fixture, gconstpointer data)
{
  use_narrator (fixture);
  hih_voice_say (fixture->voice, "第一句", "zh_CN", NULL);
  while (fixture->n_finished == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (fixture->spoken);
  g_assert_null (playing);
}

static void
test_silence (Fixture *fixture, gconstpointer data)
{
  g_setenv ("HIH_SPEAKER", "none", TRUE);
  g_clear_object (&fixture->voice);
  fixture->voice = hih_voice_new (NULL, NULL);
  connect_voice (fixture);
  for (int i = 0; i < 3; i++)
    {
      hih_voice_say (fixture->voice, "一", "zh_CN", "/some/file.opus");
      settle ();
      g_assert_cmpuint (fixture->n_finished, ==, i + 1);
      g_assert_false (fixture->spoken);
      g_assert_false (hih_voice_get_speaking (fixture->voice));
    }
}

#define ADD(name, data, func) g_test_add ("/voice/voice/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("say", NULL, test_say);
  ADD ("disabled", NULL, test_disabled);
  ADD ("screen-reader", "1", test_screen_reader);
  ADD ("recording", NULL, test_recording);
  if (g_strcmp0 (g_getenv ("HIH_TEST_ESPEAK"), "yes") == 0)
    ADD ("narrator", NULL, test_narrator);
  else
    ADD ("no-narrator", NULL, test_no_narrator);
  ADD ("silence", NULL, test_silence);
  return g_test_run ();
}
