/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of a lesson, each once, and the sheet on which a person looks at them. */
#include "config.h"

#include "phone-booth.h"
#include "studio-fixture.h"

#include "hih-centre-lines.h"
#include "hih-keyboard-strip.h"
#include "hih-paths.h"
#include "hih-phone-row.h"
#include "hih-sheet.h"
#include "hih-stills.h"

#include <adwaita.h>
#include <string.h>

/* Each step that is done on the phone begins on one of them, and none comes twice. */
static void
test_stills (void)
{
  g_autoptr (HihLesson) lesson = studio_load_lesson (hih_paths_get_lessons_dir (), "family/video-call.xml");
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_B);
  GPtrArray *traps = hih_lesson_get_traps (lesson);
  guint n_begun = 0, n_done = 0;

  for (guint i = 0; i < stills->len; i++)
    {
      const HihStill *still = stills->pdata[i];

      n_begun += still->begins && still->trap == NULL;
      for (guint k = 0; k < i; k++)
        {
          const HihStill *other = stills->pdata[k];

          g_assert_false (still->step == other->step && hih_phone_state_equal (still->state, other->state));
        }
    }
  for (guint i = 0; i < hih_lesson_get_n_steps (lesson); i++)
    n_done += hih_lesson_get_step (lesson, i)->target != NULL;
  g_assert_cmpuint (n_done, ==, 9);
  g_assert_cmpuint (n_begun, ==, n_done);
  for (guint i = 0; i < traps->len; i++)
    {
      gboolean seen = FALSE;

      for (guint k = 0; k < stills->len && !seen; k++)
        seen = ((const HihStill *) stills->pdata[k])->trap == traps->pdata[i];
      g_assert_true (seen);
    }
}

static GtkWidget *
find_strip (GtkWidget *widget)
{
  GtkWidget *found = HIH_IS_KEYBOARD_STRIP (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = gtk_widget_get_visible (child) ? find_strip (child) : NULL;
  return found;
}

/* Whether the words that are offered hold @character in every layout. */
static gboolean
is_offered (HihPhoneRow *phones, const char *character)
{
  guint n = 0;

  for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
    {
      GtkWidget *strip = find_strip (GTK_WIDGET (hih_phone_row_get_view (phones, layout)));
      GPtrArray *words = strip != NULL ? hih_keyboard_strip_get_words (HIH_KEYBOARD_STRIP (strip)) : NULL;

      n += words != NULL && words->len > 1 && g_ptr_array_find_with_equal_func (words, character, g_str_equal, NULL);
    }
  return n == HIH_N_LAYOUTS;
}

/* What is written by hand and what is spelt is seen in the middle of it, and not any longer on the next picture. Where the
 * build could not have the characters' strokes no hand can write them, and only what is spelt is seen. */
static void
test_writing (void)
{
  g_autoptr (HihCentreLines) lines = hih_centre_lines_new ();
  g_autoptr (HihLesson) lesson = studio_load_lesson (hih_paths_get_lessons_dir (), "device/type-words.xml");
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  HihPhoneRow *phones = hih_phone_row_new (hih_lesson_get_apps (lesson), 224, 474);
  static const char *const written[][2] = { { "write", "我" }, { "pinyin", "想" }, { "write-again", "鱼" } };
  guint n_written = 0;

  for (guint i = 0; i < stills->len; i++)
    {
      const HihStill *still = stills->pdata[i];

      hih_phone_row_show (phones, still, "zh_CN", TRUE);
      for (guint k = 0; k < G_N_ELEMENTS (written); k++)
        {
          gboolean offered = is_offered (phones, written[k][1]);

          if (!still->writes)
            g_assert_false (offered);
          else if (g_str_equal (still->step->id, written[k][0]))
            n_written += offered;
        }
    }
  hih_phone_row_free (phones);
  g_assert_cmpuint (n_written, ==, hih_centre_lines_get_n (lines) > 0 ? G_N_ELEMENTS (written) : 1);
}

/* From picture to picture a call gets longer, and what was said in it does not stand there for ever. */
static void
test_time (void)
{
  g_autoptr (HihLesson) lesson = studio_load_lesson (hih_paths_get_lessons_dir (), "family/video-call.xml");
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  HihPhoneRow *phones = hih_phone_row_new (hih_lesson_get_apps (lesson), 224, 474);
  gboolean seen = FALSE;

  for (guint i = 0; i < stills->len && !seen; i++)
    {
      const HihStill *still = stills->pdata[i];
      GtkWidget *view = GTK_WIDGET (hih_phone_row_get_view (phones, 0));

      hih_phone_row_pass (phones, 8000);
      hih_phone_row_show (phones, still, "zh_CN", TRUE);
      seen = still->begins && g_str_equal (still->step->id, "hang-up");
      if (seen)
        {
          g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (booth_find_class (view, "time"))), ==, "01:04");
          g_assert_false (gtk_widget_get_visible (booth_find_class (view, "face-words")));
        }
      else if (still->begins && g_str_equal (still->step->id, "flip"))
        g_assert_true (gtk_widget_get_visible (booth_find_class (view, "face-words")));
    }
  hih_phone_row_free (phones);
  g_assert_true (seen);
}

