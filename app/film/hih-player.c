/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was asked for, what is true now, and the steps. One step is one flushing accurate seek with start and stop; its
 * end is the pipeline's end of stream, and the pipeline stays in playing, so that the next step is one seek again.
 */
#include "config.h"

#include "hih-player-private.h"

GParamSpec *hih_player_props[HIH_PLAYER_N_PROPS];
guint hih_player_signals[HIH_PLAYER_N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPlayer, hih_player, G_TYPE_OBJECT)

static void
hih_player_constructed (GObject *object)
{
  HihPlayer *self = HIH_PLAYER (object);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  G_OBJECT_CLASS (hih_player_parent_class)->constructed (object);
  self->pipeline = hih_pipeline_new (
    context, self->audio_sink != NULL ? self->audio_sink : hih_film_get_audio_sink_name (), hih_player_pipeline_cb, self);
}

static void
hih_player_dispose (GObject *object)
{
  HihPlayer *self = HIH_PLAYER (object);

  g_clear_handle_id (&self->first_frame_timeout, g_source_remove);
  g_clear_pointer (&self->pipeline, hih_pipeline_close);
  G_OBJECT_CLASS (hih_player_parent_class)->dispose (object);
}

static void
hih_player_finalize (GObject *object)
{
  HihPlayer *self = HIH_PLAYER (object);

  g_clear_pointer (&self->frame, hih_frame_unref);
  hih_steps_clear (&self->steps);
  g_clear_pointer (&self->audio_sink, g_free);
  G_OBJECT_CLASS (hih_player_parent_class)->finalize (object);
}

static void
hih_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HihPlayer *self = HIH_PLAYER (object);

  switch (id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_STEP:
      g_value_set_int (value, self->step);
      break;
    case PROP_RATE:
      g_value_set_double (value, self->rate);
      break;
    case PROP_MUTED:
      g_value_set_boolean (value, self->muted);
      break;
    case PROP_STEPS_KNOWN:
      g_value_set_boolean (value, hih_player_get_steps_known (self));
      break;
    case PROP_DURATION:
      g_value_set_int64 (value, self->duration_ns);
      break;
    case PROP_AUDIO_SINK:
      g_value_set_string (value, self->audio_sink);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hih_player_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HihPlayer *self = HIH_PLAYER (object);

  switch (id)
    {
    case PROP_RATE:
      hih_player_set_rate (self, g_value_get_double (value));
      break;
    case PROP_MUTED:
      hih_player_set_muted (self, g_value_get_boolean (value));
      break;
    case PROP_AUDIO_SINK:
      self->audio_sink = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hih_player_class_init (HihPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags write = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = hih_player_constructed;
  object_class->dispose = hih_player_dispose;
  object_class->finalize = hih_player_finalize;
  object_class->get_property = hih_player_get_property;
  object_class->set_property = hih_player_set_property;

  hih_player_props[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, read);
  hih_player_props[PROP_STEP] = g_param_spec_int ("step", NULL, NULL, -1, G_MAXINT, -1, read);
  hih_player_props[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, 0.25, 2.0, 1.0, write);
  hih_player_props[PROP_MUTED] = g_param_spec_boolean ("muted", NULL, NULL, FALSE, write);
  hih_player_props[PROP_STEPS_KNOWN] = g_param_spec_boolean ("steps-known", NULL, NULL, FALSE, read);
  hih_player_props[PROP_DURATION] = g_param_spec_int64 ("duration", NULL, NULL, -1, G_MAXINT64, -1, read);
  hih_player_props[PROP_AUDIO_SINK] = g_param_spec_string ("audio-sink", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, HIH_PLAYER_N_PROPS, hih_player_props);

  hih_player_signals[SIGNAL_FRAME] = g_signal_new ("frame", HIH_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        1, HIH_TYPE_FRAME | G_SIGNAL_TYPE_STATIC_SCOPE);
  hih_player_signals[SIGNAL_STEP_ENDED] = g_signal_new ("step-ended", HIH_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_UINT);
  hih_player_signals[SIGNAL_ENDED] =
    g_signal_new ("ended", HIH_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  hih_player_signals[SIGNAL_FAILED] = g_signal_new ("failed", HIH_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
  hih_player_signals[SIGNAL_NO_SOUND] =
    g_signal_new ("no-sound", HIH_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_player_init (HihPlayer *self)
{
  self->rate = 1.0;
  self->step = -1;
  self->duration_ns = -1;
}

/**
 * hih_player_new:
 *
 * Returns: (transfer full): a player without a film. Its signals come on the thread-default main context of now
 */
HihPlayer *
hih_player_new (void)
{
  return g_object_new (HIH_TYPE_PLAYER, NULL);
}

/**
 * hih_player_set_uri:
 * @uri: (nullable): a film; %NULL for none
 *
 * Drops the present film and its steps.
 */
void
hih_player_set_uri (HihPlayer *self, const char *uri)
{
  gboolean known = hih_player_get_steps_known (self);

  g_return_if_fail (HIH_IS_PLAYER (self));

  g_clear_handle_id (&self->first_frame_timeout, g_source_remove);
  hih_steps_clear (&self->steps);
  g_clear_pointer (&self->frame, hih_frame_unref);
  self->load++;
  self->generation = 0;
  self->loaded = uri != NULL;
  self->ready = FALSE;
  self->settled = TRUE;
  self->seen_frame = FALSE;
  self->want = WANT_NOTHING;
  self->at_end = FALSE;
  self->span = (HihSpan){ 0, 0 };
  hih_pipeline_load (self->pipeline, uri, self->load);
  hih_player_set_playing (self, FALSE);
  hih_player_set_step (self, -1);
  if (self->duration_ns != -1)
    {
      self->duration_ns = -1;
      g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_DURATION]);
    }
  if (known)
    g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_STEPS_KNOWN]);
}

/**
 * hih_player_set_file:
 * @path: (nullable): a film; any name is good
 */
void
hih_player_set_file (HihPlayer *self, const char *path)
{
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *uri = absolute != NULL ? g_filename_to_uri (absolute, NULL, NULL) : NULL;

  hih_player_set_uri (self, uri);
}

/**
 * hih_player_set_steps:
 * @steps: (array length=n_steps): copied; before or after loading, dropped with the film
 * @n_steps: 0: the film's own chapters again
 */
void
hih_player_set_steps (HihPlayer *self, const HihSpan *steps, guint n_steps)
{
  gboolean known = hih_player_get_steps_known (self);

  g_return_if_fail (HIH_IS_PLAYER (self));
  hih_steps_give (&self->steps, steps, n_steps);
  if (hih_player_get_steps_known (self) != known)
    g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_STEPS_KNOWN]);
}

