/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers, and the table that says them in words. */
#include "config.h"

#include "hih-fading.h"

#include <glib/gi18n.h>

#include "hih-cell-words.h"
#include "hih-stage-words.h"
#include "hih-words.h"

HihFading *
hih_fading_new (GPtrArray *history, guint n_steps)
{
  HihFading *self = g_new0 (HihFading, 1);
  guint n_all = 0, first;

  for (guint i = 0; i < history->len; i++)
    n_all = MAX (n_all, ((const HihStepHistory *) history->pdata[i])->nth_run + 1);
  self->n_runs = MIN (n_all, HIH_FADING_RUNS);
  first = n_all - self->n_runs;
  self->n_steps = n_steps;
  self->levels = g_new (int, MAX (n_steps, 1) * HIH_FADING_RUNS);
  for (guint i = 0; i < MAX (n_steps, 1) * HIH_FADING_RUNS; i++)
    self->levels[i] = -1;
  for (guint i = 0; i < history->len; i++)
    {
      const HihStepHistory *step = history->pdata[i];
      guint run = step->nth_run - first;
      int *level;

      if (step->nth_run < first)
        continue;
      self->at_ms[run] = step->at_ms;
      hih_stage_parse (step->stage, &self->stages[run]);
      if (step->trap || step->step_index >= n_steps)
        continue;
      level = &self->levels[step->step_index * HIH_FADING_RUNS + run];
      *level = MAX (*level, (int) step->level);
    }
  return self;
}

void
hih_fading_free (HihFading *self)
{
  g_free (self->levels);
  g_free (self);
}

int
hih_fading_get (const HihFading *self, guint step, guint run)
{
  return self->levels[step * HIH_FADING_RUNS + run];
}

static GtkWidget *
new_cell (const char *text, const char *classes, float xalign)
{
  GtkWidget *label = hih_words_new (text, classes);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (label, "fading-cell");
  return label;
}

char *
hih_fading_dup_day (const HihFading *self, guint run)
{
  gint64 at_ms = self->at_ms[run];
  g_autoptr (GDateTime) day = at_ms > 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : NULL;

  /* translators: a day without its year, as strftime() writes it */
  /* xgettext:no-c-format */
  return day != NULL ? g_date_time_format (day, _("%d %b")) : g_strdup ("?");
}

GtkWidget *
hih_fading_table_new (const HihFading *fading, HihLesson *lesson, const char *language)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_name (grid, "fading-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Help at each step, as a table"), -1);
  gtk_grid_attach (GTK_GRID (grid), new_cell (_("Step"), "strong", 0), 0, 0, 1, 1);
  for (guint run = 0; run < fading->n_runs; run++)
    {
      g_autofree char *day = hih_fading_dup_day (fading, run);
      g_autofree char *head = g_strdup_printf ("%s\n%s", day, hih_stage_get_words (fading->stages[run]));

      gtk_grid_attach (GTK_GRID (grid), new_cell (head, "strong", 0.5), (int) run + 1, 0, 1, 1);
    }
  for (guint i = 0; i < fading->n_steps; i++)
    {
      g_autofree char *title =
        g_strdup_printf ("%u  %s", i + 1, hih_text_get (hih_lesson_get_step (lesson, i)->title, language));
      GtkWidget *first = new_cell (title, NULL, 0);

      gtk_widget_set_hexpand (first, TRUE);
      gtk_grid_attach (GTK_GRID (grid), first, 0, (int) i + 1, 1, 1);
      for (guint run = 0; run < fading->n_runs; run++)
        {
          int level = hih_fading_get (fading, i, run);

          gtk_grid_attach (GTK_GRID (grid),
                           new_cell (level >= 0 ? hih_level_get_words ((guint) level) : "–", level >= 2 ? "strong" : "soft", 0.5),
                           (int) run + 1, (int) i + 1, 1, 1);
        }
    }
  return grid;
}
