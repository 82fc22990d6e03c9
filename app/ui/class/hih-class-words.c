/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of classes and of who helped. */
#include "config.h"

#include "hih-class-words.h"

#include <glib/gi18n.h>

const char *
hih_helper_get_words (HihHelper helper)
{
  static const char *const words[] = { NC_ ("helper", "Staff"), NC_ ("helper", "A volunteer"), NC_ ("helper", "Family"),
                                       NC_ ("helper", "Another learner"), NC_ ("helper", "Nobody") };

  g_return_val_if_fail (helper < HIH_N_HELPERS, "");
  return g_dpgettext2 (NULL, "helper", words[helper]);
}

const char *
hih_helper_get_many_words (HihHelper helper)
{
  static const char *const words[] = { NC_ ("helpers", "Staff"), NC_ ("helpers", "Volunteers"),
                                       NC_ ("helpers", "Family"), NC_ ("helpers", "Learners"), "" };

  g_return_val_if_fail (helper < HIH_HELPER_NOBODY, "");
  return g_dpgettext2 (NULL, "helpers", words[helper]);
}

const char *
hih_real_phone_get_words (HihRealPhone tick)
{
  static const char *const words[] = { "", NC_ ("real phone", "Not yet"), NC_ ("real phone", "With help"),
                                       NC_ ("real phone", "Alone") };

  g_return_val_if_fail (tick < G_N_ELEMENTS (words), "");
  return tick != HIH_REAL_PHONE_UNKNOWN ? g_dpgettext2 (NULL, "real phone", words[tick]) : "";
}

const char *
hih_real_phone_get_icon (HihRealPhone tick)
{
  static const char *const icons[] = { "", "hourglass", "people", "star" };

  g_return_val_if_fail (tick < G_N_ELEMENTS (icons), "");
  return icons[tick];
}

char *
hih_class_dup_elsewhere (const HihAttendance *at)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = at->elsewhere_at_ms > 0 ? g_date_time_new_from_unix_local (at->elsewhere_at_ms / 1000) : NULL;
  g_autofree char *day = NULL;

  if (at->elsewhere == HIH_REAL_PHONE_UNKNOWN)
    return NULL;
  if (then == NULL)
    day = g_strdup (C_ ("day", "Before"));
  else if (g_date_time_get_year (then) != g_date_time_get_year (now))
    day = g_date_time_format (then, "%Y-%m-%d");
  else
    /* translators: a short date, month and day, as g_date_time_format() writes it */
    /* xgettext:no-c-format */
    day = g_date_time_format (then, _("%b %-e"));
  /* translators: a day before this class, and how it went on the real phone then */
  return g_strdup_printf (C_ ("real phone", "%s: %s"), day, hih_real_phone_get_words (at->elsewhere));
}

char *
hih_class_dup_hands (const HihClassSession *class)
{
  /* translators: how many raised their hands, of how many who are here */
  return g_strdup_printf (_ ("%u of %u are ready"), class->n_hands, class->n_here);
}

char *
hih_class_dup_time (gint64 at_ms)
{
  g_autoptr (GDateTime) at = at_ms > 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : NULL;

  return at != NULL ? g_date_time_format (at, "%-H:%M") : g_strdup ("");
}

char *
hih_class_dup_summary (HihClassKeeper *keeper)
{
  const HihClassSession *class = hih_class_keeper_get_class (keeper);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u person was here.", "%u people were here.", class->n_here), class->n_here);
  if (class->n_late > 0)
    g_string_append_printf (text, ngettext (" %u came late.", " %u came late.", class->n_late), class->n_late);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("The class took %u minute.", "The class took %u minutes.", class->minutes),
                          class->minutes);
  g_string_append_c (text, '\n');
  if (class->n_helpers > 0)
    /* translators: helpers, and minutes of all of them together */
    g_string_append_printf (text, _ ("%u helped, %u minutes in all."), class->n_helpers, class->helper_minutes);
  else
    g_string_append (text, _ ("Nobody helped."));
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("On the real phone: %u alone, %u with help, %u not yet."),
                          hih_class_keeper_count_ticks (keeper, HIH_REAL_PHONE_ALONE),
                          hih_class_keeper_count_ticks (keeper, HIH_REAL_PHONE_WITH_HELP),
                          hih_class_keeper_count_ticks (keeper, HIH_REAL_PHONE_NOT_YET));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
