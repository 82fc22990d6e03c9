/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks, and whether anybody may. Tries one way after the other until one can. */
#include "config.h"

#include "hih-voice.h"

#include <gio/gio.h>
#include <string.h>

#define A11Y_SCHEMA "org.gnome.desktop.a11y.applications"
#define A11Y_KEY "screen-reader-enabled"

struct _HihVoice
{
  GObject parent_instance;

  const HihSoundOut *out; /* nullable */
  GPtrArray *speakers;    /* (element-type HihSpeaker) in order of preference */
  GSettings *desktop;     /* nullable: no such desktop */
  gboolean enabled;
  gboolean silenced;
  gboolean told_silence;
  double pace;

  gboolean speaking;
  guint serial; /* of the last say or stop */
  guint way;    /* index of the speaker that is trying */
  char *text;
  char *language;
  HihSound *recording;
  guint quiet_source; /* a `finished` that is due */
};

enum
{
  PROP_0,
  PROP_ENABLED,
  PROP_SILENCED,
  PROP_PACE,
  PROP_SPEAKING,
  N_PROPS
};

enum
{
  SIGNAL_STARTED,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihVoice, hih_voice, G_TYPE_OBJECT)

static void
set_speaking (HihVoice *self, gboolean speaking)
{
  if (self->speaking == speaking)
    return;
  self->speaking = speaking;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPEAKING]);
}

static void
finish (HihVoice *self, gboolean spoken)
{
  set_speaking (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, spoken);
}

static void
quiet_cb (gpointer user_data)
{
  HihVoice *self = user_data;

  self->quiet_source = 0;
  finish (self, FALSE);
}

/* Tells `finished` soon, never from inside say() or stop(). */
static void
finish_later (HihVoice *self)
{
  if (self->quiet_source == 0)
    self->quiet_source = g_idle_add_once (quiet_cb, self);
}

/* Stops whatever makes a sound, without a word. */
static void
hush (HihVoice *self)
{
  self->serial++;
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  if (self->recording != NULL)
    self->out->stop (g_steal_pointer (&self->recording));
  if (self->speaking && self->way < self->speakers->len)
    hih_speaker_stop (self->speakers->pdata[self->way]);
}

/* Lets the speaker that is next try. */
static void
try_speaker (HihVoice *self)
{
  if (self->way < self->speakers->len)
    {
      hih_speaker_say (self->speakers->pdata[self->way], self->text, self->language, self->pace);
      return;
    }
  if (!self->told_silence)
    g_message ("voice: read aloud: nothing here can speak %s (speech service, espeak-ng); texts stay silent",
               self->language);
  self->told_silence = TRUE;
  finish_later (self);
}

static void
done_cb (HihSpeaker *speaker, gboolean spoken, HihVoice *self)
{
  if (!self->speaking || self->way >= self->speakers->len || self->speakers->pdata[self->way] != speaker)
    return;
  if (spoken)
    {
      finish (self, TRUE);
      return;
    }
  self->way++;
  try_speaker (self);
}

typedef struct
{
  HihVoice *self; /* a reference */
  guint serial;
} Recording;

static void
recording_done_cb (gpointer user_data)
{
  Recording *recording = user_data;
  HihVoice *self = recording->self;

  if (recording->serial == self->serial)
    {
      self->recording = NULL;
      finish (self, TRUE);
    }
  g_object_unref (self);
  g_free (recording);
}

static void
play_recording (HihVoice *self, const char *path)
{
  Recording *recording = g_new0 (Recording, 1);

  recording->self = g_object_ref (self);
  recording->serial = self->serial;
  self->way = G_MAXUINT;
  self->recording = self->out->play_file (path, self->pace, recording_done_cb, recording);
}

static void
set_silenced (HihVoice *self, gboolean silenced)
{
  if (self->silenced == silenced)
    return;
  self->silenced = silenced;
  if (silenced)
    hih_voice_stop (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SILENCED]);
}

static void
screen_reader_cb (GSettings *settings, const char *key, HihVoice *self)
{
  set_silenced (self, g_settings_get_boolean (settings, A11Y_KEY));
}

/* Two voices at once help nobody: where a screen reader reads, we do not. */
static void
watch_screen_reader (HihVoice *self)
{
  const char *forced = g_getenv ("HIH_SCREEN_READER");
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (forced != NULL)
    {
      self->silenced = strcmp (forced, "1") == 0;
      return;
    }
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, A11Y_SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, A11Y_KEY))
    return;
  self->desktop = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect (self->desktop, "changed::" A11Y_KEY, G_CALLBACK (screen_reader_cb), self);
  self->silenced = g_settings_get_boolean (self->desktop, A11Y_KEY);
}

static void
add_speaker (HihVoice *self, HihSpeaker *speaker)
{
  if (speaker == NULL)
    return;
  g_ptr_array_add (self->speakers, speaker);
  g_signal_connect (speaker, "done", G_CALLBACK (done_cb), self);
}

static void
hih_voice_dispose (GObject *object)
{
  HihVoice *self = HIH_VOICE (object);

  hush (self);
  for (guint i = 0; i < self->speakers->len; i++)
    g_signal_handlers_disconnect_by_data (self->speakers->pdata[i], self);
  g_ptr_array_set_size (self->speakers, 0);
  if (self->desktop != NULL)
    g_signal_handlers_disconnect_by_data (self->desktop, self);
  g_clear_object (&self->desktop);
  G_OBJECT_CLASS (hih_voice_parent_class)->dispose (object);
}

