/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alone, in a trap: a hint that was asked for ends with its step, and the trap's question stands there again. */
#include "config.h"

#include "page-doer.h"

#define LESSON "answer-call"
#define TRAP "black" /* its way out has two steps */
#define TICK_MS 40
#define MOST_SECONDS 60

static HihRun *
get_run (Doer *doer)
{
  HihPractice *practice = doer_get_practice (doer);

  return practice != NULL ? hih_practice_get_run (practice) : NULL;
}

/* Does the lesson until the trap strikes; FALSE: it ended before. */
static gboolean
go_to_trap (Doer *doer)
{
  gint64 end = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;

  doer_begin (doer);
  for (;;)
    {
      HihRun *run = get_run (doer);
      const HihPlanItem *item = run != NULL ? hih_run_get_item (run) : NULL;

      if (run != NULL && item == NULL)
        return FALSE;
      if (item != NULL && item->trap != NULL && g_str_equal (item->trap->id, TRAP))
        return TRUE;
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (run != NULL && !hih_run_is_step_met (run))
        doer_do_step (doer);
      house_pass (TICK_MS);
    }
}

static gboolean
has_words (GtkWidget *widget, const char *words)
{
  gboolean has = GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !has; child = gtk_widget_get_next_sibling (child))
    has = has_words (child, words);
  return has;
}

static void
test_hint_in_trap (void)
{
  House *house = house_new (1280, 800, 100, "light");
  Doer doer = { house, G_MAXUINT };
  const char *question;
  guint index;
  gint64 end;

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_sit_down (house);
  house_go (house, HIH_PLACE_LESSON, LESSON);
  house_wait (house, "play");
  house_press (house, "stage-alone");
  /* The first round has no traps. */
  g_assert_false (go_to_trap (&doer));
  house_wait (house, "more");
  house_press (house, "more");
  g_assert_true (go_to_trap (&doer));
  question = hih_text_get (hih_run_get_item (get_run (&doer))->trap->say, "zh_CN");
  index = hih_run_get_index (get_run (&doer));
  house_pass (TICK_MS);
  g_assert_true (has_words (house_wait (house, "note"), question));
  hih_practice_help (doer_get_practice (&doer));
  house_pass (TICK_MS);
  g_assert_false (has_words (house_wait (house, "note"), question));
  end = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;
  while (hih_run_get_index (get_run (&doer)) == index)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!hih_run_is_step_met (get_run (&doer)))
        doer_do_step (&doer);
      house_pass (TICK_MS);
    }
  g_assert_true (has_words (house_wait (house, "note"), question));
  house_free (house);
}

int
main (int argc, char **argv)
{
  house_test_init_in ("zh_CN", &argc, &argv);
  g_test_add_func ("/ui/hints/trap", test_hint_in_trap);
  return g_test_run ();
}
