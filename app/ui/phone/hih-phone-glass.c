/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A toast on a real phone is gone before an older reader has found it: here it stays as long as it takes to read. */
#include "config.h"

#include "hih-phone-glass.h"

#include "hih-element-view.h"
#include "hih-phone-hand.h"
#include "hih-phone-picture.h"
#include "hih-phone-screen.h"
#include "hih-toast-place.h"

#include <glib/gi18n.h>
#include <math.h>

#define TOAST_MIN_MS 3500
#define SAME_GESTURE_MS 100 /* words that came with the new screen are about it */
#define MS_A_CHARACTER 180 /* about 5.5 characters a second */
#define NOTICE_MS 7000
#define VOLUME_MS 3500
#define LOUDEST 5.0 /* of the system app */
#define VOLUME_KEY "system.volume"
#define BRIGHTNESS_KEY "system.brightness"
#define FULL_BRIGHTNESS 8 /* from here on up nothing is dimmed */
#define LEAST_BRIGHTNESS 1
#define TOAST_LINE 12 /* Chinese characters: longer words are broken where a clause ends */
#define SMALL_LINE 15 /* of the smallest form */
#define DARKEST 0.24f /* all words stay above the 4.5:1 that hih_look asks for */

struct _HihPhoneGlass
{
  GtkWidget parent_instance;

  HihPhoneStage *stage; /* (nullable) weak */
  GtkWidget *hand;       /* (nullable) weak */
  HihFindTargetFunc find;
  gpointer find_data;
  char *next; /* (nullable) "app/element": what is to be touched next */
  GtkWidget *box;
  GtkWidget *notice;
  GtkWidget *picture;
  GtkWidget *title;
  GtkWidget *words;
  GtkWidget *toasts[HIH_N_TOAST_FORMS]; /* one of them is seen */
  GtkWidget *loudness; /* the row of the volume's bar */
  GtkWidget *volume_icon;
  GtkWidget *volume_bar;
  float dim;    /* 0: clear */
  double scrolled_to; /* px of the screen below */
  gint64 volume_until_ms;
  gint64 toast_since_ms;
  gint64 toast_until_ms;
  gint64 notice_until_ms;
};

enum
{
  MOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPhoneGlass, hih_phone_glass, GTK_TYPE_WIDGET)

static void
hih_phone_glass_dispose (GObject *object)
{
  HihPhoneGlass *self = HIH_PHONE_GLASS (object);

  g_clear_weak_pointer (&self->stage);
  g_clear_weak_pointer (&self->hand);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  for (guint i = 0; i < HIH_N_TOAST_FORMS; i++)
    g_clear_pointer (&self->toasts[i], gtk_widget_unparent);
  g_clear_pointer (&self->next, g_free);
  G_OBJECT_CLASS (hih_phone_glass_parent_class)->dispose (object);
}

static void
hih_phone_glass_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhoneGlass *self = HIH_PHONE_GLASS (widget);
  GdkRGBA black = { 0, 0, 0, self->dim };
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->dim > 0)
    gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GTK_WIDGET_CLASS (hih_phone_glass_parent_class)->snapshot (widget, snapshot);
}

