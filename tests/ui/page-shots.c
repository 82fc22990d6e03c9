/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at a page of the real program, at any size:
 *   app/headless meson devenv -C _build tests/ui/page-shots [OPTIONS] -o FILE.png PLACE [PRESS …]
 * goes to PLACE (who, lessons, door, desk …), presses the widgets of these names one after another, and saves what
 * the window shows. --data-dir looks at a copy of real records; else a small house of four people is made up. */
#include "config.h"

#include "hih-locale.h"
#include "hih-tour.h"
#include "page-house.h"

#include <stdlib.h>

static const struct
{
  const char *name;
  HihPlaceKind kind;
} places[] = {
  { "welcome", HIH_PLACE_WELCOME }, { "who", HIH_PLACE_WHO },   { "lessons", HIH_PLACE_LESSONS },
  { "topic", HIH_PLACE_TOPIC },     { "lesson", HIH_PLACE_LESSON }, { "door", HIH_PLACE_DOOR },
  { "done", HIH_PLACE_DONE },       { "desk", HIH_PLACE_DESK },
};

int
main (int argc, char **argv)
{
  g_autofree char *size = NULL, *theme = NULL, *output = NULL, *id = NULL, *data_dir = NULL, *language = NULL;
  int percent = 100, width = 1280, height = 800;
  GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "of the window, 1280x800", "WxH" },
    { "text", 0, 0, G_OPTION_ARG_INT, &percent, "size of words, 100", "PERCENT" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, "light, dark or high-contrast", "NAME" },
    { "id", 0, 0, G_OPTION_ARG_STRING, &id, "of the topic or the lesson", "ID" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, "zh_CN or en", "LANG" },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, "records to look at; they are copied first", "DIR" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "the picture", "FILE.png" },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("PLACE [PRESS …]");
  g_autoptr (GError) error = NULL;
  House *house;
  gboolean saved;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || output == NULL || argc < 2 ||
      (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2))
    {
      g_printerr ("page-shots: %s\n", error != NULL ? error->message : "PLACE and -o FILE.png are needed");
      return 2;
    }
  hih_locale_init (language != NULL ? language : "zh_CN");
  gtk_disable_setlocale ();
  adw_init ();
  house = house_new_with (width, height, percent, theme != NULL ? theme : "light", data_dir);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_strcmp0 (places[i].name, argv[1]) == 0)
        {
          hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
          house_settle (house);
          /* Of a guest nothing is asked there. */
          if (places[i].kind == HIH_PLACE_DONE)
            {
              house_press (house, "person");
              house_wait (house, "go-on");
            }
          house_go (house, places[i].kind, id);
        }
    }
  house_settle (house);
  for (int i = 2; i < argc; i++)
    {
      gtk_widget_grab_focus (house_wait (house, argv[i]));
      house_press (house, argv[i]);
      house_settle (house);
    }
  house_settle (house);
  saved = hih_picture_save (GTK_WIDGET (house->window), output);
  house_free (house);
  return saved ? EXIT_SUCCESS : EXIT_FAILURE;
}
