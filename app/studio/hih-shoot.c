/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time goes in ticks of 40 ms. In each tick: the virtual clock goes on (the phone's own waiting effects come due), the
 * present segment is asked what to start, stage and phone move, and if anything moved the picture is drawn. Sound is
 * pushed tick by tick beside the pictures: the muxer holds one stream until the other has come as far.
 *
 * Timing of a step (LESSONS.md): the target is lit while it is named; 1.5 s after the last word the hand sets out; the
 * result stands a second.
 */
#include "config.h"

#include "hih-shoot.h"

#include "hih-drawn.h"
#include "hih-film-stage.h"
#include "hih-narrator.h"
#include "hih-performer.h"
#include "hih-step-kind.h"

#include <string.h>

#define TICK_MS HIH_ENCODER_TICK_MS
#define BEFORE_HAND_MS 1500
#define STAND_MS 1200        /* how long a result stands */
#define STAND_WORDS_MS 2000  /* and a segment in which nothing is done */
#define BEFORE_WAIT_MS 400   /* until the hand leaves what takes time */
#define MAX_WAIT_MS 12000    /* for a result that comes later */
#define SAMPLES_PER_TICK (HIH_NARRATOR_SAMPLE_RATE * TICK_MS / 1000)
#define STILL_WIDTH 640
#define STILL_HEIGHT 360

G_STATIC_ASSERT (HIH_NARRATOR_SAMPLE_RATE * TICK_MS % 1000 == 0);
G_STATIC_ASSERT (BEFORE_WAIT_MS % TICK_MS == 0);

typedef enum
{
  PHASE_WORDS,   /* being said */
  PHASE_HAND,    /* on its way */
  PHASE_RESULT,  /* of the gesture, perhaps after a while */
  PHASE_STAND,
} Phase;

typedef struct
{
  const HihShootSpec *spec;
  HihLesson *lesson;
  HihVirtualClock *clock;
  HihPhone *phone;
  HihFilmStage *stage;
  cairo_surface_t *surface;
  gint64 now_ms;
  gboolean dirty;

  const HihSegment *segment;
  const HihStep *step;   /* NULL in a segment without one */
  gboolean last_step;    /* nothing but cards come after it */
  Phase phase;
  gint64 phase_start_ms;
  gboolean acted;
  gboolean hand_arrived;
  HihGesture *gesture;   /* (owned) */
  GError *error;
} Shoot;

static void
phone_changed_cb (HihPhone *phone, gpointer data)
{
  ((Shoot *) data)->dirty = TRUE;
}

static void
hand_arrived_cb (gpointer data)
{
  ((Shoot *) data)->hand_arrived = TRUE;
}

static void
enter (Shoot *self, Phase phase)
{
  self->phase = phase;
  self->phase_start_ms = self->now_ms;
}

static void
save_still (Shoot *self)
{
  g_autofree char *path = NULL;
  cairo_surface_t *still;
  cairo_t *cr;

  if (self->spec->pictures_dir == NULL || self->spec->encoder == NULL)
    return;
  hih_film_stage_draw (self->stage, self->surface);
  path = g_strdup_printf ("%s/%s.png", self->spec->pictures_dir, self->segment->name);
  still = cairo_image_surface_create (CAIRO_FORMAT_RGB24, STILL_WIDTH, STILL_HEIGHT);
  cr = cairo_create (still);
  cairo_scale (cr, (double) STILL_WIDTH / HIH_FILM_WIDTH, (double) STILL_HEIGHT / HIH_FILM_HEIGHT);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  if (self->error == NULL)
    hih_drawn_put_picture (still, path, &self->error);
  cairo_surface_destroy (still);
}

/* After the words: what the performer wants next. */
static gboolean
ask_performer (Shoot *self)
{
  g_auto (HihPerformance) next = { 0 };

  hih_performer_next (self->step, hih_lesson_get_apps (self->lesson), hih_phone_get_state (self->phone),
                      hih_phone_get_layout (self->phone), self->acted, &next);
  switch (next.kind)
    {
    case HIH_PERFORM_DONE:
      hih_phone_view_hide_hand (hih_film_stage_get_view (self->stage));
      /* What came of it all is seen whole. */
      if (self->last_step)
        hih_film_stage_look_at (self->stage, NULL, self->now_ms);
      enter (self, PHASE_STAND);
      return TRUE;
    case HIH_PERFORM_GESTURE:
      g_clear_pointer (&self->gesture, hih_gesture_free);
      self->gesture = g_steal_pointer (&next.gesture);
      self->hand_arrived = FALSE;
      /* A keyboard that came up has moved the line one writes in. */
      if (self->acted)
        hih_film_stage_look_at (self->stage, self->step->target, self->now_ms);
      enter (self, PHASE_HAND);
      hih_phone_view_perform (hih_film_stage_get_view (self->stage), self->gesture, hand_arrived_cb, self, NULL);
      return TRUE;
    case HIH_PERFORM_WAIT:
      if (self->now_ms - self->phase_start_ms >= MAX_WAIT_MS)
        break;
      /* What goes on meanwhile is wherever it is: the hand leaves, and the whole phone is seen. */
      if (self->acted && self->now_ms - self->phase_start_ms == BEFORE_WAIT_MS)
        {
          hih_phone_view_hide_hand (hih_film_stage_get_view (self->stage));
          hih_film_stage_look_at (self->stage, NULL, self->now_ms);
        }
      return TRUE;
    case HIH_PERFORM_STUCK:
    default:
      break;
    }
  g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED, "studio: film %s: step %s: %s",
               hih_lesson_get_id (self->lesson), self->segment->name,
               next.reason != NULL ? next.reason : "nothing comes of it");
  return FALSE;
}

