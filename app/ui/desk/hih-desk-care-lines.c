/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of the calls and services: a line a record. A line has up to four buttons, and a month of a large home has
 * thousands of lines: they are filled when they come into sight, and of very many only some are there until somebody asks
 * for more. */
#include "config.h"

#include "hih-desk-care-private.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define AT_ONCE 100
#define USUAL_HEIGHT 72 /* px of a line, until one was seen */

static void
line_free (gpointer data)
{
  HihCareLine *line = data;

  g_ptr_array_unref (line->records);
  g_clear_pointer (&line->trainee, hih_trainee_unref);
  g_free (line->when);
  g_free (line);
}

/**
 * hih_care_lines_begin:
 * @fill: makes a line; its item is a #HihCareLine
 * @show: shows all lines anew
 *
 * To be called once.
 *
 * Returns: (transfer floating): where the lines stand
 */
GtkWidget *
hih_care_lines_begin (HihCareLines *self, HihDeskCare *care, HihLaterFill fill, void (*show) (HihDeskCare *care))
{
  self->care = care;
  self->kind = (HihLaterKind) { fill, care, USUAL_HEIGHT };
  self->show = show;
  self->most = AT_ONCE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  return self->box;
}

/**
 * hih_care_lines_set:
 * @records: (nullable) (transfer full): what there is to tell of; %NULL after @error, which leaves what stands there
 * @error: (nullable)
 */
void
hih_care_lines_set (HihCareLines *self, GPtrArray *records, const GError *error)
{
  if (records == NULL || self->box == NULL)
    {
      hih_error_log (error);
      g_clear_pointer (&records, g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = records;
  self->show (self->care);
}

void
hih_care_lines_show_few (HihCareLines *self)
{
  self->most = AT_ONCE;
}

void
hih_care_lines_restart (HihCareLines *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->n = self->n_left = 0;
}

/**
 * hih_care_lines_has_room:
 *
 * Returns: whether a line is to be added for the next record; if not it is counted among those that are left
 */
gboolean
hih_care_lines_has_room (HihCareLines *self)
{
  if (self->n < self->most)
    return TRUE;
  self->n_left++;
  return FALSE;
}

void
hih_care_lines_add (HihCareLines *self, gconstpointer record, HihTrainee *trainee, const char *when)
{
  HihCareLine *line = g_new0 (HihCareLine, 1);
  GtkWidget *place = hih_later_new (&self->kind, line, line_free);

  line->records = g_ptr_array_ref (self->records);
  line->record = record;
  line->trainee = trainee != NULL ? hih_trainee_ref (trainee) : NULL;
  line->when = g_strdup (when);
  gtk_box_append (GTK_BOX (self->box), place);
  hih_later_ask (HIH_LATER (place));
  self->n++;
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  HihCareLines *self = user_data;
  guint n = self->n;

  self->most += AT_ONCE;
  self->show (self->care);
  for (GtkWidget *line = gtk_widget_get_first_child (self->box); line != NULL; line = gtk_widget_get_next_sibling (line))
    {
      /* The first of those that came. */
      if (HIH_IS_LATER (line) && n-- == 0)
        gtk_widget_child_focus (line, GTK_DIR_TAB_FORWARD);
    }
}

/**
 * hih_care_lines_end:
 * @nothing: what is said where there is no line
 */
void
hih_care_lines_end (HihCareLines *self, const char *nothing)
{
  g_autofree char *words = NULL;
  GtkWidget *more;

  if (self->n == 0)
    gtk_box_append (GTK_BOX (self->box), hih_words_new (nothing, "soft"));
  if (self->n_left == 0)
    return;
  words = g_strdup_printf (ngettext ("Show more (%u more)", "Show more (%u more)", self->n_left), self->n_left);
  more = hih_control_new ("plus", words, NULL);
  gtk_widget_set_name (more, "care-more");
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  g_signal_connect (more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (self->box), more);
}

void
hih_care_lines_clear (HihCareLines *self)
{
  self->box = NULL;
  g_clear_pointer (&self->records, g_ptr_array_unref);
}
