/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson shown to a room. Nobody in particular sits here: a guest's session, nothing is recorded. The cards that the
 * guides fill are not shown; the projector has words of its own size. */
#include "config.h"

#include "hih-showing.h"

#include "hih-phone-stage.h"
#include "hih-plan.h"
#include "hih-practice.h"
#include "hih-watch.h"

struct _HihShowing
{
  GObject parent_instance;

  HihStageSetup setup; /* all owned here */
  HihWatch *watch;
  HihPractice *practice; /* (nullable): somebody tries */
  gboolean over;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HihShowing, hih_showing, G_TYPE_OBJECT)

static void
tell (HihShowing *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
changed_cb (HihStageGuide *guide, gpointer user_data)
{
  tell (user_data);
}

static void
watch_ended_cb (HihStageGuide *guide, gconstpointer outcome, gpointer user_data)
{
  hih_showing_try (user_data, TRUE);
}

static void
practice_ended_cb (HihStageGuide *guide, gconstpointer outcome, gpointer user_data)
{
  HihShowing *self = user_data;

  self->over = TRUE;
  tell (self);
}

/* A film that cannot be shown is told by the guide's going on with the phone; the room need not read why. */
static void
trouble_cb (HihStageGuide *guide, GError *error, gpointer user_data)
{
  tell (user_data);
}

static void
stop_trying (HihShowing *self)
{
  if (self->practice == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->practice, self);
  hih_stage_guide_stop (HIH_STAGE_GUIDE (self->practice));
  g_clear_object (&self->practice);
}

static void
begin_watching (HihShowing *self)
{
  if (self->watch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->watch, self);
      hih_stage_guide_stop (HIH_STAGE_GUIDE (self->watch));
      g_clear_object (&self->watch);
    }
  self->setup.stage = HIH_STAGE_WATCH;
  self->watch = hih_watch_new (&self->setup);
  g_signal_connect (self->watch, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->watch, "ended", G_CALLBACK (watch_ended_cb), self);
  g_signal_connect (self->watch, "trouble", G_CALLBACK (trouble_cb), self);
  hih_watch_begin (self->watch);
}

void
hih_showing_begin (HihShowing *self)
{
  begin_watching (self);
  tell (self);
}

void
hih_showing_stop (HihShowing *self)
{
  stop_trying (self);
  if (self->watch != NULL)
    hih_stage_guide_stop (HIH_STAGE_GUIDE (self->watch));
}

void
hih_showing_try (HihShowing *self, gboolean trying)
{
  self->over = FALSE;
  stop_trying (self);
  if (!trying)
    {
      begin_watching (self);
      tell (self);
      return;
    }
  if (self->watch != NULL)
    hih_stage_guide_stop (HIH_STAGE_GUIDE (self->watch));
  self->setup.stage = HIH_STAGE_FOLLOW;
  self->practice = hih_practice_new (&self->setup);
  g_signal_connect (self->practice, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->practice, "ended", G_CALLBACK (practice_ended_cb), self);
  hih_practice_start (self->practice);
  tell (self);
}

void
hih_showing_next (HihShowing *self)
{
  if (self->practice == NULL)
    hih_stage_guide_next (HIH_STAGE_GUIDE (self->watch));
  else if (self->over)
    return;
  else if (hih_practice_wants_next (self->practice))
    hih_stage_guide_next (HIH_STAGE_GUIDE (self->practice));
  else
    hih_practice_do_instead (self->practice);
}

void
hih_showing_back (HihShowing *self)
{
  if (self->practice == NULL)
    hih_stage_guide_back (HIH_STAGE_GUIDE (self->watch));
  else if (self->over || !hih_stage_guide_back (HIH_STAGE_GUIDE (self->practice)))
    hih_showing_try (self, FALSE);
}

void
hih_showing_toggle (HihShowing *self)
{
  if (self->practice == NULL)
    hih_watch_toggle (self->watch);
  else if (!self->over)
    hih_practice_show_me (self->practice);
}

void
hih_showing_repeat (HihShowing *self)
{
  if (self->over)
    hih_showing_try (self, TRUE);
  else
    hih_stage_guide_repeat (self->practice != NULL ? HIH_STAGE_GUIDE (self->practice) : HIH_STAGE_GUIDE (self->watch));
}

gboolean
hih_showing_is_film (HihShowing *self)
{
  return self->practice == NULL && self->watch != NULL && hih_watch_has_film (self->watch);
}