static void
begin_segment (Shoot *self, guint index)
{
  HihFilmScript *script = self->spec->script;
  const HihSegment *segment = hih_film_script_get_segment (script, index);
  HihPhoneView *view = hih_film_stage_get_view (self->stage);

  self->segment = segment;
  self->step = NULL;
  self->last_step = segment->kind == HIH_SEGMENT_STEP &&
                    (index + 1 == hih_film_script_get_n_segments (script) ||
                     hih_film_script_get_segment (script, index + 1)->kind != HIH_SEGMENT_STEP);
  self->acted = FALSE;
  enter (self, PHASE_WORDS);
  hih_phone_view_hide_hand (view);
  hih_phone_view_point_at (view, NULL, NULL, NULL);
  hih_film_stage_set_segment (self->stage, segment->kind);
  if (segment->kind == HIH_SEGMENT_STEP)
    {
      const HihPlanItem *item = hih_plan_get_item (self->spec->plan, segment->item);

      self->step = item->step;
      hih_film_stage_look_at (self->stage, self->step->target, self->now_ms);
      hih_element_context_set_wanted (hih_phone_view_get_context (view), self->step->target, self->step->value);
      if (self->step->target != NULL)
        hih_phone_view_point_at (view, self->step->target, NULL, NULL);
    }
  self->dirty = TRUE;
}

/* One tick of the present segment. Returns FALSE when it is over. */
static gboolean
go_on (Shoot *self)
{
  gint64 spent_ms = self->now_ms - self->phase_start_ms;

  switch (self->phase)
    {
    case PHASE_WORDS:
      if (spent_ms < HIH_SHOOT_LEAD_MS + hih_segment_get_words_ms (self->segment) + (self->step != NULL && self->step->target != NULL ? BEFORE_HAND_MS : 0))
        break;
      if (self->step == NULL || self->step->target == NULL)
        {
          save_still (self);
          enter (self, PHASE_STAND);
          break;
        }
      return ask_performer (self);
    case PHASE_HAND:
      if (!self->hand_arrived)
        break;
      save_still (self);
      hih_phone_view_point_at (hih_film_stage_get_view (self->stage), NULL, NULL, NULL);
      hih_phone_act (self->phone, self->gesture);
      self->acted = TRUE;
      self->dirty = TRUE;
      enter (self, PHASE_RESULT);
      break;
    case PHASE_RESULT:
      return ask_performer (self);
    case PHASE_STAND:
    default:
      return spent_ms < (self->acted && !self->last_step ? STAND_MS : STAND_WORDS_MS);
    }
  return TRUE;
}

