/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A queue before the voice. The voice tells `finished` once for every say(), also for those that were replaced, and
 * never at once; so the reader counts what it has said and goes on only when the last one is over.
 */
#include "config.h"

#include "hih-reader.h"

typedef struct
{
  char *text;
  char *recording; /* (nullable) */
} Sentence;

struct _HihReader
{
  GObject parent_instance;

  HihVoice *voice;
  char *language;
  char *media_dir;
  GQueue waiting; /* (element-type Sentence) (owned) */
  guint n_unfinished;
  char *last;
};

G_DEFINE_FINAL_TYPE (HihReader, hih_reader, G_TYPE_OBJECT)

static void
sentence_free (gpointer data)
{
  Sentence *sentence = data;

  g_free (sentence->text);
  g_free (sentence->recording);
  g_free (sentence);
}

static void
begin_next (HihReader *self)
{
  Sentence *sentence = g_queue_pop_head (&self->waiting);

  if (sentence == NULL)
    return;
  self->n_unfinished++;
  g_free (self->last);
  self->last = g_strdup (sentence->text);
  hih_voice_say (self->voice, sentence->text, self->language, sentence->recording);
  sentence_free (sentence);
}

static void
finished_cb (HihVoice *voice, gboolean spoken, gpointer user_data)
{
  HihReader *self = user_data;

  if (self->n_unfinished > 0)
    self->n_unfinished--;
  if (self->n_unfinished == 0)
    begin_next (self);
}

static void
add (HihReader *self, const char *text, const char *lesson, const char *step)
{
  Sentence *sentence;

  if (text == NULL || *text == '\0')
    return;
  sentence = g_new0 (Sentence, 1);
  sentence->text = g_strdup (text);
  if (lesson != NULL && step != NULL && self->media_dir != NULL)
    sentence->recording = hih_voice_find_recording (self->media_dir, self->language, lesson, step);
  g_queue_push_tail (&self->waiting, sentence);
}

static void
hih_reader_dispose (GObject *object)
{
  HihReader *self = HIH_READER (object);

  g_queue_clear_full (&self->waiting, sentence_free);
  if (self->voice != NULL)
    hih_voice_stop (self->voice);
  g_clear_object (&self->voice);
  G_OBJECT_CLASS (hih_reader_parent_class)->dispose (object);
}

static void
hih_reader_finalize (GObject *object)
{
  HihReader *self = HIH_READER (object);

  g_free (self->language);
  g_free (self->media_dir);
  g_free (self->last);
  G_OBJECT_CLASS (hih_reader_parent_class)->finalize (object);
}

static void
hih_reader_class_init (HihReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_reader_finalize;
}

static void
hih_reader_init (HihReader *self)
{
  g_queue_init (&self->waiting);
}

/**
 * hih_reader_new:
 * @voice: says one thing at a time
 * @media_dir: (nullable): where recorded voices lie
 *
 * Returns: (transfer full): a reader; main thread only
 */
HihReader *
hih_reader_new (HihVoice *voice, const char *language, const char *media_dir)
{
  HihReader *self = g_object_new (HIH_TYPE_READER, NULL);

  self->voice = g_object_ref (voice);
  self->language = g_strdup (language);
  self->media_dir = g_strdup (media_dir);
  g_signal_connect_object (voice, "finished", G_CALLBACK (finished_cb), self, 0);
  return self;
}

HihVoice *
hih_reader_get_voice (HihReader *self)
{
  return self->voice;
}

void
hih_reader_read_step (HihReader *self, const char *text, const char *lesson, const char *step)
{
  g_queue_clear_full (&self->waiting, sentence_free);
  if (text == NULL || *text == '\0')
    {
      hih_voice_stop (self->voice);
      return;
    }
  add (self, text, lesson, step);
  begin_next (self);
}

void
hih_reader_then_step (HihReader *self, const char *text, const char *lesson, const char *step)
{
  add (self, text, lesson, step);
  if (self->n_unfinished == 0)
    begin_next (self);
}

void
hih_reader_read (HihReader *self, const char *text)
{
  hih_reader_read_step (self, text, NULL, NULL);
}

void
hih_reader_then (HihReader *self, const char *text)
{
  hih_reader_then_step (self, text, NULL, NULL);
}

void
hih_reader_stop (HihReader *self)
{
  g_queue_clear_full (&self->waiting, sentence_free);
  hih_voice_stop (self->voice);
}

const char *
hih_reader_get_last (HihReader *self)
{
  return self->last;
}