/* Every way of giving in that our lessons know is a picture of its own. */
static void
test_slips (void)
{
  static const char *const paths[] = { "device/pop-ups.xml", "device/phone-and-help.xml", "device/connect.xml",
                                       "device/photo-and-codes.xml", "device/voice-assistant.xml",
                                       "family/send-things.xml", "code/family-code.xml" };

  for (guint p = 0; p < G_N_ELEMENTS (paths); p++)
    {
      g_autoptr (HihLesson) lesson = studio_load_lesson (hih_paths_get_lessons_dir (), paths[p]);
      g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);
      GPtrArray *traps = hih_lesson_get_traps (lesson);
      guint n_slips = 0, n_drawn = 0;

      for (guint i = 0; i < traps->len; i++)
        n_slips += ((const HihTrap *) traps->pdata[i])->slips->len;
      for (guint i = 0; i < stills->len; i++)
        n_drawn += ((const HihStill *) stills->pdata[i])->slip != NULL;
      g_assert_cmpuint (n_slips, >, 0);
      g_assert_cmpuint (n_drawn, ==, n_slips);
    }
}

static void
test_sheet (void)
{
  g_autoptr (HihLesson) lesson = studio_load_lesson (hih_paths_get_lessons_dir (), "family/video-call.xml");
  g_autofree char *dir = g_dir_make_tmp ("hih-sheet-XXXXXX", NULL);
  g_autofree char *png = g_build_filename (dir, "sheet.png", NULL);
  g_autofree char *pdf = g_build_filename (dir, "sheet.pdf", NULL);
  g_autofree char *other = g_build_filename (dir, "sheet.svg", NULL);
  g_autofree char *nowhere = g_build_filename (dir, "nowhere", "sheet.png", NULL);
  g_autofree char *content = NULL, *light = NULL, *dark = NULL;
  g_autoptr (GError) error = NULL;
  int width = 0, height = 0;
  gsize n_light = 0, n_dark = 0;

  g_assert_true (hih_sheet_make (lesson, "zh_CN", 0, NULL, png, &error));
  g_assert_no_error (error);
  g_assert_nonnull (gdk_pixbuf_get_file_info (png, &width, &height));
  /* All of them at one glance: a sheet that lies before one, no strip to scroll. */
  g_assert_cmpint (height, >, 3 * 474);
  g_assert_cmpint (width, >, height);
  g_assert_cmpint (width, <, 2 * height);
  /* In the dark so is the sheet, and the frame has another edge; what is on the phone: tests/ui/test-phone-themes.c. */
  g_assert_true (g_file_get_contents (png, &light, &n_light, NULL));
  g_assert_true (hih_sheet_make (lesson, "zh_CN", 0, "dark", png, &error));
  g_assert_true (g_file_get_contents (png, &dark, &n_dark, NULL));
  g_assert_false (n_light == n_dark && memcmp (light, dark, n_dark) == 0);
  g_assert_true (hih_sheet_make (lesson, "zh_CN", 5, NULL, pdf, &error));
  g_assert_true (g_file_get_contents (pdf, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  g_assert_false (hih_sheet_make (lesson, "zh_CN", 0, NULL, other, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  g_clear_error (&error);
  g_assert_false (hih_sheet_make (lesson, "zh_CN", 0, NULL, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  g_test_add_func ("/studio/sheet/stills", test_stills);
  g_test_add_func ("/studio/sheet/writing", test_writing);
  g_test_add_func ("/studio/sheet/time", test_time);
  g_test_add_func ("/studio/sheet/slips", test_slips);
  g_test_add_func ("/studio/sheet/files", test_sheet);
  return g_test_run ();
}