static void
hih_phone_glass_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (HIH_PHONE_GLASS (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
hih_phone_glass_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihPhoneGlass *self = HIH_PHONE_GLASS (widget);
  GtkWidget *screen = self->stage != NULL ? hih_phone_stage_get_screen (self->stage) : NULL;
  GtkWidget *next = self->next != NULL ? self->find (self->next, self->find_data) : NULL;
  g_autoptr (GArray) hand = self->hand != NULL && screen != NULL ? hih_phone_hand_find_cover (HIH_PHONE_HAND (self->hand), screen)
                                                                 : g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  if (gtk_widget_get_visible (self->notice) || gtk_widget_get_visible (self->loudness))
    hih_toast_place_allocate_card (self->box, screen, next, hand, width, height);
  else
    gtk_widget_allocate (self->box, width, height, -1, NULL);
  if (gtk_widget_get_visible (self->toasts[0]))
    hih_toast_place_allocate (self->toasts, screen, next, hand, width, height);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
hih_phone_glass_class_init (HihPhoneGlassClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_phone_glass_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = hih_phone_glass_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = hih_phone_glass_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = hih_phone_glass_size_allocate;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "glass");
  signals[MOVED] = g_signal_new ("moved", HIH_TYPE_PHONE_GLASS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
  gtk_widget_add_css_class (notice, HIH_PHONE_GLASS_NOTICE);
  gtk_box_append (GTK_BOX (lines), self->title);
  gtk_box_append (GTK_BOX (lines), self->words);
  gtk_box_append (GTK_BOX (notice), self->picture);
  gtk_box_append (GTK_BOX (notice), lines);
  return notice;
}

static GtkWidget *
create_loudness (HihPhoneGlass *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  self->volume_icon = hih_phone_picture_new_icon ("volume", 32);
  self->volume_bar = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->volume_bar, TRUE);
  gtk_widget_set_valign (self->volume_bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->volume_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Volume"), -1);
  gtk_widget_add_css_class (row, HIH_PHONE_GLASS_NOTICE);
  gtk_widget_add_css_class (row, "loudness");
  gtk_box_append (GTK_BOX (row), self->volume_icon);
  gtk_box_append (GTK_BOX (row), self->volume_bar);
  return row;
}

static void
hih_phone_glass_init (HihPhoneGlass *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->notice = create_notice (self);
  self->loudness = create_loudness (self);
  gtk_box_append (GTK_BOX (self->box), self->notice);
  gtk_box_append (GTK_BOX (self->box), self->loudness);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < HIH_N_TOAST_FORMS; i++)
    {
      self->toasts[i] = hih_element_view_new_label (HIH_PHONE_GLASS_TOAST);
      if (i > 0)
        gtk_widget_add_css_class (self->toasts[i], i == HIH_TOAST_SMALL ? "small" : "middle");
      gtk_label_set_xalign (GTK_LABEL (self->toasts[i]), 0.5f);
      gtk_label_set_justify (GTK_LABEL (self->toasts[i]), GTK_JUSTIFY_CENTER);
      gtk_widget_set_parent (self->toasts[i], GTK_WIDGET (self));
    }
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  hih_phone_glass_clear (self);
}

/**
 * hih_phone_glass_new:
 * @stage: what it lies over: a toast keeps off the controls there. Not kept alive
 * @find: (scope forever): where a target stands
 *
 * Returns: (transfer floating): a clear glass
 */
GtkWidget *
hih_phone_glass_new (HihPhoneStage *stage, HihFindTargetFunc find, gpointer data)
{
  HihPhoneGlass *self = g_object_new (HIH_TYPE_PHONE_GLASS, NULL);

  g_set_weak_pointer (&self->stage, stage);
  self->find = find;
  self->find_data = data;
  return GTK_WIDGET (self);
}

/**
 * hih_phone_glass_set_hand:
 * @hand: the #HihPhoneHand that lies over it: what is said for a moment keeps off it. Not kept alive
 */
void
hih_phone_glass_set_hand (HihPhoneGlass *self, GtkWidget *hand)
{
  g_return_if_fail (HIH_IS_PHONE_GLASS (self));
  g_set_weak_pointer (&self->hand, hand);
}

/**
 * hih_phone_glass_show_volume:
 * @before: as the phone was before the gesture
 */
void
hih_phone_glass_show_volume (HihPhoneGlass *self, HihPhoneState *before, HihPhoneState *now, gint64 now_ms)
{
  const char *volume = hih_phone_state_get (now, VOLUME_KEY);

  g_return_if_fail (HIH_IS_PHONE_GLASS (self));
  if (volume == NULL || g_strcmp0 (hih_phone_state_get (before, VOLUME_KEY), volume) == 0)
    return;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->volume_bar),
                                 CLAMP (g_ascii_strtod (volume, NULL) / LOUDEST, 0, 1));
  gtk_widget_set_visible (self->loudness, TRUE);
  self->volume_until_ms = now_ms + VOLUME_MS;
}

/**
 * hih_phone_glass_update:
 */
void
hih_phone_glass_update (HihPhoneGlass *self, HihPhoneState *state)
{
  const char *brightness = hih_phone_state_get (state, BRIGHTNESS_KEY);
  double value = brightness != NULL ? g_ascii_strtod (brightness, NULL) : FULL_BRIGHTNESS;
  float dim;

  g_return_if_fail (HIH_IS_PHONE_GLASS (self));
  value = CLAMP (value, LEAST_BRIGHTNESS, FULL_BRIGHTNESS);
  dim = DARKEST * (float) ((FULL_BRIGHTNESS - value) / (FULL_BRIGHTNESS - LEAST_BRIGHTNESS));
  if (fabsf (dim - self->dim) > 0.001f)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->dim = dim;
  gtk_widget_queue_allocate (GTK_WIDGET (self)); /* what a toast keeps off may stand elsewhere now */
}

