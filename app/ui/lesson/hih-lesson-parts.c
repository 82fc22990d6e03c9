/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the lesson page, put into their places. */
#include "config.h"

#include "hih-lesson-parts.h"

#include "hih-control.h"
#include "hih-fit.h"
#include "hih-focus.h"
#include "hih-scroller.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define CARD_BORDER 2 /* px, as .card-box has it */

/* Folded, the bottom bar has what is heard again: the card has no room for it. */
static void
update_fold (HihLessonParts *parts)
{
  gboolean folded = hih_lesson_frame_is_folded (parts->frame);

  hih_control_set_icon (HIH_CONTROL (parts->fold), folded ? "down" : "device");
  hih_control_set_words (HIH_CONTROL (parts->fold), folded ? _("More") : _("To the phone"));
  hih_control_set_upright (HIH_CONTROL (parts->fold), folded);
  hih_control_set_look (HIH_CONTROL (parts->fold), folded ? NULL : "primary");
  hih_bottom_bar_set_hear (parts->bottom, folded && !gtk_widget_get_visible (parts->cards[HIH_CARD_STEPS]));
}

static void
shaped_cb (HihLessonFrame *frame, gpointer user_data)
{
  HihLessonParts *parts = user_data;
  gboolean tight = hih_lesson_frame_is_tight (frame);
  HihShape shape = hih_lesson_frame_get_shape (frame);
  gboolean folded = hih_lesson_frame_is_folded (frame);
  gboolean narrow = shape == HIH_SHAPE_NARROW;

  hih_stage_bar_set_upright (parts->stages, tight);
  hih_bottom_bar_set_upright (parts->bottom, tight);
  hih_bottom_bar_set_by_need (parts->bottom, narrow || hih_lesson_frame_is_large_film (frame));
  hih_player_bar_set_by_need (parts->player_bar, hih_lesson_frame_is_large_film (frame));
  hih_goal_card_set_small (parts->goal_card, shape != HIH_SHAPE_WIDE, tight,
                           narrow && hih_lesson_frame_has_large_text (frame));
  hih_steps_card_set_narrow (parts->steps_card, narrow, folded);
  hih_step_card_set_tight (parts->step_card, tight);
  hih_step_card_set_folded (parts->step_card, folded);
  hih_goal_card_set_folded (parts->goal_card, folded);
  hih_phone_view_set_short (parts->phone, narrow);
  update_fold (parts);
}

static void
fold_cb (GtkWidget *button, gpointer user_data)
{
  HihLessonParts *parts = user_data;

  hih_lesson_parts_unfold (parts, hih_lesson_frame_is_folded (parts->frame), TRUE);
}

/* What is to be seen of the card without scrolling, with its border. */
static int
need_of_card (int width, gpointer user_data)
{
  HihLessonParts *parts = user_data;
  int inner = width - 2 * CARD_BORDER;
  int need = 0;

  if (gtk_widget_get_visible (parts->cards[HIH_CARD_STEPS]))
    need = hih_steps_card_get_need (parts->steps_card, inner);
  for (guint i = HIH_CARD_STEP; i < HIH_N_CARDS; i++)
    {
      int min = 0, natural = 0;

      if (gtk_widget_get_visible (parts->cards[i]))
        gtk_widget_measure (parts->cards[i], GTK_ORIENTATION_VERTICAL, inner, &min, &natural, NULL, NULL);
      /* Folded, its least is without what may be left out. */
      need = MAX (need, hih_lesson_frame_is_folded (parts->frame) ? natural : min);
    }
  return need + 2 * CARD_BORDER;
}

static GtkWidget *
build_cards (HihLessonParts *parts, HihContext *context, HihLesson *lesson)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = hih_scroller_new (box);

  parts->cards[HIH_CARD_STEPS] = hih_steps_card_new (lesson, hih_context_get_language (context));
  parts->cards[HIH_CARD_STEP] = hih_step_card_new ();
  parts->cards[HIH_CARD_GOAL] = hih_goal_card_new ();
  parts->steps_card = HIH_STEPS_CARD (parts->cards[HIH_CARD_STEPS]);
  parts->step_card = HIH_STEP_CARD (parts->cards[HIH_CARD_STEP]);
  parts->goal_card = HIH_GOAL_CARD (parts->cards[HIH_CARD_GOAL]);
  for (guint i = 0; i < HIH_N_CARDS; i++)
    {
      gtk_widget_set_vexpand (parts->cards[i], TRUE);
      gtk_widget_set_visible (parts->cards[i], FALSE);
      gtk_box_append (GTK_BOX (box), parts->cards[i]);
    }
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (scroller, "card-box");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  return hih_fit_new (scroller, need_of_card, parts);
}

