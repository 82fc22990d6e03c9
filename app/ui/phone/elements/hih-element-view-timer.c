/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running time: of a call since its screen came, or of the day with its seconds. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-date.h"
#include "hih-phone-fit.h"
#include "hih-phone-screen.h"

#define MAX_NAME_LINES 2 /* with the time, as high as the small picture beside it */

typedef struct
{
  gboolean now;
  gint64 since_ms;
} Timer;

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *day = gtk_label_new ("");
  GtkWidget *time = gtk_label_new ("");
  Timer *timer = g_new0 (Timer, 1);

  timer->now = g_strcmp0 (hih_element_get_attribute (node->element, "what"), "now") == 0;
  timer->since_ms = hih_element_context_get_now_ms (context);
  gtk_widget_add_css_class (box, timer->now ? "now" : "call");
  gtk_widget_add_css_class (day, "day");
  gtk_widget_add_css_class (time, "time");
  gtk_label_set_justify (GTK_LABEL (day), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), time);
  g_object_set_data_full (G_OBJECT (box), "timer", timer, g_free);
  hih_element_view_keep (box, "day", day);
  hih_element_view_keep (box, "time", time);
  return box;
}

static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  const Timer *timer = g_object_get_data (G_OBJECT (widget), "timer");
  gint64 wall_ms = hih_element_context_get_wall_ms (context);
  gint64 ran_ms = hih_element_context_get_now_ms (context) - timer->since_ms;
  /* Whom one speaks with, or the day. */
  g_autofree char *day = timer->now ? hih_phone_date_dup_day (wall_ms, hih_element_context_get_language (context))
                                    : g_strdup (g_object_get_data (G_OBJECT (widget), "title"));
  g_autofree char *time = timer->now ? hih_phone_date_dup_time_with_seconds (wall_ms) : hih_phone_date_dup_duration (ran_ms);

  hih_element_view_set_label (hih_element_view_part (widget, "day"), day != NULL ? day : "");
  hih_element_view_set_label (hih_element_view_part (widget, "time"), time);
  return 1000 - (timer->now ? wall_ms : ran_ms) % 1000;
}

/* Over a video call's picture it stands in the corner and leaves the middle free. */
static gboolean
is_over_picture (GtkWidget *widget)
{
  GtkWidget *screen = gtk_widget_get_ancestor (widget, HIH_TYPE_PHONE_SCREEN);

  return screen != NULL && hih_phone_screen_has_face (HIH_PHONE_SCREEN (screen));
}

static gboolean
timer_is_tall (HihElementContext *context, GtkWidget *widget)
{
  const Timer *timer = g_object_get_data (G_OBJECT (widget), "timer");
  const char *language = hih_element_context_get_language (context);

  return !timer->now && (language == NULL || !g_str_has_prefix (language, "zh"));
}

/* A long name goes on in another line rather than over the small picture, which the style keeps clear of it. */
static void
fit_name (HihElementContext *context, GtkWidget *widget, gboolean corner)
{
  GtkWidget *name = hih_element_view_part (widget, "day");

  gtk_label_set_wrap (GTK_LABEL (name), corner && timer_is_tall (context, widget));
  if (corner)
    hih_phone_fit_limit_lines (name, timer_is_tall (context, widget) ? MAX_NAME_LINES : 1);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  gboolean corner = is_over_picture (widget);

  gtk_widget_set_halign (widget, corner ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_widget_set_valign (widget, corner ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_set_vexpand (widget, corner);
  /* Beside the small picture there is no room for a long name and the time in one line. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (widget), timer_is_tall (context, widget) ? GTK_ORIENTATION_VERTICAL
                                                                                           : GTK_ORIENTATION_HORIZONTAL);
  fit_name (context, widget, corner);
  gtk_box_set_spacing (GTK_BOX (widget), timer_is_tall (context, widget) ? 0 : 10);
  g_object_set_data_full (G_OBJECT (widget), "title", g_strdup (hih_element_view_get_title (context, node)), g_free);
  advance (context, widget);
}

const HihElementView hih_element_view_timer = {
  .name = "timer",
  .create = create,
  .update = update,
  .advance = advance,
};