gboolean
hih_showing_is_trying (HihShowing *self)
{
  return self->practice != NULL;
}

gboolean
hih_showing_is_over (HihShowing *self)
{
  return self->over;
}

guint
hih_showing_get_step (HihShowing *self)
{
  if (self->practice != NULL)
    return hih_practice_get_step (self->practice);
  return self->watch != NULL ? hih_watch_get_step (self->watch) : 0;
}

guint
hih_showing_get_n_steps (HihShowing *self)
{
  return hih_lesson_get_n_steps (self->setup.lesson);
}

/* In a trap it is the trap's own step. */
static const HihStep *
get_step (HihShowing *self)
{
  HihRun *run = self->practice != NULL ? hih_practice_get_run (self->practice) : NULL;
  const HihPlanItem *item = run != NULL ? hih_run_get_item (run) : NULL;

  return item != NULL ? item->step : hih_lesson_get_step (self->setup.lesson, hih_showing_get_step (self));
}

static const char *
words_of (HihShowing *self, HihText *text)
{
  return text != NULL ? hih_text_get (text, hih_context_get_language (self->setup.context)) : NULL;
}

const char *
hih_showing_get_say (HihShowing *self)
{
  return words_of (self, get_step (self)->say);
}

const char *
hih_showing_get_where (HihShowing *self)
{
  const char *layout = hih_plan_choose_layout (self->setup.lesson, HIH_STAGE_FOLLOW, 0, NULL);

  return words_of (self, hih_step_get_where (get_step (self), layout));
}

HihPhoneView *
hih_showing_get_phone (HihShowing *self)
{
  return self->setup.view;
}

HihFilmBox *
hih_showing_get_film (HihShowing *self)
{
  return self->setup.film_box;
}

/* The phone's screen without its frame. */
static GtkWidget *
find_screen (GtkWidget *widget)
{
  GtkWidget *found = HIH_IS_PHONE_STAGE (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_screen (child);
  return found;
}

/**
 * hih_showing_get_picture:
 *
 * Returns: (transfer none): the film's picture or the phone's screen, whichever is shown
 */
GtkWidget *
hih_showing_get_picture (HihShowing *self)
{
  return hih_showing_is_film (self) ? GTK_WIDGET (hih_film_box_get_view (self->setup.film_box))
                                    : find_screen (GTK_WIDGET (self->setup.view));
}

static void
hih_showing_dispose (GObject *object)
{
  HihShowing *self = HIH_SHOWING (object);

  hih_showing_stop (self);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->setup.view);
  g_clear_object (&self->setup.film_box);
  g_clear_object (&self->setup.steps_card);
  g_clear_object (&self->setup.step_card);
  g_clear_object (&self->setup.goal_card);
  g_clear_object (&self->setup.session);
  g_clear_object (&self->setup.context);
  g_clear_pointer (&self->setup.lesson, hih_lesson_unref);
  G_OBJECT_CLASS (hih_showing_parent_class)->dispose (object);
}

static void
hih_showing_class_init (HihShowingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_showing_dispose;
  changed_signal = g_signal_new ("changed", HIH_TYPE_SHOWING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_showing_init (HihShowing *self)
{
}

/**
 * hih_showing_new:
 *
 * Returns: (transfer full): a showing that waits for hih_showing_begin()
 */
HihShowing *
hih_showing_new (HihContext *context, HihLesson *lesson)
{
  HihShowing *self = g_object_new (HIH_TYPE_SHOWING, NULL);
  const char *language = hih_context_get_language (context);

  self->setup = (HihStageSetup){
    .context = g_object_ref (context),
    .session = hih_session_new (NULL, NULL),
    .lesson = hih_lesson_ref (lesson),
    .view = HIH_PHONE_VIEW (g_object_ref_sink (hih_phone_view_new ())),
    .film_box = HIH_FILM_BOX (g_object_ref_sink (hih_film_box_new (hih_context_get_settings (context)))),
    .steps_card = HIH_STEPS_CARD (g_object_ref_sink (hih_steps_card_new (lesson, language))),
    .step_card = HIH_STEP_CARD (g_object_ref_sink (hih_step_card_new ())),
    .goal_card = HIH_GOAL_CARD (g_object_ref_sink (hih_goal_card_new ())),
  };
  hih_phone_view_set_language (self->setup.view, language);
  return self;
}