/* What helps @session, as far as the places and the phone go. */
static void
suit (HihLessonParts *parts, HihSession *session)
{
  const int *values = hih_session_get_prefs (session)->values;
  HihPhoneManner manner = { .guard_ms = (guint) values[HIH_PREF_TAP_GUARD_MS],
                            .larger = values[HIH_PREF_LARGER_TARGETS] != 0,
                            .left = values[HIH_PREF_LEFT_HAND] != 0,
                            .slow = values[HIH_PREF_CALM_MOTION] != 0 };

  hih_phone_view_set_manner (parts->phone, &manner);
  hih_lesson_frame_set_mirrored (parts->frame, manner.left);
}

/**
 * hih_lesson_parts_build:
 * @parts: (out caller-allocates): must live as long as its frame
 * @session: who sits here: the places and the phone suit them
 */
void
hih_lesson_parts_build (HihLessonParts *parts, HihContext *context, HihSession *session, HihLesson *lesson)
{
  GtkWidget *title = hih_words_new_heading (hih_text_get (hih_lesson_get_title (lesson),
                                                          hih_context_get_language (context)),
                                            "section");
  GtkWidget *frame = hih_lesson_frame_new ();
  GtkWidget *phone = hih_phone_view_new ();
  GtkWidget *film = hih_film_box_new (hih_context_get_settings (context));
  GtkWidget *stages = hih_stage_bar_new ();
  GtkWidget *player_bar = hih_player_bar_new (hih_context_get_settings (context));
  GtkWidget *bottom = hih_bottom_bar_new ();

  parts->frame = HIH_LESSON_FRAME (frame);
  parts->stages = HIH_STAGE_BAR (stages);
  parts->phone = HIH_PHONE_VIEW (phone);
  parts->film = HIH_FILM_BOX (film);
  parts->player_bar = HIH_PLAYER_BAR (player_bar);
  parts->bottom = HIH_BOTTOM_BAR (bottom);
  parts->fold = hih_control_new ("down", _("More"), "compact fold");
  gtk_widget_set_name (parts->fold, "fold");
  gtk_widget_set_visible (parts->fold, FALSE);
  g_signal_connect (parts->fold, "clicked", G_CALLBACK (fold_cb), parts);
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (title, FALSE);
  gtk_widget_set_visible (film, FALSE);
  gtk_widget_set_visible (player_bar, FALSE);
  hih_phone_view_set_language (parts->phone, hih_context_get_language (context));
  hih_lesson_frame_set_child (parts->frame, HIH_SLOT_TITLE, title);
  hih_lesson_frame_set_child (parts->frame, HIH_SLOT_FILM, film);
  hih_lesson_frame_set_child (parts->frame, HIH_SLOT_FOLD, parts->fold);
  hih_lesson_frame_set_child (parts->frame, HIH_SLOT_PHONE, phone);
  hih_lesson_frame_set_child (parts->frame, HIH_SLOT_STAGES, stages);
  hih_lesson_frame_set_child (parts->frame, HIH_SLOT_CARD, build_cards (parts, context, lesson));
  hih_lesson_frame_set_child (parts->frame, HIH_SLOT_PLAYER, player_bar);
  hih_lesson_frame_set_child (parts->frame, HIH_SLOT_BOTTOM, bottom);
  g_signal_connect (frame, "shaped", G_CALLBACK (shaped_cb), parts);
  suit (parts, session);
}

void
hih_lesson_parts_show (HihLessonParts *parts, HihCard card, gboolean film, gboolean player)
{
  for (guint i = 0; i < HIH_N_CARDS; i++)
    hih_focus_set_visible (parts->cards[i], i == card);
  hih_lesson_frame_set_film (parts->frame, film);
  hih_focus_set_visible (GTK_WIDGET (parts->player_bar), player);
  update_fold (parts);
}

void
hih_lesson_parts_unfold (HihLessonParts *parts, gboolean unfolded, gboolean may_fold)
{
  hih_lesson_frame_set_unfolded (parts->frame, unfolded, may_fold);
}

void
hih_lesson_parts_inhibit (HihLessonParts *parts, gboolean inhibit)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (parts->frame), GTK_TYPE_WINDOW);
  GtkApplication *application = window != NULL ? gtk_window_get_application (GTK_WINDOW (window)) : NULL;

  if (application == NULL)
    return;
  if (inhibit && parts->inhibited == 0)
    parts->inhibited = gtk_application_inhibit (application, GTK_WINDOW (window),
                                                GTK_APPLICATION_INHIBIT_SUSPEND | GTK_APPLICATION_INHIBIT_IDLE,
                                                _("A lesson's film is playing"));
  else if (!inhibit && parts->inhibited != 0)
    {
      gtk_application_uninhibit (application, parts->inhibited);
      parts->inhibited = 0;
    }
}
