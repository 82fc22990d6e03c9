/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style providers belong to a display: a test and a film may open their own. */
#include "config.h"

#include "hih-phone-style.h"

#include "hih-element-view.h"

#include "app/ui/phone/hih-phone-resources.h"

#define LOADED "hih-phone-style"
#define STYLE "/org/handinhand/HandInHand/theme/phone.css"

/**
 * hih_phone_style_load:
 */
void
hih_phone_style_load (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  if (g_object_get_data (G_OBJECT (display), LOADED) != NULL)
    return;
  g_object_set_data (G_OBJECT (display), LOADED, display);
  /* Naming the resource keeps the linker from dropping it out of the static library. */
  g_assert (hih_phone_data_get_resource () != NULL);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE);
  /* Above the pages' own sheet, whose rules for labels would reach into the phone. */
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
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
