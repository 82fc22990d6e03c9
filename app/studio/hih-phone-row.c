/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-phone-row.h"

#include "hih-phone-keyboard.h"
#include "hih-phone-style.h"
#include "hih-theme.h"

struct _HihPhoneRow
{
  HihOffscreen *offscreen;         /* owned */
  HihClock *clock;                 /* owned */
  HihAppSet *apps;                 /* owned */
  HihPhone *phones[HIH_N_LAYOUTS]; /* owned */
  GtkWidget *views[HIH_N_LAYOUTS];
  GtkWidget *row;
  gboolean noticed; /* a message lies over the phones */
  char *written; /* owned (nullable): the target that stands half written */
  guint text_size; /* 0: as each still has it */
  HihTheme *theme; /* owned (nullable) */
};

/**
 * hih_phone_row_new:
 * @width: of one phone
 * @height: of all of them
 *
 * Returns: (transfer full): three dark phones
 */
HihPhoneRow *
hih_phone_row_new (HihAppSet *apps, int width, int height)
{
  static const char *const layouts[HIH_N_LAYOUTS] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  HihPhoneRow *self = g_new0 (HihPhoneRow, 1);

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->apps = hih_app_set_ref (apps);
  self->clock = hih_virtual_clock_new_for_pictures ();
  for (guint i = 0; i < HIH_N_LAYOUTS; i++)
    {
      self->views[i] = hih_phone_view_new ();
      self->phones[i] = hih_phone_new (apps, layouts[i], self->clock);
      /* Time passes between two stills, and nothing comes of it. */
      hih_phone_set_paused (self->phones[i], TRUE);
      hih_phone_view_set_phone (HIH_PHONE_VIEW (self->views[i]), self->phones[i]);
      hih_phone_view_set_interactive (HIH_PHONE_VIEW (self->views[i]), FALSE);
      gtk_widget_set_hexpand (self->views[i], TRUE);
      gtk_box_append (GTK_BOX (self->row), self->views[i]);
    }
  self->offscreen = hih_offscreen_new (self->row, HIH_N_LAYOUTS * width, height);
  return self;
}

void
hih_phone_row_free (HihPhoneRow *self)
{
  g_clear_object (&self->theme);
  hih_offscreen_free (self->offscreen);
  for (guint i = 0; i < HIH_N_LAYOUTS; i++)
    g_object_unref (self->phones[i]);
  g_object_unref (self->clock);
  hih_app_set_unref (self->apps);
  g_free (self->written);
  g_free (self);
}

/**
 * hih_phone_row_set_text_size:
 * @size: of the words on the phones, 1 … HIH_PHONE_STYLE_SIZES; 0: as each still has it
 */
void
hih_phone_row_set_text_size (HihPhoneRow *self, guint size)
{
  self->text_size = size;
}

/**
 * hih_phone_row_set_theme:
 * @theme: of the program round the phones: light, dark or high-contrast, as the setting has it
 *
 * The settings must be in memory (GSETTINGS_BACKEND), as hih_display_start() and tests have them.
 */
void
hih_phone_row_set_theme (HihPhoneRow *self, const char *theme)
{
  g_autoptr (HihSettings) settings = hih_settings_new (NULL);

  hih_settings_set_string (settings, HIH_SETTING_THEME, theme);
  hih_settings_set_string (settings, HIH_SETTING_REDUCED_MOTION, "on");
  g_clear_object (&self->theme);
  gtk_widget_add_css_class (GTK_WIDGET (hih_offscreen_get_window (self->offscreen)), "hih"); /* as the program's own window */
  self->theme = hih_theme_new (hih_offscreen_get_window (self->offscreen), settings);
}

/**
 * hih_phone_row_pass:
 * @ms: by which all that runs, such as the length of a call, has gone on when the next still is shown
 */
void
hih_phone_row_pass (HihPhoneRow *self, gint64 ms)
{
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (self->clock), ms);
}

static HihPhoneState *
dup_state (HihPhoneRow *self, const HihStill *still)
{
  char size[] = { (char) ('0' + self->text_size), '\0' };

  return self->text_size == 0 ? hih_phone_state_ref (still->state)
                              : hih_app_set_change_state (self->apps, still->state, HIH_PHONE_STYLE_SIZE_KEY, size);
}