guint
hih_player_get_n_steps (HihPlayer *self)
{
  return hih_steps_get_n (&self->steps);
}

/**
 * hih_player_get_step_span:
 * @span: (out): in nanoseconds of film time; an end that is not known is 0
 *
 * Returns: whether there is a step @n
 */
gboolean
hih_player_get_step_span (HihPlayer *self, guint n, HihSpan *span)
{
  return hih_steps_get_span (&self->steps, n, self->duration_ns, span);
}

static void
want (HihPlayer *self, Want what, int step, gint64 position_ns, gboolean play)
{
  if (!self->loaded)
    return;
  self->want = what;
  self->want_ns = MAX (position_ns, 0);
  self->at_end = FALSE;
  hih_player_set_step (self, step);
  hih_player_set_playing (self, play);
  hih_player_act (self);
}

/**
 * hih_player_play_step:
 * @n: counted from 0; a step that is not there plays the whole film
 *
 * Plays the step from its start, whatever goes on now, and stops at its end.
 */
void
hih_player_play_step (HihPlayer *self, guint n)
{
  g_return_if_fail (HIH_IS_PLAYER (self));
  want (self, WANT_STEP, (int) n, 0, TRUE);
}

/**
 * hih_player_play_from:
 * @position_ns: in nanoseconds of film time
 *
 * Plays on to the film's end.
 */
void
hih_player_play_from (HihPlayer *self, gint64 position_ns)
{
  g_return_if_fail (HIH_IS_PLAYER (self));
  want (self, WANT_FROM, -1, position_ns, TRUE);
}

/**
 * hih_player_show:
 * @position_ns: in nanoseconds of film time
 *
 * Shows the picture of that moment, standing still.
 */
