/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at a page of the real program, at any size:
 *   app/headless meson devenv -C _build tests/ui/page-shots [OPTIONS] -o FILE.png PLACE [PRESS …]
 * goes to PLACE (who, lessons, door, desk …), presses the widgets of these names one after another (tap:app/element: taps that
 * on the lesson's phone), and saves what the window shows. FILE.png is meant from where one stands, also inside of meson devenv. --data-dir looks at a copy of real records; else a small house of four people is made up. */
#include "config.h"

#include "hih-locale.h"
#include "hih-tour.h"
#include "page-doer.h"

#include <stdlib.h>
#include <string.h>

#define TAP "tap:" /* app/element of the lesson's phone */

static const struct
{
  const char *name;
  HihPlaceKind kind;
  gboolean sits; /* there is somebody whose page it is: the first of the people (of a guest nothing is asked) */
} places[] = {
  { "welcome", HIH_PLACE_WELCOME, FALSE }, { "who", HIH_PLACE_WHO, FALSE },      { "lessons", HIH_PLACE_LESSONS, TRUE },
  { "topic", HIH_PLACE_TOPIC, TRUE },      { "lesson", HIH_PLACE_LESSON, TRUE }, { "door", HIH_PLACE_DOOR, FALSE },
  { "done", HIH_PLACE_DONE, TRUE },        { "desk", HIH_PLACE_DESK, FALSE },
};

static const char *
get_first_id (House *house, HihPlaceKind kind)
{
  HihCatalogue *catalogue = hih_context_get_catalogue (house->context);
  HihLesson *lesson = hih_catalogue_get_first (catalogue);

  return kind == HIH_PLACE_TOPIC ? hih_lesson_get_topic (lesson) : hih_lesson_get_id (lesson);
}

static void
press (House *house, const char *name)
{
  Doer doer = { .house = house };
  HihPractice *practice = doer_get_practice (&doer);

  if (practice != NULL && g_str_has_prefix (name, TAP))
    {
      g_autoptr (HihGesture) tap = hih_gesture_new (HIH_GESTURE_TAP, name + strlen (TAP), NULL);

      hih_phone_act (hih_practice_get_phone (practice), tap);
    }
  else
    {
      gtk_widget_grab_focus (house_wait (house, name));
      house_press (house, name);
    }
  house_settle (house);
}

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
  g_autofree char *path = NULL;
  House *house;
  guint place = 0;
  gboolean saved;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || output == NULL || argc < 2 ||
      (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2))
    {
      g_printerr ("page-shots: %s\n", error != NULL ? error->message : "PLACE and -o FILE.png are needed");
      return 2;
    }
  while (place < G_N_ELEMENTS (places) && strcmp (places[place].name, argv[1]) != 0)
    place++;
  if (place == G_N_ELEMENTS (places))
    {
      g_printerr ("page-shots: there is no place %s\n", argv[1]);
      return 2;
    }
  /* meson devenv goes to the build tree before it starts anything. */
  path = g_canonicalize_filename (output, g_getenv ("PWD"));
  hih_locale_init (language != NULL ? language : "zh_CN");
  gtk_disable_setlocale ();
  adw_init ();
  house = house_new_with (width, height, percent, theme != NULL ? theme : "light", data_dir);
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_settle (house);
  if (places[place].sits)
    {
      house_sit_down (house);
    }
  house_go (house, places[place].kind, id != NULL ? id : get_first_id (house, places[place].kind));
  house_settle (house);
  for (int i = 2; i < argc; i++)
    press (house, argv[i]);
  house_settle (house);
  saved = hih_picture_save (GTK_WIDGET (house->window), path);
  house_free (house);
  if (!saved)
    g_printerr ("page-shots: %s cannot be written\n", path);
  return saved ? EXIT_SUCCESS : EXIT_FAILURE;
}
