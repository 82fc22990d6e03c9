/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions in a window, under a film that plays: each stands within 100 ms of its cue, at every speed, after a leap too. */
#include "config.h"

#include "film-fixture.h"

#include "hih-caption-look.h"
#include "hih-caption-room.h"
#include "hih-film-box.h"
#include "hih-theme.h"

#include <adwaita.h>

#define LOOK_EVERY_MS 4
#define ALLOWED_MS 100
#define PATIENCE_MS 30000

static const char vtt[] = "WEBVTT\n\n"
                          "00:00.120 --> 00:00.600\none\n\n"
                          "00:00.600 --> 00:00.950\ntwo\n\n"
                          "00:01.100 --> 00:01.480\nthree\n\n"
                          "00:01.520 --> 00:01.900\nfour\n\n"
                          "00:02.050 --> 00:02.300\nfive\n\n"
                          "00:02.300 --> 00:02.900\nsix\n";

typedef struct
{
  char *dir;
  GtkWidget *window;
  GtkWidget *box;
  HihPlayer *player;
  HihCues *cues;
  HihSettings *settings;
  GMainLoop *loop;
  GString *seen;     /* the captions in their order */
  double latest_ms;  /* of the clock on the wall */
  guint n_looks;
  guint look;
  guint patience;
} Fixture;

static const char *
text_at (Fixture *fixture, gint64 position_ms)
{
  const HihCue *cue = hih_cues_at (fixture->cues, position_ms);

  return cue != NULL ? cue->text : "";
}

/* How long ago what stands there was right, in ms of the wall; 0 when it is right now. */
static double
get_lateness (Fixture *fixture, const char *caption, double position_ms)
{
  double rate = hih_player_get_rate (fixture->player);

  for (gint64 ago = 0; ago < 1000; ago++)
    {
      if (g_str_equal (caption, text_at (fixture, (gint64) (position_ms - (double) ago * rate))))
        return (double) ago;
    }
  return G_MAXDOUBLE;
}

static gboolean
look_cb (gpointer data)
{
  Fixture *fixture = data;
  /* First the caption: time goes on between the two questions. */
  g_autofree char *caption = g_strdup (hih_film_box_get_caption (HIH_FILM_BOX (fixture->box)));
  double position_ms = (double) hih_player_get_position_ns (fixture->player) / 1e6;
  const char *last = strrchr (fixture->seen->str, ' ');

  if (!hih_player_get_playing (fixture->player))
    return G_SOURCE_CONTINUE;
  fixture->n_looks++;
  fixture->latest_ms = MAX (fixture->latest_ms, get_lateness (fixture, caption, position_ms));
  if (*caption != '\0' && g_strcmp0 (last != NULL ? last + 1 : NULL, caption) != 0)
    g_string_append_printf (fixture->seen, " %s", caption);
  return G_SOURCE_CONTINUE;
}

G_GNUC_NORETURN static void
patience_cb (gpointer data)
{
  g_error ("nothing happened for %d ms", PATIENCE_MS);
}

static void
step_ended_cb (HihPlayer *player, guint step, gpointer data)
{
  g_main_loop_quit (((Fixture *) data)->loop);
}

G_GNUC_NORETURN static void
failed_cb (HihPlayer *player, GError *error, gpointer data)
{
  g_error ("%s", error->message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *film = NULL;

  fixture->dir = fixture_dir_new (TRUE);
  film = g_build_filename (fixture->dir, "film.webm", NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->seen = g_string_new ("");
  fixture->settings = hih_settings_new (NULL);
  fixture->cues = hih_cues_parse (vtt, sizeof vtt - 1, NULL);
  g_assert_cmpuint (hih_cues_get_n (fixture->cues), ==, 6);
  fixture->player = hih_player_new ();
  g_signal_connect (fixture->player, "step-ended", G_CALLBACK (step_ended_cb), fixture);
  g_signal_connect (fixture->player, "failed", G_CALLBACK (failed_cb), fixture);
  fixture->box = hih_film_box_new (fixture->settings);
  hih_film_box_set_steps (HIH_FILM_BOX (fixture->box), FIXTURE_STEPS);
  hih_film_box_set_player (HIH_FILM_BOX (fixture->box), fixture->player);
  hih_film_box_set_cues (HIH_FILM_BOX (fixture->box), fixture->cues);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 640);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  hih_player_set_file (fixture->player, film);
  fixture->patience = g_timeout_add_once (PATIENCE_MS, patience_cb, NULL);
  fixture->look = g_timeout_add (LOOK_EVERY_MS, look_cb, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_source_remove (fixture->look);
  g_source_remove (fixture->patience);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->player);
  g_clear_object (&fixture->settings);
  hih_cues_unref (fixture->cues);
  g_string_free (fixture->seen, TRUE);
  g_main_loop_unref (fixture->loop);
  fixture_dir_remove (fixture->dir);
}

static void
play_step (Fixture *fixture, guint step)
{
  hih_player_play_step (fixture->player, step);
  g_main_loop_run (fixture->loop);
}

static void
test_rate (Fixture *fixture, gconstpointer data)
{
  hih_player_set_rate (fixture->player, *(const double *) data);
  for (guint i = 0; i < FIXTURE_STEPS; i++)
    play_step (fixture, i);
  g_test_message ("rate %.2f: at most %.0f ms late in %u looks:%s", *(const double *) data, fixture->latest_ms,
                  fixture->n_looks, fixture->seen->str);
  g_assert_cmpuint (fixture->n_looks, >, 100);
  g_assert_cmpstr (fixture->seen->str, ==, " one two three four five six");
  g_assert_cmpfloat (fixture->latest_ms, <=, ALLOWED_MS);
}

/* Back, on, the same again: what belonged to the other place must not stay. */
static void
test_leaps (Fixture *fixture, gconstpointer data)
{
  play_step (fixture, 2);
  play_step (fixture, 0);
  play_step (fixture, 0);
  g_test_message ("at most %.0f ms late:%s", fixture->latest_ms, fixture->seen->str);
  g_assert_cmpstr (fixture->seen->str, ==, " five six one two one two");
  g_assert_cmpfloat (fixture->latest_ms, <=, ALLOWED_MS);
}

static GtkAccessible *
find_caption (GtkWidget *widget)
{
  GtkAccessible *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "caption"))
    return GTK_ACCESSIBLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_caption (child);
  return found;
}

