/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One lesson. The page owns the places, the buttons and the keys; HihLessonCourse goes through the stages.
 */
#include "config.h"

#include "hih-page-lesson.h"

#include "hih-caption-sheet.h"
#include "hih-error-text.h"
#include "hih-lesson-course.h"
#include "hih-size-sheet.h"
#include "hih-stage-words.h"

#include <glib/gi18n.h>

struct _HihPageLesson
{
  HihPage parent_instance;

  HihLesson *lesson;
  HihEntry entry;
  HihSession *guest; /* (nullable): for TRY */
  HihLessonParts parts;
  HihLessonCourse *course;
};

G_DEFINE_FINAL_TYPE (HihPageLesson, hih_page_lesson, HIH_TYPE_PAGE)

static HihContext *
context_of (HihPageLesson *self)
{
  return hih_page_get_context (HIH_PAGE (self));
}

static HihSession *
session_of (HihPageLesson *self)
{
  return self->guest != NULL ? self->guest : hih_page_get_session (HIH_PAGE (self));
}

static const char *
words_of (HihPageLesson *self, HihText *text)
{
  return text != NULL ? hih_text_get (text, hih_context_get_language (context_of (self))) : NULL;
}

static void
leave (HihPageLesson *self)
{
  if (self->entry == HIH_ENTRY_TRY)
    hih_page_go_to (HIH_PAGE (self), HIH_PLACE_DESK, NULL);
  else
    hih_page_go_to (HIH_PAGE (self), HIH_PLACE_LESSONS, NULL);
}

static void
over_cb (HihLessonCourse *course, gpointer user_data)
{
  HihPageLesson *self = user_data;
  HihPractice *practice = hih_lesson_course_get_practice (course);
  HihPlace place = { .kind = HIH_PLACE_DONE };
  g_autofree char *id = g_strdup (hih_lesson_get_id (self->lesson));

  if (self->entry == HIH_ENTRY_TRY)
    {
      leave (self);
      return;
    }
  place.id = id;
  place.able = hih_lesson_course_is_able (course);
  place.support = hih_lesson_course_get_support (course);
  if (practice != NULL)
    place.run = *hih_practice_get_run_id (practice);
  hih_page_go (HIH_PAGE (self), &place);
}

static void
trouble_cb (HihLessonCourse *course, GError *error, gpointer user_data)
{
  hih_page_show_sheet (user_data, hih_text_sheet_new (user_data, _("A word for the teacher"), hih_error_get_text (error)));
}

static void
stage_cb (HihStageBar *bar, int stage, gpointer user_data)
{
  hih_lesson_course_choose (HIH_PAGE_LESSON (user_data)->course, (HihStage) stage);
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (!hih_lesson_course_back (self->course))
    leave (self);
}

static void
sheet_gone_cb (GtkWidget *sheet, HihPageLesson *self)
{
  if (!g_cancellable_is_cancelled (hih_page_get_cancellable (HIH_PAGE (self))))
    hih_lesson_course_resume (self->course);
}

/* A film that played waits for the sheet, and goes on by itself. */
static void
show_sheet_over_film (HihPageLesson *self, GtkWidget *sheet)
{
  if (hih_lesson_course_pause (self->course))
    g_signal_connect_object (sheet, "destroy", G_CALLBACK (sheet_gone_cb), self, 0);
  hih_page_show_sheet (HIH_PAGE (self), sheet);
}

static void
help_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;
  HihPractice *practice = hih_lesson_course_get_step_practice (self->course);
  g_autofree char *help = NULL;

  if (practice != NULL)
    {
      hih_lesson_parts_unfold (&self->parts, FALSE, TRUE);
      hih_practice_help (practice);
      return;
    }
  help = hih_page_dup_help (HIH_PAGE (self));
  show_sheet_over_film (self, hih_text_sheet_new (HIH_PAGE (self), _("Help"), help));
}

static void
show_me_cb (GtkWidget *card, gpointer user_data)
{
  HihPractice *practice = hih_lesson_course_get_practice (HIH_PAGE_LESSON (user_data)->course);

  if (practice == NULL)
    return;
  hih_lesson_parts_unfold (&HIH_PAGE_LESSON (user_data)->parts, FALSE, TRUE);
  hih_practice_show_me (practice);
}

static void
instead_cb (GtkWidget *card, gpointer user_data)
{
  HihPractice *practice = hih_lesson_course_get_practice (HIH_PAGE_LESSON (user_data)->course);

  if (practice == NULL)
    return;
  hih_lesson_parts_unfold (&HIH_PAGE_LESSON (user_data)->parts, FALSE, TRUE);
  hih_practice_do_instead (practice);
}

static void
caption_look_cb (HihFilmBox *box, gpointer user_data)
{
  HihPageLesson *self = user_data;

  show_sheet_over_film (self, hih_caption_sheet_new (HIH_PAGE (self), GTK_WIDGET (self->parts.frame)));
}

static void
start_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageLesson) self = user_data;
  g_autoptr (HihLessonStart) start = hih_lesson_start_find_finish (result);

  if (start != NULL && !g_cancellable_is_cancelled (hih_page_get_cancellable (HIH_PAGE (self))))
    hih_lesson_course_start (self->course, start);
}

static void
hih_page_lesson_shown (HihPage *page)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);

  hih_lesson_start_find_async (context_of (self), hih_session_get_id (session_of (self)), self->lesson, self->entry,
                               hih_page_get_cancellable (page), start_cb, g_object_ref (self));
}

static void
hih_page_lesson_left (HihPage *page)
{
  hih_lesson_course_stop (HIH_PAGE_LESSON (page)->course);
}

