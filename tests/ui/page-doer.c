/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-doer.h"

#define RETRY_MS 1500 /* a gesture that came while the phone was moving */

void
doer_begin (Doer *doer)
{
  doer->index = G_MAXUINT;
}

HihPractice *
doer_get_practice (Doer *doer)
{
  HihPage *page = hih_window_get_page (doer->house->window);

  return HIH_IS_PAGE_LESSON (page) ? hih_page_lesson_get_practice (HIH_PAGE_LESSON (page)) : NULL;
}

void
doer_do_step (Doer *doer)
{
  HihPractice *practice = doer_get_practice (doer);
  HihRun *run = hih_practice_get_run (practice);
  HihPhone *phone = hih_practice_get_phone (practice);
  const HihPlanItem *item = hih_run_get_item (run);
  g_auto (HihPerformance) next = { HIH_PERFORM_STUCK };

  if (hih_run_is_waiting_for_word (run))
    {
      if (house_find (doer->house, "next") != NULL)
        house_press (doer->house, "next");
      return;
    }
  if (doer->index != hih_run_get_index (run) || g_get_monotonic_time () - doer->acted_at > RETRY_MS * 1000)
    doer->acted = FALSE;
  doer->index = hih_run_get_index (run);
  hih_performer_next (item->step, hih_phone_get_apps (phone), hih_phone_get_state (phone), hih_phone_get_layout (phone),
                      doer->acted, &next);
  if (next.kind != HIH_PERFORM_GESTURE)
    return;
  doer->acted = TRUE;
  doer->acted_at = g_get_monotonic_time ();
  doer->n_steps++;
  hih_phone_act (phone, next.gesture);
}