void
hih_player_show (HihPlayer *self, gint64 position_ns)
{
  g_return_if_fail (HIH_IS_PLAYER (self));
  want (self, WANT_SHOW, -1, position_ns, FALSE);
}

/**
 * hih_player_pause:
 *
 * Time stands still; so does the picture.
 */
void
hih_player_pause (HihPlayer *self)
{
  g_return_if_fail (HIH_IS_PLAYER (self));
  if (!self->playing)
    return;
  hih_player_set_playing (self, FALSE);
  if (self->ready)
    hih_pipeline_set_playing (self->pipeline, FALSE);
}

/**
 * hih_player_resume:
 *
 * Goes on where it was paused; at the end of a step or film plays it again.
 */
void
hih_player_resume (HihPlayer *self)
{
  g_return_if_fail (HIH_IS_PLAYER (self));
  if (self->playing || !self->loaded)
    return;
  if (self->at_end || self->want == WANT_NOTHING)
    {
      hih_player_repeat (self);
      return;
    }
  hih_player_set_playing (self, TRUE);
  if (self->ready)
    hih_pipeline_set_playing (self->pipeline, TRUE);
}

/**
 * hih_player_repeat:
 *
 * The last play once more, from its start; the whole film when nothing was played yet.
 */
void
hih_player_repeat (HihPlayer *self)
{
  g_return_if_fail (HIH_IS_PLAYER (self));
  if (self->want == WANT_STEP)
    want (self, WANT_STEP, self->step, 0, TRUE);
  else
    want (self, WANT_FROM, -1, self->want == WANT_NOTHING ? 0 : self->want_ns, TRUE);
}

/**
 * hih_player_set_rate:
 * @rate: 0.5, 0.75, 1.0 or 1.25; the pitch is kept
 *
 * Takes effect at once, from the present position on, and holds for what is played later.
 */
void
hih_player_set_rate (HihPlayer *self, double rate)
{
  g_return_if_fail (HIH_IS_PLAYER (self));
  rate = CLAMP (rate, 0.25, 2.0);
  if (ABS (self->rate - rate) < 0.001)
    return;
  if (self->ready && self->want != WANT_NOTHING && !self->at_end)
    {
      gint64 position_ns = hih_player_get_position_ns (self);

      self->rate = rate;
      hih_player_seek (self, position_ns, self->span.end_ns, self->playing);
    }
  self->rate = rate;
  g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_RATE]);
}

double
hih_player_get_rate (HihPlayer *self)
{
  return self->rate;
}

void
hih_player_set_muted (HihPlayer *self, gboolean muted)
{
  g_return_if_fail (HIH_IS_PLAYER (self));
  if (self->muted == muted)
    return;
  self->muted = muted;
  hih_pipeline_set_muted (self->pipeline, muted);
  g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_MUTED]);
}

gboolean
hih_player_get_playing (HihPlayer *self)
{
  return self->playing;
}

int
hih_player_get_step (HihPlayer *self)
{
  return self->step;
}

gboolean
hih_player_get_steps_known (HihPlayer *self)
{
  return hih_steps_get_n (&self->steps) > 0;
}

/**
 * hih_player_get_position_ns:
 *
 * While a seek is under way it is where the seek goes. Cheap: may be asked every frame.
 *
 * Returns: nanoseconds of film time
 */
gint64
hih_player_get_position_ns (HihPlayer *self)
{
  gint64 end_ns = self->span.end_ns > 0 ? self->span.end_ns : self->duration_ns;
  gint64 position_ns = self->span.start_ns;

  if (self->at_end && end_ns > 0)
    return end_ns;
  if (!self->ready || !self->settled || !hih_pipeline_query_position (self->pipeline, &position_ns))
    return self->span.start_ns;
  if (end_ns > 0)
    position_ns = MIN (position_ns, end_ns);
  return MAX (position_ns, self->span.start_ns);
}

gint64
hih_player_get_duration_ns (HihPlayer *self)
{
  return self->duration_ns;
}

/**
 * hih_player_get_frame:
 *
 * Returns: (transfer none) (nullable): the picture that stands now
 */
HihFrame *
hih_player_get_frame (HihPlayer *self)
{
  return self->frame;
}
