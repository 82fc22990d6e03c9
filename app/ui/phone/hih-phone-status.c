/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signal and battery are drawn, in the colour CSS gives: four bars and a box are less than two icons. */
#include "config.h"

#include "hih-phone-status.h"

#include "hih-element-view.h"
#include "hih-phone-date.h"
#include "hih-phone-picture.h"
#include "hih-tag-ground.h"

#include <glib/gi18n.h>

#define SYSTEM_STATUS "system/status"

struct _HihPhoneStatus
{
  GtkWidget parent_instance;

  GtkWidget *time;
  GtkWidget *sign; /* Wi-Fi, or an aeroplane while nothing is sent */
  GtkWidget *drawn; /* where signal and battery are drawn */
  gboolean has_signal; /* of the telephone: Wi-Fi is the sign's */
};

G_DEFINE_FINAL_TYPE (HihPhoneStatus, hih_phone_status, GTK_TYPE_WIDGET)

#define PADDING 22.0f
#define SIGN 24
#define BATTERY 35
#define SIGNAL 24
#define GAP 10
#define HIGH 18

static void
append_box (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height, float radius)
{
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (x, y, width, height), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, color, &box.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_signal (HihPhoneStatus *self, GtkSnapshot *snapshot, const GdkRGBA *color, float x, float bottom)
{
  GdkRGBA pale = *color;

  pale.alpha *= 0.3f;
  for (int i = 0; i < 4; i++)
    {
      float height = 6 + 4.0f * i;

      append_box (snapshot, self->has_signal ? color : &pale, x + 6.5f * i, bottom - height, 4, height, 1.2f);
    }
}

static void
append_battery (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y)
{
  GskRoundedRect outline;
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, 31, 18), 5);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
  append_box (snapshot, color, x + 4.5f, y + 4.5f, 18, 9, 2);
  append_box (snapshot, color, x + 32.5f, y + 5.5f, 3, 7, 1.2f);
}

static void
hih_phone_status_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhoneStatus *self = HIH_PHONE_STATUS (widget);
  graphene_rect_t box;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_widget_snapshot_child (widget, self->time, snapshot);
  gtk_widget_snapshot_child (widget, self->sign, snapshot);
  if (!gtk_widget_compute_bounds (self->drawn, widget, &box))
    return;
  append_battery (snapshot, &color, box.origin.x + SIGNAL + GAP, box.origin.y);
  append_signal (self, snapshot, &color, box.origin.x, box.origin.y + HIGH);
}

static void
hih_phone_status_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (HIH_PHONE_STATUS (widget)->time, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 44;
}

static void
hih_phone_status_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *time = HIH_PHONE_STATUS (widget)->time;
  GtkWidget *sign = HIH_PHONE_STATUS (widget)->sign;
  int left = width - (int) PADDING - BATTERY - GAP - SIGNAL;
  int natural_width, natural_height;

  gtk_widget_measure (HIH_PHONE_STATUS (widget)->drawn, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_width, NULL, NULL);
  gtk_widget_size_allocate (HIH_PHONE_STATUS (widget)->drawn,
                            &(GtkAllocation){ left, height / 2 + 1 - HIGH / 2, BATTERY + GAP + SIGNAL, HIGH }, -1);
  if (gtk_widget_should_layout (sign))
    {
      gtk_widget_measure (sign, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_width, NULL, NULL);
      gtk_widget_size_allocate (sign, &(GtkAllocation){ left - 8 - SIGN, (height - SIGN) / 2 + 1, SIGN, SIGN }, -1);
    }

  gtk_widget_measure (time, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_width, NULL, NULL);
  gtk_widget_measure (time, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural_height, NULL, NULL);
  gtk_widget_size_allocate (time, &(GtkAllocation){ (int) PADDING, (height - natural_height) / 2 + 2, natural_width, natural_height },
                            -1);
}

static void
hih_phone_status_dispose (GObject *object)
{
  g_clear_pointer (&HIH_PHONE_STATUS (object)->time, gtk_widget_unparent);
  g_clear_pointer (&HIH_PHONE_STATUS (object)->sign, gtk_widget_unparent);
  g_clear_pointer (&HIH_PHONE_STATUS (object)->drawn, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_phone_status_parent_class)->dispose (object);
}

static void
hih_phone_status_class_init (HihPhoneStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_status_dispose;
  widget_class->snapshot = hih_phone_status_snapshot;
  widget_class->measure = hih_phone_status_measure;
  widget_class->size_allocate = hih_phone_status_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "statusbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_phone_status_init (HihPhoneStatus *self)
{
  self->has_signal = TRUE;
  self->time = gtk_label_new ("");
  gtk_widget_set_parent (self->time, GTK_WIDGET (self));
  self->sign = hih_phone_picture_new_icon (NULL, SIGN);
  gtk_widget_set_visible (self->sign, FALSE);
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
  self->drawn = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->drawn, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->sign, HIH_TAG_READ);
  gtk_widget_add_css_class (self->drawn, HIH_TAG_READ);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static gboolean
is_on (HihElementContext *context, const char *key, gboolean otherwise)
{
  const char *value = hih_element_context_get_state (context, key);

  return value != NULL ? g_str_equal (value, "yes") : otherwise;
}

/**
 * hih_phone_status_new:
 *
 * Returns: (transfer floating): a button that is a status bar without a time yet
 */
GtkWidget *
hih_phone_status_new (HihElementContext *context)
{
  GtkWidget *button = hih_element_view_new_button (context, "status-key");

  gtk_button_set_child (GTK_BUTTON (button), g_object_new (HIH_TYPE_PHONE_STATUS, NULL));
  hih_element_view_set_name (button, _("Pull down from the top edge"), NULL);
  return button;
}

/* Nothing gets through although both ways are open. */
static gboolean
is_cut_off (HihElementContext *context)
{
  return !is_on (context, "system.network", TRUE) && is_on (context, "system.data", TRUE);
}

static const char *
find_sign (HihElementContext *context)
{
  if (is_on (context, "system.airplane", FALSE))
    return "airplane";
  /* The fan stands there once a network was joined, and not before. */
  if (is_on (context, "system.wifi", FALSE) && !is_cut_off (context) &&
      g_strcmp0 (hih_element_context_get_state (context, "system.joining"), "done") == 0)
    return "wifi";
  return NULL;
}

/**
 * hih_phone_status_update:
 */
void
hih_phone_status_update (GtkWidget *button, HihElementContext *context)
{
  HihPhoneStatus *self = HIH_PHONE_STATUS (gtk_button_get_child (GTK_BUTTON (button)));
  gboolean has_signal = !is_on (context, "system.airplane", FALSE) && !is_cut_off (context);
  g_autofree char *time = hih_phone_date_dup_time (hih_element_context_get_wall_ms (context));
  const char *sign = find_sign (context);

  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->time)), time) != 0)
    gtk_label_set_label (GTK_LABEL (self->time), time);
  hih_phone_picture_set_icon (HIH_PHONE_PICTURE (self->sign), sign);
  gtk_widget_set_visible (self->sign, sign != NULL);
  if (self->has_signal == has_signal)
    return;
  self->has_signal = has_signal;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_status_set_works:
 * @works: whether something can be pulled down now
 */
void
hih_phone_status_set_works (GtkWidget *button, gboolean works)
{
  hih_element_view_set_widget_target (button, works ? SYSTEM_STATUS : "system/");
  gtk_widget_set_sensitive (button, works);
}