static char *
hih_page_lesson_dup_speech (HihPage *page)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);
  HihPractice *practice = hih_lesson_course_get_step_practice (self->course);

  /* Inside a step the practice says it again itself: with the recorded voice where there is one. */
  if (practice != NULL)
    {
      hih_practice_say_again (practice);
      return NULL;
    }
  return g_strdup (words_of (self, hih_lesson_get_title (self->lesson)));
}

static char *
hih_page_lesson_dup_help (HihPage *page)
{
  HihLessonCourse *course = HIH_PAGE_LESSON (page)->course;
  HihStage stage = hih_lesson_course_get_stage (course);

  HihPractice *practice = hih_lesson_course_get_step_practice (course);
  HihRun *run = practice != NULL ? hih_practice_get_run (practice) : NULL;

  return g_strdup (hih_lesson_course_is_stage_over (course) ? hih_stage_get_end_help (stage)
                                                            : hih_stage_get_step_help (stage, run));
}

static gboolean
hih_page_lesson_go_back (HihPage *page)
{
  leave (HIH_PAGE_LESSON (page));
  return TRUE;
}

static gboolean
hih_page_lesson_key (HihPage *page, guint keyval, GdkModifierType state)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;

  if (!hih_lesson_course_is_watching (self->course) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_space:
      /* On a button Space presses it. */
      if (focus != NULL && GTK_IS_BUTTON (focus) &&
          focus != hih_player_bar_get_pause (self->parts.player_bar))
        return FALSE;
      hih_lesson_course_toggle (self->course);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      hih_lesson_course_next (self->course);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      hih_lesson_course_back (self->course);
      return TRUE;
    default:
      return FALSE;
    }
}

static HihStay
hih_page_lesson_get_stay (HihPage *page)
{
  return hih_lesson_course_get_stay (HIH_PAGE_LESSON (page)->course);
}

static void
hih_page_lesson_dispose (GObject *object)
{
  HihPageLesson *self = HIH_PAGE_LESSON (object);

  g_clear_object (&self->course);
  g_clear_object (&self->guest);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  G_OBJECT_CLASS (hih_page_lesson_parent_class)->dispose (object);
}

static void
hih_page_lesson_class_init (HihPageLessonClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_page_lesson_dispose;
  page_class->shown = hih_page_lesson_shown;
  page_class->left = hih_page_lesson_left;
  page_class->dup_speech = hih_page_lesson_dup_speech;
  page_class->dup_help = hih_page_lesson_dup_help;
  page_class->go_back = hih_page_lesson_go_back;
  page_class->key = hih_page_lesson_key;
  page_class->get_stay = hih_page_lesson_get_stay;
}

static void
hih_page_lesson_init (HihPageLesson *self)
{
}

/**
 * hih_page_lesson_new:
 * @session: (nullable): only with %HIH_ENTRY_TRY
 * @entry: how it is come to
 *
 * Returns: (transfer floating) (nullable): the page; %NULL when there is no such lesson
 */
HihPage *
hih_page_lesson_new (HihContext *context, HihSession *session, const char *lesson, HihEntry entry)
{
  HihLesson *found = hih_catalogue_find (hih_context_get_catalogue (context), lesson);
  HihPageLesson *self;
  HihLessonParts *parts;

  if (found == NULL)
    return NULL;
  self = g_object_new (HIH_TYPE_PAGE_LESSON, "context", context, "session", session, NULL);
  self->lesson = hih_lesson_ref (found);
  self->entry = entry;
  if (session == NULL)
    self->guest = hih_session_new (NULL, NULL);
  hih_page_set_title (HIH_PAGE (self), words_of (self, hih_lesson_get_title (found)));
  parts = &self->parts;
  hih_lesson_parts_build (parts, context, session_of (self), found);
  self->course = hih_lesson_course_new (context, session_of (self), found, entry != HIH_ENTRY_TRY, parts);
  g_signal_connect_object (self->course, "over", G_CALLBACK (over_cb), self, 0);
  g_signal_connect_object (self->course, "trouble", G_CALLBACK (trouble_cb), self, 0);
  g_signal_connect_object (parts->stages, "chosen", G_CALLBACK (stage_cb), self, 0);
  g_signal_connect_object (parts->film, "look", G_CALLBACK (caption_look_cb), self, 0);
  g_signal_connect_object (parts->step_card, "again", G_CALLBACK (hih_page_speak), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->step_card, "show-me", G_CALLBACK (show_me_cb), self, 0);
  g_signal_connect_object (parts->step_card, "instead", G_CALLBACK (instead_cb), self, 0);
  g_signal_connect_object (parts->goal_card, "again", G_CALLBACK (hih_page_speak), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->goal_card, "more", G_CALLBACK (hih_lesson_course_more), self->course,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->bottom, "back", G_CALLBACK (back_cb), self, 0);
  g_signal_connect_object (parts->bottom, "hear", G_CALLBACK (hih_page_speak), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->bottom, "repeat", G_CALLBACK (hih_lesson_course_repeat), self->course,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->bottom, "help", G_CALLBACK (help_cb), self, 0);
  g_signal_connect_object (parts->bottom, "next", G_CALLBACK (hih_lesson_course_next), self->course, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (parts->frame));
  return HIH_PAGE (self);
}

HihStage
hih_page_lesson_get_stage (HihPageLesson *self)
{
  return hih_lesson_course_get_stage (self->course);
}

HihPractice *
hih_page_lesson_get_practice (HihPageLesson *self)
{
  return hih_lesson_course_get_practice (self->course);
}

HihPhoneView *
hih_page_lesson_get_view (HihPageLesson *self)
{
  return self->parts.phone;
}