static void
hih_voice_finalize (GObject *object)
{
  HihVoice *self = HIH_VOICE (object);

  g_ptr_array_unref (self->speakers);
  g_free (self->text);
  g_free (self->language);
  G_OBJECT_CLASS (hih_voice_parent_class)->finalize (object);
}

static void
hih_voice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HihVoice *self = HIH_VOICE (object);

  switch (id)
    {
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    case PROP_SILENCED:
      g_value_set_boolean (value, self->silenced);
      break;
    case PROP_PACE:
      g_value_set_double (value, self->pace);
      break;
    case PROP_SPEAKING:
      g_value_set_boolean (value, self->speaking);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hih_voice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HihVoice *self = HIH_VOICE (object);

  switch (id)
    {
    case PROP_ENABLED:
      hih_voice_set_enabled (self, g_value_get_boolean (value));
      break;
    case PROP_PACE:
      hih_voice_set_pace (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hih_voice_class_init (HihVoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags write = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = hih_voice_dispose;
  object_class->finalize = hih_voice_finalize;
  object_class->get_property = hih_voice_get_property;
  object_class->set_property = hih_voice_set_property;
  props[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, write);
  props[PROP_SILENCED] = g_param_spec_boolean ("silenced", NULL, NULL, FALSE, read);
  props[PROP_PACE] = g_param_spec_double ("pace", NULL, NULL, 0.5, 2.0, 1.0, write);
  props[PROP_SPEAKING] = g_param_spec_boolean ("speaking", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_STARTED] =
    g_signal_new ("started", HIH_TYPE_VOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", HIH_TYPE_VOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
hih_voice_init (HihVoice *self)
{
  self->speakers = g_ptr_array_new_with_free_func (g_object_unref);
  self->enabled = TRUE;
  self->pace = 1.0;
  watch_screen_reader (self);
}

/**
 * hih_voice_new:
 * @out: (nullable): how sounds are played; static
 * @media_dir: (nullable): where voice/<language>/readings.txt lies
 *
 * Returns: (transfer full): a voice. Nothing is opened before something is said
 */
HihVoice *
hih_voice_new (const HihSoundOut *out, const char *media_dir)
{
  HihVoice *self = g_object_new (HIH_TYPE_VOICE, NULL);
  g_autoptr (HihNarrator) narrator = hih_narrator_new (media_dir);
  const char *only = g_getenv ("HIH_SPEAKER");

  self->out = out;
  if (only == NULL || strcmp (only, "speechd") == 0)
    add_speaker (self, hih_speechd_speaker_new (narrator));
  if (only == NULL || strcmp (only, "narrator") == 0)
    add_speaker (self, hih_narrator_speaker_new (narrator, out));
  return self;
}

/**
 * hih_voice_new_with_speaker:
 * @speaker: kept
 * @out: (nullable): for recordings; static
 *
 * Returns: (transfer full): a voice that synthesises by @speaker only
 */
HihVoice *
hih_voice_new_with_speaker (HihSpeaker *speaker, const HihSoundOut *out)
{
  HihVoice *self = g_object_new (HIH_TYPE_VOICE, NULL);

  self->out = out;
  add_speaker (self, g_object_ref (speaker));
  return self;
}

/**
 * hih_voice_say:
 * @text: one instruction
 * @language: such as zh_CN
 * @recording_path: (nullable): the same, spoken by a person
 *
 * Stops what is being said and says this. Returns at once.
 */
void
hih_voice_say (HihVoice *self, const char *text, const char *language, const char *recording_path)
{
  g_return_if_fail (HIH_IS_VOICE (self));
  g_return_if_fail (text != NULL && language != NULL);

  hush (self);
  if (!self->enabled || self->silenced || text[0] == '\0')
    {
      set_speaking (self, FALSE);
      finish_later (self);
      return;
    }
  g_free (self->text);
  g_free (self->language);
  self->text = g_strdup (text);
  self->language = g_strdup (language);
  self->way = 0;
  set_speaking (self, TRUE);
  g_signal_emit (self, signals[SIGNAL_STARTED], 0);
  if (recording_path != NULL && self->out != NULL)
    play_recording (self, recording_path);
  else
    try_speaker (self);
}

/**
 * hih_voice_stop:
 *
 * Silence.
 */
void
hih_voice_stop (HihVoice *self)
{
  g_return_if_fail (HIH_IS_VOICE (self));
  if (!self->speaking)
    return;
  hush (self);
  set_speaking (self, FALSE);
  finish_later (self);
}

/**
 * hih_voice_set_enabled:
 * @enabled: whether this person wants to be read to
 */
void
hih_voice_set_enabled (HihVoice *self, gboolean enabled)
{
  g_return_if_fail (HIH_IS_VOICE (self));
  if (self->enabled == !!enabled)
    return;
  self->enabled = !!enabled;
  if (!self->enabled)
    hih_voice_stop (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENABLED]);
}

gboolean
hih_voice_get_enabled (HihVoice *self)
{
  return self->enabled;
}

gboolean
hih_voice_get_silenced (HihVoice *self)
{
  return self->silenced;
}

/**
 * hih_voice_set_pace:
 * @pace: 0.5 to 2.0; for what is said next
 */
void
hih_voice_set_pace (HihVoice *self, double pace)
{
  g_return_if_fail (HIH_IS_VOICE (self));
  pace = CLAMP (pace, 0.5, 2.0);
  if (ABS (self->pace - pace) < 0.001)
    return;
  self->pace = pace;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PACE]);
}

double
hih_voice_get_pace (HihVoice *self)
{
  return self->pace;
}

gboolean
hih_voice_get_speaking (HihVoice *self)
{
  return self->speaking;
}
