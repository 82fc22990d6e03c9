/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A toast on a real phone is gone before an older reader has found it: here it stays as long as it takes to read. */
#include "config.h"

#include "hih-phone-glass.h"

#include "hih-element-view.h"
#include "hih-phone-picture.h"

#define TOAST_MIN_MS 3500
#define SAME_GESTURE_MS 100 /* words that came with the new screen are about it */
#define MS_A_CHARACTER 180 /* about 5.5 characters a second */
#define NOTICE_MS 7000

struct _HihPhoneGlass
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *notice;
  GtkWidget *picture;
  GtkWidget *title;
  GtkWidget *words;
  GtkWidget *toast;
  gint64 toast_since_ms;
  gint64 toast_until_ms;
  gint64 notice_until_ms;
};

G_DEFINE_FINAL_TYPE (HihPhoneGlass, hih_phone_glass, GTK_TYPE_WIDGET)

static void
hih_phone_glass_dispose (GObject *object)
{
  g_clear_pointer (&HIH_PHONE_GLASS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_phone_glass_parent_class)->dispose (object);
}

static void
hih_phone_glass_class_init (HihPhoneGlassClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_phone_glass_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "glass");
}

static GtkWidget *
create_notice (HihPhoneGlass *self)
{
  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->picture = hih_phone_picture_new (56, 56);
  self->title = hih_element_view_new_label ("row-title");
  self->words = hih_element_view_new_label ("row-subtitle");
  gtk_widget_set_valign (self->picture, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_add_css_class (notice, "banner");
  gtk_box_append (GTK_BOX (lines), self->title);
  gtk_box_append (GTK_BOX (lines), self->words);
  gtk_box_append (GTK_BOX (notice), self->picture);
  gtk_box_append (GTK_BOX (notice), lines);
  return notice;
}

static void
hih_phone_glass_init (HihPhoneGlass *self)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->notice = create_notice (self);
  self->toast = hih_element_view_new_label ("toast");
  gtk_label_set_xalign (GTK_LABEL (self->toast), 0.5f);
  gtk_label_set_justify (GTK_LABEL (self->toast), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (self->toast, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (space, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->notice);
  gtk_box_append (GTK_BOX (self->box), space);
  gtk_box_append (GTK_BOX (self->box), self->toast);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  hih_phone_glass_clear (self);
}

/**
 * hih_phone_glass_new:
 *
 * Returns: (transfer floating): a clear glass
 */
GtkWidget *
hih_phone_glass_new (void)
{
  return g_object_new (HIH_TYPE_PHONE_GLASS, NULL);
}

/**
 * hih_phone_glass_toast:
 */
void
hih_phone_glass_toast (HihPhoneGlass *self, const char *words, gint64 now_ms)
{
  g_return_if_fail (HIH_IS_PHONE_GLASS (self));
  hih_element_view_set_label (self->toast, words);
  self->toast_since_ms = now_ms;
  self->toast_until_ms = now_ms + MAX (TOAST_MIN_MS, g_utf8_strlen (words, -1) * MS_A_CHARACTER);
}

/**
 * hih_phone_glass_notify:
 * @picture: (nullable):
 */
void
hih_phone_glass_notify (HihPhoneGlass *self, const char *picture, const char *title, const char *words, gint64 now_ms)
{
  g_return_if_fail (HIH_IS_PHONE_GLASS (self));
  hih_phone_picture_set_portrait (HIH_PHONE_PICTURE (self->picture), picture);
  gtk_widget_set_visible (self->picture, picture != NULL);
  hih_element_view_set_label (self->title, title);
  hih_element_view_set_label (self->words, words);
  gtk_widget_set_visible (self->notice, TRUE);
  self->notice_until_ms = now_ms + NOTICE_MS;
}

/**
 * hih_phone_glass_clear:
 */
void
hih_phone_glass_clear (HihPhoneGlass *self)
{
  g_return_if_fail (HIH_IS_PHONE_GLASS (self));
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_widget_set_visible (self->toast, FALSE);
}

/**
 * hih_phone_glass_show:
 */
gboolean
hih_phone_glass_show (HihPhoneGlass *self, const HihEffect *effect, HihElementContext *context, gint64 now_ms)
{
  const char *words = hih_element_context_pick_text (context, hih_effect_get_text (effect));
  HihEffectKind kind = hih_effect_get_kind (effect);

  if (kind == HIH_EFFECT_TOAST)
    hih_phone_glass_toast (self, words, now_ms);
  else if (kind == HIH_EFFECT_NOTIFY)
    hih_phone_glass_notify (self, hih_effect_get_value (effect),
                            hih_element_context_pick_text (context, hih_effect_get_title (effect)), words, now_ms);
  else
    return FALSE;
  return TRUE;
}

/**
 * hih_phone_glass_leave:
 */
void
hih_phone_glass_leave (HihPhoneGlass *self, gint64 now_ms)
{
  g_return_if_fail (HIH_IS_PHONE_GLASS (self));
  if (now_ms - self->toast_since_ms > SAME_GESTURE_MS)
    gtk_widget_set_visible (self->toast, FALSE);
}

/* Takes @widget away when its time is over; the ms that are left, -1 if it is gone. */
static gint64
expire (GtkWidget *widget, gint64 left_ms)
{
  if (!gtk_widget_get_visible (widget))
    return -1;
  if (left_ms > 0)
    return left_ms;
  gtk_widget_set_visible (widget, FALSE);
  return -1;
}

/**
 * hih_phone_glass_advance:
 */
gint64
hih_phone_glass_advance (HihPhoneGlass *self, gint64 now_ms)
{
  gint64 toast_ms, notice_ms;

  g_return_val_if_fail (HIH_IS_PHONE_GLASS (self), -1);
  toast_ms = expire (self->toast, self->toast_until_ms - now_ms);
  notice_ms = expire (self->notice, self->notice_until_ms - now_ms);
  if (toast_ms < 0 || notice_ms < 0)
    return MAX (toast_ms, notice_ms);
  return MIN (toast_ms, notice_ms);
}