/**
 * hih_phone_glass_keep_off:
 * @next: (nullable): "app/element", what is to be touched next: no toast lies on it
 */
void
hih_phone_glass_keep_off (HihPhoneGlass *self, const char *next)
{
  g_return_if_fail (HIH_IS_PHONE_GLASS (self));
  g_free (self->next);
  self->next = g_strdup (next);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Chinese breaks anywhere, and so in the middle of a word: words that need two lines are broken where a clause ends. */
static char *
dup_broken (const char *words, glong line)
{
  glong length = g_utf8_strlen (words, -1), at = 0, best = -1;
  const char *cut = NULL;

  for (const char *c = words; length > line && *c != '\0'; c = g_utf8_next_char (c), at++)
    {
      const char *next = g_utf8_next_char (c);
      glong rest = length - at - 1;

      if (g_utf8_strchr ("，。！？：；", -1, g_utf8_get_char (c)) == NULL || *next == '\0' || g_str_has_prefix (next, "”"))
        continue;
      if (at + 1 <= line && rest <= line && (best < 0 || MAX (at + 1, rest) < best))
        {
          best = MAX (at + 1, rest);
          cut = next;
        }
    }
  return cut != NULL ? g_strdup_printf ("%.*s\n%s", (int) (cut - words), words, cut) : g_strdup (words);
}

/**
 * hih_phone_glass_toast:
 * @words: stand low, where nothing is to be tapped, for as long as it takes to read them
 */
void
hih_phone_glass_toast (HihPhoneGlass *self, const char *words, gint64 now_ms)
{
  for (guint i = 0; i < HIH_N_TOAST_FORMS; i++)
    {
      g_autofree char *broken = dup_broken (words, i == HIH_TOAST_SMALL ? SMALL_LINE : TOAST_LINE);

      hih_element_view_set_label (self->toasts[i], broken);
    }
  self->toast_since_ms = now_ms;
  self->toast_until_ms = now_ms + MAX (TOAST_MIN_MS, g_utf8_strlen (words, -1) * MS_A_CHARACTER);
}

static void
hide_toast (HihPhoneGlass *self)
{
  for (guint i = 0; i < HIH_N_TOAST_FORMS; i++)
    gtk_widget_set_visible (self->toasts[i], FALSE);
}

/* @picture: (nullable) */
static void
show_notice (HihPhoneGlass *self, const char *picture, const char *title, const char *words, gint64 now_ms)
{
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
  hide_toast (self);
  gtk_widget_set_visible (self->loudness, FALSE);
  self->dim = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
    show_notice (self, hih_effect_get_value (effect),
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
    hide_toast (self);
}

/* Takes @widget away when its time is over. @next_ms: the soonest such moment; -1: none. */
static void
expire (GtkWidget *widget, gint64 left_ms, gint64 *next_ms)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (left_ms <= 0)
    gtk_widget_set_visible (widget, FALSE);
  else if (*next_ms < 0 || left_ms < *next_ms)
    *next_ms = left_ms;
}

/* A talk that was moved to its end lies under the toast otherwise than when that found its place. */
static void
keep_off_what_moved (HihPhoneGlass *self)
{
  GtkWidget *screen = self->stage != NULL ? hih_phone_stage_get_screen (self->stage) : NULL;
  GtkAdjustment *scroll = HIH_IS_PHONE_SCREEN (screen) ? hih_phone_screen_get_scroll (HIH_PHONE_SCREEN (screen)) : NULL;
  double at = scroll != NULL ? gtk_adjustment_get_value (scroll) : 0;

  if (gtk_widget_get_visible (self->toasts[0]) && fabs (at - self->scrolled_to) >= 1)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->scrolled_to = at;
}

/**
 * hih_phone_glass_advance:
 */
gint64
hih_phone_glass_advance (HihPhoneGlass *self, gint64 now_ms)
{
  gint64 next_ms = -1;

  g_return_val_if_fail (HIH_IS_PHONE_GLASS (self), -1);
  keep_off_what_moved (self);
  for (guint i = 0; i < HIH_N_TOAST_FORMS; i++)
    expire (self->toasts[i], self->toast_until_ms - now_ms, &next_ms);
  expire (self->notice, self->notice_until_ms - now_ms, &next_ms);
  expire (self->loudness, self->volume_until_ms - now_ms, &next_ms);
  return next_ms;
}
