/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards go to a printer. The pictures are drawn one an idle moment, so that the window does not stop meanwhile. */
#include "config.h"

#include "hih-card-print.h"

#include "hih-kiosk.h"

typedef struct
{
  GtkWindow *parent;   /* owned */
  HihCardSteps *steps; /* (nullable) owned: a card of steps */
  GPtrArray *people;   /* (nullable) owned: cards of people */
  char *home;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->steps, hih_card_steps_free);
  g_clear_pointer (&job->people, g_ptr_array_unref);
  g_object_unref (job->parent);
  g_free (job->home);
  g_free (job);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  Job *job = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (job->steps != NULL)
    hih_card_steps_draw (job->steps, cr);
  else
    hih_card_login_draw (job->people, (guint) page, job->home, cr);
}

static void
print (Job *job, guint n_pages)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  /* Asking where to print would lead out of a kiosk: the usual printer it is. */
  gboolean alone = gtk_widget_has_css_class (GTK_WIDGET (job->parent), HIH_KIOSK_CLASS);
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, a4);
  gtk_paper_size_free (a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) n_pages);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  if (gtk_print_operation_run (operation, alone ? GTK_PRINT_OPERATION_ACTION_PRINT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               job->parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    g_info ("ui: print a card: %s", error->message);
}

static gboolean
draw_next_cb (gpointer user_data)
{
  Job *job = user_data;

  if (hih_card_steps_draw_next (job->steps))
    return G_SOURCE_CONTINUE;
  print (job, 1);
  return G_SOURCE_REMOVE;
}

/**
 * hih_card_print:
 * @trainee: (nullable): whose card it is, with the names of whom they call
 */
void
hih_card_print (HihPage *page, HihLesson *lesson, const HihTrainee *trainee)
{
  HihContext *context = hih_page_get_context (page);
  g_autofree char *home = hih_settings_dup_string (hih_context_get_settings (context), HIH_SETTING_HOME_NAME);
  HihCardWho who = { .home = home, .card = hih_context_get_home_card (context) };
  Job *job = g_new0 (Job, 1);

  if (trainee != NULL)
    {
      who.name = trainee->name;
      who.picture = trainee->picture;
      who.family = trainee->family;
    }
  job->parent = g_object_ref (GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)));
  job->steps = hih_card_steps_new (lesson, hih_context_get_language (context), &who);
  g_idle_add (draw_next_cb, job);
}

/**
 * hih_card_print_login:
 * @people: (element-type HihTrainee)
 */
void
hih_card_print_login (GPtrArray *people, const char *home, GtkWindow *parent)
{
  Job *job = g_new0 (Job, 1);

  job->parent = g_object_ref (parent);
  job->people = g_ptr_array_ref (people);
  job->home = g_strdup (home);
  print (job, hih_card_login_get_n_pages (people));
}