static void
show_written (HihPhoneRow *self, const char *target, gboolean written)
{
  for (guint i = 0; target != NULL && i < HIH_N_LAYOUTS; i++)
    {
      GtkWidget *keyboard = hih_phone_keyboard_find (self->views[i], target);

      if (keyboard != NULL)
        hih_phone_keyboard_show_written (HIH_PHONE_KEYBOARD (keyboard), written);
    }
}

/* The toast or message of the moment, if there is any. */
static void
show_told (HihPhoneRow *self, guint layout, const HihEffect *told, const char *language)
{
  HihPhoneView *view = HIH_PHONE_VIEW (self->views[layout]);
  gboolean is_notice = told != NULL && hih_effect_get_kind (told) == HIH_EFFECT_NOTIFY;

  hih_element_context_tell (hih_phone_view_get_context (view),
                            told != NULL && !is_notice ? hih_text_get (hih_effect_get_text (told), language) : "");
  if (is_notice)
    g_signal_emit_by_name (self->phones[layout], "effect", told);
}

/* A message goes by time, which stands still here: a view that is given its phone anew is clear. */
static void
clear_notices (HihPhoneRow *self)
{
  for (guint i = 0; self->noticed && i < HIH_N_LAYOUTS; i++)
    {
      hih_phone_view_set_phone (HIH_PHONE_VIEW (self->views[i]), NULL);
      hih_phone_view_set_phone (HIH_PHONE_VIEW (self->views[i]), self->phones[i]);
    }
  self->noticed = FALSE;
}

/**
 * hih_phone_row_show:
 * @language: of the words on the phones
 * @pointed: with the ring, which lies over what is there
 *
 * Everything stands where it will stand when all movement has ended.
 */
void
hih_phone_row_show (HihPhoneRow *self, const HihStill *still, const char *language, gboolean pointed)
{
  const HihStep *step = still->begins || still->writes ? still->step : NULL;
  g_autoptr (HihPhoneState) state = dup_state (self, still);

  clear_notices (self);
  show_written (self, self->written, FALSE);
  g_free (self->written);
  self->written = still->writes ? g_strdup (step->target) : NULL;
  for (guint i = 0; i < HIH_N_LAYOUTS; i++)
    {
      HihPhoneView *view = HIH_PHONE_VIEW (self->views[i]);

      hih_phone_view_point_at (view, NULL, NULL, NULL);
      hih_phone_view_set_language (view, language);
      hih_phone_set_state (self->phones[i], state);
      hih_phone_view_finish_transitions (view);
      if (step != NULL && (pointed || still->writes))
        hih_element_context_set_wanted (hih_phone_view_get_context (view), step->target, step->value);
      else
        hih_element_context_set_wanted (hih_phone_view_get_context (view), still->next != NULL ? still->next->target : NULL, NULL);
      show_told (self, i, still->told, language);
    }
  self->noticed = still->told != NULL && hih_effect_get_kind (still->told) == HIH_EFFECT_NOTIFY;
  /* A target has its place only when everything has. */
  hih_offscreen_settle (self->offscreen);
  if (self->written != NULL)
    {
      show_written (self, self->written, TRUE);
      hih_offscreen_settle (self->offscreen);
    }
  for (guint i = 0; i < HIH_N_LAYOUTS; i++)
    {
      HihPhoneView *view = HIH_PHONE_VIEW (self->views[i]);

      /* What was touched stands where it was touched, also when no ring lies round it any more. */
      if (pointed && still->step != NULL)
        hih_phone_view_point_at (view, still->step->target, NULL, NULL);
      if (step == NULL)
        hih_phone_view_point_at (view, NULL, NULL, NULL);
      hih_phone_view_advance (view);
    }
  hih_offscreen_settle (self->offscreen);
}

HihPhoneView *
hih_phone_row_get_view (HihPhoneRow *self, guint layout)
{
  return HIH_PHONE_VIEW (self->views[layout]);
}

GtkWidget *
hih_phone_row_get_widget (HihPhoneRow *self)
{
  return self->row;
}

/**
 * hih_phone_row_snapshot:
 *
 * Returns: (transfer full) (nullable): the phones as they stand
 */
GskRenderNode *
hih_phone_row_snapshot (HihPhoneRow *self)
{
  return hih_offscreen_snapshot (self->offscreen);
}