static gboolean
push_tick (Shoot *self, gint64 segment_start_ms)
{
  gint16 silence[SAMPLES_PER_TICK] = { 0 };
  const gint16 *samples = silence;
  gint16 part[SAMPLES_PER_TICK] = { 0 };
  const HihSpeech *speech = self->segment->speech;
  HihEncoder *encoder = self->spec->encoder;

  if (self->dirty)
    {
      hih_film_stage_draw (self->stage, self->surface);
      if (!hih_encoder_push_frame (encoder, self->now_ms, cairo_image_surface_get_data (self->surface),
                                   cairo_image_surface_get_stride (self->surface), &self->error))
        return FALSE;
    }
  if (speech != NULL)
    {
      gint64 at = (self->now_ms - segment_start_ms - HIH_SHOOT_LEAD_MS) * HIH_NARRATOR_SAMPLE_RATE / 1000;

      if (at >= 0 && at < (gint64) speech->n_samples)
        {
          gsize n = MIN ((gsize) SAMPLES_PER_TICK, speech->n_samples - (gsize) at);

          memcpy (part, speech->samples + at, n * sizeof (gint16));
          samples = part;
        }
    }
  return hih_encoder_push_audio (encoder, samples, SAMPLES_PER_TICK, &self->error);
}

static gboolean
shoot_segment (Shoot *self, HihTake *take)
{
  gint64 last_told_ms = 0;

  take->start_ms = self->now_ms;
  do
    {
      if (hih_film_stage_advance (self->stage, self->now_ms))
        self->dirty = TRUE;
      if (self->spec->encoder != NULL && !push_tick (self, take->start_ms))
        return FALSE;
      self->dirty = FALSE;
      self->now_ms += TICK_MS;
      hih_virtual_clock_advance (self->clock, TICK_MS);
      if (self->spec->progress != NULL && self->now_ms - last_told_ms >= 1000)
        {
          self->spec->progress (self->now_ms, self->spec->total_ms, self->spec->progress_data);
          last_told_ms = self->now_ms;
        }
    }
  while (go_on (self));
  take->end_ms = self->now_ms;
  return self->error == NULL;
}

GArray *
hih_shoot (const HihShootSpec *spec, GError **error)
{
  Shoot self = { spec };
  g_autoptr (GArray) takes = g_array_new (FALSE, FALSE, sizeof (HihTake));
  g_autoptr (HihClock) clock = hih_virtual_clock_new_for_pictures ();
  g_autoptr (HihPhone) phone = NULL;
  g_autoptr (HihPhoneState) start = NULL;

  self.lesson = hih_plan_get_lesson (spec->plan);
  self.clock = HIH_VIRTUAL_CLOCK (clock);
  phone = self.phone = hih_phone_new (hih_lesson_get_apps (self.lesson), HIH_LAYOUT_A, clock);
  start = hih_lesson_dup_start_state (self.lesson);
  hih_phone_set_state (phone, start);
  self.stage = hih_film_stage_new (self.lesson, spec->language, phone);
  self.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, HIH_FILM_WIDTH, HIH_FILM_HEIGHT);
  g_signal_connect (phone, "changed", G_CALLBACK (phone_changed_cb), &self);

  for (guint i = 0; i < hih_film_script_get_n_segments (spec->script); i++)
    {
      HihTake take;

      begin_segment (&self, i);
      if (!shoot_segment (&self, &take))
        break;
      g_array_append_val (takes, take);
    }

  hih_film_stage_close (self.stage);
  cairo_surface_destroy (self.surface);
  g_clear_pointer (&self.gesture, hih_gesture_free);
  g_signal_handlers_disconnect_by_data (phone, &self);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }
  return g_steal_pointer (&takes);
}