/* Off means off, and on means on, in the middle of a step. A screen reader is told no more, and no less, than is seen. */
static void
test_off (Fixture *fixture, gconstpointer data)
{
  hih_settings_set_boolean (fixture->settings, HIH_SETTING_CAPTIONS_ON, FALSE);
  play_step (fixture, 0);
  g_assert_cmpstr (fixture->seen->str, ==, "");
  gtk_test_accessible_assert_property (find_caption (fixture->box), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  hih_settings_set_boolean (fixture->settings, HIH_SETTING_CAPTIONS_ON, TRUE);
  play_step (fixture, 0);
  g_assert_cmpstr (fixture->seen->str, ==, " one two");
  /* What stands in something that is only for show is kept from screen readers with it. */
  for (GtkWidget *around = GTK_WIDGET (find_caption (fixture->box)); around != NULL; around = gtk_widget_get_parent (around))
    g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (around)), !=, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

/* Where a film's steps join, as somebody's own may, a film that stands at a step's end still has that step's words. */
static void
test_joined (Fixture *fixture, gconstpointer data)
{
  static const char joined[] = "WEBVTT\n\n00:00.100 --> 00:01.000\nfirst\n\n00:01.000 --> 00:02.000\nsecond\n";
  HihCues *cues = hih_cues_parse (joined, sizeof joined - 1, NULL);

  hih_film_box_set_cues (HIH_FILM_BOX (fixture->box), cues);
  play_step (fixture, 0);
  /* Longer than what moves the step's bar waits. */
  fixture_let_pass (fixture->loop, 300);
  g_assert_cmpstr (hih_film_box_get_caption (HIH_FILM_BOX (fixture->box)), ==, "first");
  gtk_test_accessible_assert_property (find_caption (fixture->box), GTK_ACCESSIBLE_PROPERTY_LABEL, "first");
  hih_cues_unref (cues);
}

/* As large as they are chosen, two lines have room, and no line stands in the other. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (HihTheme) theme = hih_theme_new (GTK_WINDOW (window), fixture->settings);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new ("两行\n字幕");
  int usual = 0;

  gtk_widget_add_css_class (row, "caption-row");
  hih_caption_look_apply (label, fixture->settings);
  gtk_box_append (GTK_BOX (row), label);
  gtk_window_set_child (GTK_WINDOW (window), row);
  gtk_widget_add_css_class (window, "hih");
  hih_theme_set_text_percent (theme, 100);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (label) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < HIH_N_CAPTION_SIZES; i++)
    {
      PangoRectangle first, second;
      PangoLayoutIter *lines;
      int height, percent = hih_caption_percents[i];

      hih_settings_set_int (fixture->settings, HIH_SETTING_CAPTION_PERCENT, percent);
      hih_caption_look_apply (label, fixture->settings);
      gtk_test_widget_wait_for_draw (window);
      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      usual = i == 0 ? height : usual;
      g_assert_cmpint (ABS (height - usual * percent / 100), <=, 3);
      lines = pango_layout_get_iter (gtk_label_get_layout (GTK_LABEL (label)));
      pango_layout_iter_get_line_extents (lines, &first, NULL);
      g_assert_true (pango_layout_iter_next_line (lines));
      pango_layout_iter_get_line_extents (lines, &second, NULL);
      pango_layout_iter_free (lines);
      g_test_message ("%d %%: %d px; ink %d to %d, then from %d", percent, height, first.y / PANGO_SCALE,
                      (first.y + first.height) / PANGO_SCALE, second.y / PANGO_SCALE);
      g_assert_cmpint (first.y + first.height, <, second.y);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The film stands still whatever is said under it, and nothing: its longest caption has its room all the time. */
static void
test_still (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", "短", "看见绿色的圆键，\n就用一个手指点它一下", "听见铃声不用急，先看看是谁打来的，\n再点绿色的圆键" };
  g_autoptr (GString) said = g_string_new ("WEBVTT\n");
  HihCues *cues;
  HihCaptionRoom *room = NULL;
  GtkWidget *film = GTK_WIDGET (hih_film_box_get_view (HIH_FILM_BOX (fixture->box)));
  g_autoptr (HihTheme) theme = hih_theme_new (GTK_WINDOW (fixture->window), fixture->settings);

  g_assert_nonnull (theme); /* it dresses the window while it lives */
  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (said, "\n00:0%u.000 --> 00:0%u.000\n%s\n", i, i + 1, texts[i]);
  cues = hih_cues_parse (said->str, said->len, NULL);
  gtk_widget_add_css_class (fixture->window, "hih");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 560);
  hih_film_box_set_cues (HIH_FILM_BOX (fixture->box), cues);
  room = HIH_CAPTION_ROOM (gtk_widget_get_parent (GTK_WIDGET (find_caption (fixture->box))));
  for (guint k = 0; k < HIH_N_CAPTION_SIZES; k++)
    {
      graphene_rect_t first, now;

      hih_settings_set_int (fixture->settings, HIH_SETTING_CAPTION_PERCENT, hih_caption_percents[k]);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          hih_caption_room_set_words (room, texts[i]);
          gtk_test_widget_wait_for_draw (fixture->window);
          g_assert_true (gtk_widget_compute_bounds (film, fixture->window, &now));
          first = i == 0 ? now : first;
          g_test_message ("%d %%, %u: %.0f x %.0f at %.0f", hih_caption_percents[k], i, (double) now.size.width,
                          (double) now.size.height, (double) now.origin.y);
          g_assert_true (graphene_rect_equal (&first, &now));
        }
    }
  hih_cues_unref (cues);
}

