/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The overview strip before the film: the phone as it stands before some of the steps. The phones are built one after
 * another when there is time: five at once would hold the window up.
 */
#include "config.h"

#include "hih-overview.h"

#include "hih-control.h"
#include "hih-performer.h"
#include "hih-phone-view.h"
#include "hih-scroller.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MAX_PICTURES 5
#define LEAST_WIDTH 84
#define LEAST_HEIGHT 178

struct _HihOverview
{
  GtkWidget parent_instance;

  HihLesson *lesson;
  char *language;
  GtkWidget *box;
  GtkWidget *places[MAX_PICTURES]; /* where each picture comes */
  guint steps[MAX_PICTURES];
  guint n_places;
  guint next;
  guint source;
  HihClock *clock; /* stands still */
};

enum
{
  PLAY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihOverview, hih_overview, GTK_TYPE_WIDGET)

static void
play_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[PLAY], 0);
}

static void
put_phone (HihOverview *self, guint i)
{
  g_autoptr (HihPlan) plan = hih_plan_new (self->lesson, HIH_STAGE_WATCH, FALSE);
  const char *layout = hih_lesson_get_layouts (self->lesson)[0];
  g_autoptr (HihPhoneState) state = hih_performer_state_at (plan, self->steps[i], layout, NULL);
  const HihStep *step = hih_lesson_get_step (self->lesson, self->steps[i]);
  g_autoptr (HihPhone) phone = NULL;
  GtkWidget *view;

  if (state == NULL)
    return;
  phone = hih_phone_new (hih_lesson_get_apps (self->lesson), layout, self->clock);
  hih_phone_set_state (phone, state);
  view = hih_phone_view_new ();
  hih_phone_view_set_language (HIH_PHONE_VIEW (view), self->language);
  hih_phone_view_set_phone (HIH_PHONE_VIEW (view), phone);
  hih_phone_view_set_interactive (HIH_PHONE_VIEW (view), FALSE);
  if (step->target != NULL)
    hih_phone_view_point_at (HIH_PHONE_VIEW (view), step->target, NULL, NULL);
  hih_phone_view_finish_transitions (HIH_PHONE_VIEW (view));
  gtk_widget_set_can_focus (view, FALSE);
  gtk_widget_set_can_target (view, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_size_request (view, LEAST_WIDTH, LEAST_HEIGHT);
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (self->places[i]), view);
}

static gboolean
next_cb (gpointer user_data)
{
  HihOverview *self = user_data;
  guint i = self->next++;

  if (i >= self->n_places)
    {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  put_phone (self, i);
  return G_SOURCE_CONTINUE;
}

static void
hih_overview_dispose (GObject *object)
{
  HihOverview *self = HIH_OVERVIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (hih_overview_parent_class)->dispose (object);
}

static void
hih_overview_class_init (HihOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_overview_dispose;
  signals[PLAY] = g_signal_new ("play", HIH_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_overview_init (HihOverview *self)
{
  self->clock = hih_virtual_clock_new_for_pictures ();
}

static GtkWidget *
new_place (HihOverview *self, guint i)
{
  const HihStep *step = hih_lesson_get_step (self->lesson, self->steps[i]);
  HihText *title = step->title != NULL ? step->title : step->say;
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *number = g_strdup_printf ("%u", self->steps[i] + 1);
  GtkWidget *disc = hih_disc_new (gtk_label_new (number), "overview-number");
  GtkWidget *words = hih_words_new (hih_text_get (title, self->language), "overview-words");

  gtk_widget_set_valign (disc, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), disc);
  gtk_box_append (GTK_BOX (row), words);
  self->places[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (self->places[i], TRUE);
  gtk_box_append (GTK_BOX (place), row);
  gtk_box_append (GTK_BOX (place), self->places[i]);
  return place;
}

/**
 * hih_overview_new:
 * *
 * Returns: (transfer floating): the strip
 */
GtkWidget *
hih_overview_new (HihLesson *lesson, const char *language)
{
  HihOverview *self = g_object_new (HIH_TYPE_OVERVIEW, NULL);
  guint n = hih_lesson_get_n_steps (lesson);
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *play = hih_control_new ("play", _("Begin to watch"), "primary bar");
  GtkWidget *scroller = hih_scroller_new (strip);

  self->lesson = hih_lesson_ref (lesson);
  self->language = g_strdup (language);
  self->n_places = MIN (n, n <= 3 ? n : 4);
  for (guint i = 0; i < self->n_places; i++)
    {
      self->steps[i] = self->n_places > 1 ? i * (n - 1) / (self->n_places - 1) : 0;
      gtk_box_append (GTK_BOX (strip), new_place (self, i));
    }
  gtk_box_set_homogeneous (GTK_BOX (strip), TRUE);
  gtk_widget_set_vexpand (strip, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_EXTERNAL);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_widget_add_css_class (self->box, "overview");
  gtk_widget_set_name (play, "play");
  g_signal_connect (play, "clicked", G_CALLBACK (play_cb), self);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), play);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->source = g_idle_add (next_cb, self);
  return GTK_WIDGET (self);
}
