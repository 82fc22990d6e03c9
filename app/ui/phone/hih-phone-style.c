/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Style providers belong to a display: a test and a film may open their own.
 *
 * The size of the phone's own words is a setting of the phone (system.text-size). Every size in the sheet is written
 * once, for the middle; the other four come from the same rules, multiplied, under the class "text-1" … "text-5".
 */
#include "config.h"

#include "hih-phone-style.h"

#include "hih-element-view.h"

#include "app/ui/phone/hih-phone-resources.h"

#include <math.h>

#define LOADED "hih-phone-style"
#define STYLE "/org/handinhand/HandInHand/theme/phone.css"

/* Otherwise the whole sheet is looked through for wrong UTF-8 again at each rule, which takes 90 ms. */
#define BYTES G_REGEX_RAW

static const double factors[HIH_PHONE_STYLE_SIZES] = { 0.86, 0.93, 1, 1.14, 1.28 };

/* The chin is the program's, not the phone's; the home screen's clock and names keep the sizes in which they fit:
 * who wants those larger takes easy mode. A keyboard's keys keep theirs, as on a phone, and what comes up for
 * a moment where larger words have no room. They are said again, as a size given to all labels would outweigh them. */
static const char *const kept[] = { ".chin", ".tile-name", ".clock.small", ".clock.large", ".with-icon", ".toast.middle", ".toast.small" };

static gboolean
is_kept (const char *selector)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      if (strstr (selector, kept[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* "phone .a, window.dark phone .b" → with the class on the phone. */
static void
append_selector (GString *out, const char *selector, guint size)
{
  g_auto (GStrv) parts = g_strsplit (selector, ",", -1);
  gsize start = out->len;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      const char *phone = strstr (part, "phone");

      if (phone != NULL)
        g_string_append_printf (out, "%s%.*sphone.text-%u%s", out->len > start ? "," : "", (int) (phone - part), part, size, phone + 5);
    }
}

/* Only what says how large words are. */
static char *
dup_sizes (const char *rule, GRegex *wanted, double factor)
{
  g_autoptr (GMatchInfo) match = NULL;
  GString *out = g_string_new (NULL);

  for (g_regex_match (wanted, rule, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *pixels = g_match_info_fetch (match, 2);

      g_string_append_printf (out, "%s:%dpx;", name, (int) round (g_ascii_strtod (pixels, NULL) * factor));
    }
  return g_string_free (out, FALSE);
}

static void
append_size (GString *out, const char *sheet, guint size)
{
  g_autoptr (GRegex) rules = g_regex_new ("([^{}]+)\\{([^{}]*)\\}", BYTES, 0, NULL);
  g_autoptr (GRegex) wanted = g_regex_new ("(font-size|line-height):\\s*([0-9]+)px", BYTES, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (rules, sheet, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *selector = g_match_info_fetch (match, 1);
      g_autofree char *rule = g_match_info_fetch (match, 2);
      g_autofree char *sizes = dup_sizes (rule, wanted, is_kept (selector) ? 1 : factors[size - 1]);

      if (*sizes == '\0')
        continue;
      append_selector (out, selector, size);
      g_string_append_printf (out, "{%s}", sizes);
    }
}

/**
 * hih_phone_style_dup_sizes:
 * @sheet: the phone's style sheet
 *
 * Returns: (transfer full): the rules for every size of words but the middle one
 */
char *
hih_phone_style_dup_sizes (const char *sheet)
{
  g_autoptr (GRegex) comments = g_regex_new ("/\\*.*?\\*/", G_REGEX_DOTALL | BYTES, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (comments, sheet, -1, 0, "", 0, NULL);
  GString *out = g_string_new (NULL);

  for (guint size = 1; size <= G_N_ELEMENTS (factors); size++)
    {
      if (size != HIH_PHONE_STYLE_MIDDLE)
        append_size (out, bare, size);
    }
  return g_string_free (out, FALSE);
}

/**
 * hih_phone_style_set_text_size:
 * @phone: the widget of the phone
 * @size: (nullable): "1" … "5"
 */
void
hih_phone_style_set_text_size (GtkWidget *phone, const char *size)
{
  for (guint i = 1; i <= G_N_ELEMENTS (factors); i++)
    {
      g_autofree char *name = g_strdup_printf ("text-%u", i);

      if (i != HIH_PHONE_STYLE_MIDDLE && g_strcmp0 (size, name + strlen ("text-")) == 0)
        gtk_widget_add_css_class (phone, name);
      else
        gtk_widget_remove_css_class (phone, name);
    }
}

/**
 * hih_phone_style_get_factor:
 * @widget: of a phone
 *
 * Returns: how much larger than the middle size its words are; below 1 if they are smaller
 */
double
hih_phone_style_get_factor (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      for (guint i = 1; i <= G_N_ELEMENTS (factors); i++)
        {
          char name[] = { 't', 'e', 'x', 't', '-', (char) ('0' + i), '\0' };

          if (gtk_widget_has_css_class (widget, name))
            return factors[i - 1];
        }
    }
  return 1;
}

/**
 * hih_phone_style_keeps_size:
 *
 * Returns: whether @widget's words are equally large whatever size of words is chosen
 */
gboolean
hih_phone_style_keeps_size (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
        {
          g_auto (GStrv) classes = g_strsplit (kept[i] + 1, ".", -1);

          if (gtk_widget_has_css_class (widget, classes[0]) &&
              (classes[1] == NULL || gtk_widget_has_css_class (widget, classes[1])))
            return TRUE;
        }
    }
  return FALSE;
}

static void
add (GdkDisplay *display, GtkCssProvider *provider, guint priority)
{
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), priority);
}

/**
 * hih_phone_style_load:
 */
void
hih_phone_style_load (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autoptr (GtkCssProvider) sizes = NULL;
  g_autoptr (GBytes) sheet = NULL;
  g_autofree char *rules = NULL;

  if (g_object_get_data (G_OBJECT (display), LOADED) != NULL)
    return;
  g_object_set_data (G_OBJECT (display), LOADED, display);
  /* Naming the resource keeps the linker from dropping it out of the static library. */
  g_assert (hih_phone_data_get_resource () != NULL);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE);
  /* Above the pages' own sheet, whose rules for labels would reach into the phone, whichever of them is loaded first. */
  add (display, provider, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2);
  sheet = g_resources_lookup_data (STYLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (sheet == NULL)
    return;
  rules = hih_phone_style_dup_sizes (g_bytes_get_data (sheet, NULL));
  sizes = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (sizes, rules, -1);
  add (display, sizes, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 3);
}

/**
 * hih_phone_style_set_language:
 */
void
hih_phone_style_set_language (GtkWidget *phone, const char *language)
{
  gboolean traditional = g_str_has_prefix (language, "zh_TW") || g_str_has_prefix (language, "zh_HK");

  hih_element_view_set_class (phone, "traditional", traditional);
  hih_element_view_set_class (phone, "alphabetic", !g_str_has_prefix (language, "zh"));
}
