/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * app.css speaks in tokens (@hih_paper); three small files give the tokens their colours, and exactly one of them is
 * loaded. So no rule is written three times, and the contrast test reads the very files that are shown.
 * Text is written in pt and therefore follows gtk-xft-dpi; everything in px stays (TRIALS.md P5).
 */
#include "config.h"

#include "hih-theme.h"

#include "hih-ui-resources.h"
#include "media/hih-media-resources.h"

#include <adwaita.h>

#define PREFIX "/org/handinhand/HandInHand/"

struct _HihTheme
{
  GObject parent_instance;

  GtkWindow *window; /* (weak) */
  HihSettings *settings;
  GdkDisplay *display;
  GtkCssProvider *sheet;
  GtkCssProvider *tokens;
  const char *tokens_name;
  int system_dpi; /* gtk-xft-dpi as the desktop set it */
  int text_percent;
  gboolean calm; /* for who sits here */
};

G_DEFINE_FINAL_TYPE (HihTheme, hih_theme, G_TYPE_OBJECT)

static void
toggle_class (GtkWindow *window, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (window), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (window), name);
}

static void
update_tokens (HihTheme *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (self->display);
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean hc = adw_style_manager_get_high_contrast (manager);
  g_autofree char *theme = hih_settings_dup_string (self->settings, HIH_SETTING_THEME);
  g_autofree char *path = NULL;
  const char *name;

  if (g_strcmp0 (theme, "high-contrast") == 0)
    hc = TRUE;
  name = dark ? (hc ? "tokens-dark-hc.css" : "tokens-dark.css") : (hc ? "tokens-hc.css" : "tokens-light.css");
  if (self->window != NULL)
    {
      toggle_class (self->window, "dark", dark);
      toggle_class (self->window, "hc", hc);
    }
  if (g_strcmp0 (name, self->tokens_name) == 0)
    return;
  self->tokens_name = name;
  path = g_strconcat (PREFIX "theme/", name, NULL);
  gtk_css_provider_load_from_resource (self->tokens, path);
}

static void
update_scheme (HihTheme *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (self->display);
  g_autofree char *theme = hih_settings_dup_string (self->settings, HIH_SETTING_THEME);
  g_autofree char *motion = hih_settings_dup_string (self->settings, HIH_SETTING_REDUCED_MOTION);
  GtkSettings *gtk_settings = gtk_settings_get_for_display (self->display);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_PREFER_LIGHT;

  if (g_strcmp0 (theme, "dark") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  else if (g_strcmp0 (theme, "light") == 0 || g_strcmp0 (theme, "high-contrast") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  adw_style_manager_set_color_scheme (manager, scheme);
  if (self->calm || g_strcmp0 (motion, "on") == 0)
    g_object_set (gtk_settings, "gtk-enable-animations", FALSE, NULL);
  else
    gtk_settings_reset_property (gtk_settings, "gtk-enable-animations");
  update_tokens (self);
}

static void
settings_changed_cb (HihSettings *settings, const char *key, gpointer user_data)
{
  HihTheme *self = user_data;

  if (g_strcmp0 (key, HIH_SETTING_THEME) == 0 || g_strcmp0 (key, HIH_SETTING_REDUCED_MOTION) == 0)
    update_scheme (self);
}

static void
desktop_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, gpointer user_data)
{
  update_tokens (user_data);
}

static void
hih_theme_dispose (GObject *object)
{
  HihTheme *self = HIH_THEME (object);

  if (self->display != NULL)
    {
      gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->sheet));
      gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->tokens));
      if (self->system_dpi > 0)
        g_object_set (gtk_settings_get_for_display (self->display), "gtk-xft-dpi", self->system_dpi, NULL);
    }
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->display);
  g_clear_object (&self->settings);
  g_clear_object (&self->sheet);
  g_clear_object (&self->tokens);
  G_OBJECT_CLASS (hih_theme_parent_class)->dispose (object);
}

static void
hih_theme_class_init (HihThemeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_theme_dispose;
}

static void
hih_theme_init (HihTheme *self)
{
  self->sheet = gtk_css_provider_new ();
  self->tokens = gtk_css_provider_new ();
  self->text_percent = 100;
}

/**
 * hih_theme_new:
 * @window: gets the classes; not owned
 *
 * Returns: (transfer full): the theme; it is taken away again when this is disposed of
 */
HihTheme *
hih_theme_new (GtkWindow *window, HihSettings *settings)
{
  HihTheme *self = g_object_new (HIH_TYPE_THEME, NULL);
  AdwStyleManager *manager;
  GtkSettings *gtk_settings;

  self->display = g_object_ref (gtk_widget_get_display (GTK_WIDGET (window)));
  self->settings = g_object_ref (settings);
  g_set_weak_pointer (&self->window, window);
  manager = adw_style_manager_get_for_display (self->display);
  gtk_settings = gtk_settings_get_for_display (self->display);

  /* Naming the resources keeps the linker from dropping them out of the static library; they register themselves. */
  if (hih_ui_get_resource () == NULL || hih_media_get_resource () == NULL)
    g_error ("ui: find the built-in resources: none");
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (self->display), PREFIX "icons");
  gtk_css_provider_load_from_resource (self->sheet, PREFIX "theme/app.css");
  gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->tokens),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->sheet),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);

  g_object_get (gtk_settings, "gtk-xft-dpi", &self->system_dpi, NULL);
  if (self->system_dpi <= 0)
    self->system_dpi = 96 * 1024;
  /* A shaky finger must not turn a tap into a drag (TRIALS.md P4). */
  g_object_set (gtk_settings, "gtk-dnd-drag-threshold", 24, "gtk-long-press-time", 1000, NULL);
  /* A steady cursor is calmer, and GTK fades a blinking one by more than a hundred wake-ups a second. */
  g_object_set (gtk_settings, "gtk-cursor-blink", FALSE, NULL);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (desktop_changed_cb), self, 0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (desktop_changed_cb), self, 0);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self, 0);
  update_scheme (self);
  return self;
}

/**
 * hih_theme_set_text_percent:
 * @percent: 100 to 200; anything else is brought into that range
 */
void
hih_theme_set_text_percent (HihTheme *self, int percent)
{
  g_return_if_fail (HIH_IS_THEME (self));
  percent = CLAMP (percent, 100, 200);
  if (percent == self->text_percent)
    return;
  self->text_percent = percent;
  g_object_set (gtk_settings_get_for_display (self->display), "gtk-xft-dpi", self->system_dpi / 100 * percent, NULL);
}

int
hih_theme_get_text_percent (HihTheme *self)
{
  return self->text_percent;
}

/**
 * hih_theme_set_calm:
 */
void
hih_theme_set_calm (HihTheme *self, gboolean calm)
{
  g_return_if_fail (HIH_IS_THEME (self));
  if (calm == self->calm)
    return;
  self->calm = calm;
  update_scheme (self);
}

/**
 * hih_theme_set_larger_targets:
 */
void
hih_theme_set_larger_targets (HihTheme *self, gboolean larger)
{
  g_return_if_fail (HIH_IS_THEME (self));
  if (self->window != NULL)
    toggle_class (self->window, "larger-targets", larger);
}

const char *
hih_theme_get_tokens_name (HihTheme *self)
{
  return self->tokens_name;
}