static int
get_size (GtkWidget *label)
{
  return pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (label)));
}

/* The line that sizes are chosen by is as large as the one under the film, also where words are large or the window narrow. */
static void
test_sample (Fixture *fixture, gconstpointer data)
{
  static const char *const places[][3] = { { NULL }, { "small-lesson" }, { "large-text" }, { "narrow-lesson" },
                                           { "small-lesson", "large-text" }, { "narrow-lesson", "large-text" } };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (HihTheme) theme = NULL;

  theme = hih_theme_new (GTK_WINDOW (window), fixture->settings);
  gtk_widget_add_css_class (window, "hih");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *film = hih_film_box_new (fixture->settings);
      GtkWidget *sample, *caption;

      for (guint k = 0; places[i][k] != NULL; k++)
        gtk_widget_add_css_class (place, places[i][k]);
      sample = hih_caption_look_new_sample (fixture->settings, place);
      gtk_box_append (GTK_BOX (place), film);
      gtk_box_append (GTK_BOX (box), place);
      gtk_box_append (GTK_BOX (box), sample);
      gtk_window_set_child (GTK_WINDOW (window), box);
      gtk_window_present (GTK_WINDOW (window));
      caption = GTK_WIDGET (find_caption (film));
      sample = GTK_WIDGET (find_caption (sample));
      for (guint k = 0; k < HIH_N_CAPTION_SIZES; k++)
        {
          hih_settings_set_int (fixture->settings, HIH_SETTING_CAPTION_PERCENT, hih_caption_percents[k]);
          gtk_test_widget_wait_for_draw (window);
          g_test_message ("place %u, %d %%: %d and %d", i, hih_caption_percents[k], get_size (caption), get_size (sample));
          g_assert_cmpint (get_size (sample), ==, get_size (caption));
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  static const double rates[] = { 0.5, 0.75, 1.0, 1.25 };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hih_film_init ();
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_autofree char *name = g_strdup_printf ("/e2e/captions/rate-%.2f", rates[i]);

      g_test_add (name, Fixture, &rates[i], set_up, test_rate, tear_down);
    }
  g_test_add ("/e2e/captions/leaps", Fixture, NULL, set_up, test_leaps, tear_down);
  g_test_add ("/e2e/captions/off", Fixture, NULL, set_up, test_off, tear_down);
  g_test_add ("/e2e/captions/joined", Fixture, NULL, set_up, test_joined, tear_down);
  g_test_add ("/e2e/captions/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/e2e/captions/still", Fixture, NULL, set_up, test_still, tear_down);
  g_test_add ("/e2e/captions/sizes", Fixture, NULL, set_up, test_sizes, tear_down);
  return g_test_run ();
}
