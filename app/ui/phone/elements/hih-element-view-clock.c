/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time and the date, large: on the lock screen very large. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-date.h"
#include "hih-phone-picture.h"

static gboolean
is_large (const HihSceneNode *node)
{
  return g_strcmp0 (hih_element_get_attribute (node->element, "size"), "large") == 0;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  gboolean large = is_large (node);
  GtkWidget *box = gtk_box_new (large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, large ? 0 : 18);
  GtkWidget *time = gtk_label_new ("");
  GtkWidget *days = gtk_box_new (large ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, large ? 12 : 0);
  GtkWidget *day = gtk_label_new ("");
  GtkWidget *weekday = gtk_label_new ("");

  gtk_widget_add_css_class (time, "time");
  gtk_widget_add_css_class (days, "days");
  gtk_label_set_xalign (GTK_LABEL (day), 0);
  gtk_label_set_xalign (GTK_LABEL (weekday), 0);
  gtk_widget_set_valign (days, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (days, large ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (days), day);
  gtk_box_append (GTK_BOX (days), weekday);
  if (large)
    {
      gtk_box_append (GTK_BOX (box), hih_phone_picture_new_icon ("lock", 32));
      gtk_widget_set_vexpand (box, TRUE);
      gtk_widget_set_valign (box, GTK_ALIGN_START);
    }
  gtk_box_append (GTK_BOX (box), time);
  gtk_box_append (GTK_BOX (box), days);
  gtk_widget_add_css_class (box, large ? "large" : "small");
  hih_element_view_keep (box, "time", time);
  hih_element_view_keep (box, "day", day);
  hih_element_view_keep (box, "weekday", weekday);
  return box;
}

static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  gint64 wall_ms = hih_element_context_get_wall_ms (context);
  const char *language = hih_element_context_get_language (context);
  g_autofree char *time = hih_phone_date_dup_time (wall_ms);
  const char *weather = g_object_get_data (G_OBJECT (widget), "weather");
  gboolean narrow = gtk_widget_has_css_class (widget, "small");
  g_autofree char *day = narrow ? hih_phone_date_dup_short_day (wall_ms, language) : hih_phone_date_dup_long_day (wall_ms, language);
  g_autofree char *weekday = NULL;

  /* Beside the large time a whole English weekday has no room; under it, it is said with the day. */
  if (!narrow)
    weekday = g_strdup ("");
  else if (language == NULL || !g_str_has_prefix (language, "zh"))
    weekday = hih_phone_date_dup_short_weekday (wall_ms, language);
  else
    weekday = hih_phone_date_dup_weekday (wall_ms, language);
  if (weather != NULL && *weather != '\0')
    {
      char *both = g_strconcat (weekday, *weekday != '\0' ? " · " : "", weather, NULL);

      g_free (weekday);
      weekday = both;
    }

  hih_element_view_set_label (hih_element_view_part (widget, "time"), time);
  hih_element_view_set_label (hih_element_view_part (widget, "day"), day);
  hih_element_view_set_label (hih_element_view_part (widget, "weekday"), weekday);
  return 60000 - wall_ms % 60000;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  g_object_set_data_full (G_OBJECT (widget), "weather", g_strdup (hih_element_view_get_title (context, node)), g_free);
  advance (context, widget);
}

const HihElementView hih_element_view_clock = {
  .name = "clock",
  .create = create,
  .update = update,
  .advance = advance,
};
