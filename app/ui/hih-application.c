/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Starting. The window is shown at once; records and lessons are loaded beside it, and the first page comes when both
 * have answered. A second start raises the first window, except with other data or for a tour.
 */
#include "config.h"

#include "hih-application.h"

#include "hih-door.h"
#include "hih-drawing.h"
#include "hih-error-text.h"
#include "hih-film.h"
#include "hih-locale.h"
#include "hih-paths.h"
#include "hih-phone-style.h"
#include "hih-safety-words.h"
#include "hih-tour.h"

#include <glib/gi18n.h>

struct _HihApplication
{
  AdwApplication parent_instance;

  HihWindow *window; /* (nullable) borrowed */
  HihClock *clock;
  HihSettings *settings;
  HihRecords *records;     /* (nullable): until the context has them, which may change them */
  HihContext *context;     /* (nullable) */
  HihCatalogue *catalogue; /* (nullable) */
  HihTour *tour;           /* (nullable) */
  GError *records_error;
  gboolean records_known;
  gboolean people_known;
  gboolean has_people;
  gboolean begun;
  char *tour_dir;
  char *tour_size;
  char *data_dir;
  char *language;
  gboolean version;
  gboolean kiosk;
};

G_DEFINE_FINAL_TYPE (HihApplication, hih_application, ADW_TYPE_APPLICATION)

/* What is to be heard at the start, by whoever sits here; the desk tells instructors more. */
static void
tell_found (HihApplication *self)
{
  g_autofree char *words = NULL;

  if (self->records == NULL)
    words = g_strdup (hih_error_get_text (self->records_error));
  else
    {
      words = hih_found_dup_words (hih_records_get_found (self->records), hih_records_get_restored_at_ms (self->records));
      hih_damage_note (self->settings, self->records, hih_clock_get_wall_ms (self->clock));
    }
  if (words == NULL && self->kiosk && !hih_door_has_pin (self->settings))
    words = g_strdup (_("This computer is to be left only with the instructor's digits, but nobody has chosen any yet. "
                        "Please choose them now: “I am the instructor”."));
  if (words != NULL)
    hih_window_tell (self->window, _("A word for the teacher"), words);
}

/* While the first page is looked at: the first lesson would otherwise read the phone's style sheet in the same turn in which
 * it is made. */
static gboolean
prepare_phone_cb (gpointer display)
{
  hih_phone_style_load (display);
  return G_SOURCE_REMOVE;
}

static void
begin_if_ready (HihApplication *self)
{
  g_autoptr (HihVoice) voice = NULL;
  g_autoptr (HihReader) reader = NULL;
  gboolean welcome;

  if (self->begun || self->window == NULL || !self->people_known || self->catalogue == NULL)
    return;
  self->begun = TRUE;
  voice = hih_voice_new (hih_film_get_sound_out (), hih_paths_get_media_dir ());
  reader = hih_reader_new (voice, hih_locale_get_language (), hih_paths_get_media_dir ());
  self->context = hih_context_new (self->records, self->catalogue, reader, self->clock, self->settings);
  welcome = !self->has_people && self->records != NULL &&
            !hih_settings_get_boolean (self->settings, HIH_SETTING_WELCOME_DONE);
  hih_window_begin (self->window, self->context, welcome ? HIH_PLACE_WELCOME : HIH_PLACE_WHO);
  tell_found (self);
  g_idle_add_full (G_PRIORITY_LOW, prepare_phone_cb, g_object_ref (gtk_widget_get_display (GTK_WIDGET (self->window))),
                   g_object_unref);
  if (self->tour != NULL)
    hih_tour_start (self->tour, self->window);
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);

  hih_error_log (error);
  self->people_known = TRUE;
  self->has_people = people == NULL || people->len > 0;
  begin_if_ready (self);
  g_application_release (G_APPLICATION (self));
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihApplication *self = user_data;

  hih_records_list_trainees_async (self->records, NULL, NULL, people_cb, self);
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihApplication) self = user_data;

  self->records = hih_records_open_finish (result, &self->records_error);
  if (self->records == NULL)
    {
      hih_error_log (self->records_error);
      self->people_known = TRUE;
      begin_if_ready (self);
      g_application_release (G_APPLICATION (self));
    }
  else if (self->tour != NULL)
    hih_tour_prepare_async (self->tour, self->records, prepared_cb, g_object_ref (self));
  else
    hih_records_list_trainees_async (self->records, NULL, NULL, people_cb, g_object_ref (self));
}

static void
catalogue_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihApplication) self = user_data;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) error = NULL;

  self->catalogue = hih_catalogue_load_finish (result, &issues, &error);
  hih_error_log (error);
  for (guint i = 0; issues != NULL && i < issues->len; i++)
    {
      g_autofree char *text = hih_issue_to_string (g_ptr_array_index (issues, i));

      g_info ("%s", text);
    }
  if (self->catalogue == NULL)
    g_printerr ("hand-in-hand: no lessons in %s\n", hih_paths_get_lessons_dir ());
  begin_if_ready (self);
  g_application_release (G_APPLICATION (self));
}

/* The first film would otherwise wait for GStreamer's registry. */
static void
warm_up_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  hih_film_init ();
  g_task_return_boolean (task, TRUE);
}

static gboolean
warm_up_cb (gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_run_in_thread (task, warm_up_thread);
  hih_drawing_prepare ();
  return G_SOURCE_REMOVE;
}

static void
fit_monitor (HihApplication *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->window));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  GdkRectangle geometry;
  int width, height;

  if (monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &geometry);
  gtk_window_get_default_size (GTK_WINDOW (self->window), &width, &height);
  /* A small screen is used whole: every line counts. */
  if (geometry.width <= width || geometry.height <= height + 48)
    gtk_window_fullscreen (GTK_WINDOW (self->window));
}

static void
hih_application_activate (GApplication *application)
{
  HihApplication *self = HIH_APPLICATION (application);

  if (self->window != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }
  self->settings = hih_settings_new (hih_paths_get_data_dir ());
  self->window = HIH_WINDOW (hih_window_new (GTK_APPLICATION (self), self->settings));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  if (self->tour_dir != NULL)
    {
      self->tour = hih_tour_new (self->tour_dir, self->tour_size);
      hih_tour_shape_window (self->tour, self->window);
    }
  else if (self->kiosk)
    hih_kiosk_force (hih_window_get_kiosk (self->window));
  else
    fit_monitor (self);
  gtk_window_present (GTK_WINDOW (self->window));

  g_application_hold (application);
  hih_records_open_async (hih_paths_get_data_dir (), self->clock, NULL, records_cb, g_object_ref (self));
  g_application_hold (application);
  hih_catalogue_load_async (hih_paths_get_lessons_dir (), NULL, catalogue_cb, g_object_ref (self));
  g_idle_add_full (G_PRIORITY_LOW, warm_up_cb, NULL, NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HihApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static gboolean
refuse_debugging (GtkWindow *window, gboolean toggle)
{
  return TRUE;
}

/* GTK opens its inspector by a key in any window: it frightens whoever comes to it by mistake, and leads out of a kiosk.
 * GTK_DEBUG=interactive still opens it. Classes of windows copy this when the first of them is made, later than here. */
static void
keep_inspector_away (void)
{
  GtkWindowClass *klass = g_type_class_ref (GTK_TYPE_WINDOW);

  klass->enable_debugging = refuse_debugging;
  g_type_class_unref (klass);
}

static void
hih_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = { { .name = "quit", .activate = quit_cb } };
  const char *quit_keys[] = { "<Control>q", NULL };
  const char *close_keys[] = { "<Control>w", NULL };

  G_APPLICATION_CLASS (hih_application_parent_class)->startup (application);
  keep_inspector_away ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "window.close", close_keys);
}

static void
hih_application_shutdown (GApplication *application)
{
  HihApplication *self = HIH_APPLICATION (application);
  HihRecords *records = self->context != NULL ? hih_context_get_records (self->context) : self->records;
  g_autoptr (GError) error = NULL;

  /* Everything that was practised is on disk already; this only closes the file tidily. */
  if (records != NULL && !hih_records_close_sync (records, &error))
    hih_error_log (error);
  g_clear_object (&self->records);
  g_clear_object (&self->context);
  G_APPLICATION_CLASS (hih_application_parent_class)->shutdown (application);
}

/* FALSE after a line: there are no words in the language that was named. */
static gboolean
find_language (HihApplication *self)
{
  g_autofree char *named = g_steal_pointer (&self->language);
  g_auto (GStrv) languages = hih_locale_dup_languages ();
  g_autofree char *list = g_strjoinv (", ", languages);

  self->language = hih_locale_find (named);
  if (self->language != NULL)
    return TRUE;
  /* The line itself needs one. */
  hih_locale_init (NULL);
  g_printerr ("hand-in-hand: there are no words in the language “%s”; there are: %s\n", named, list);
  return FALSE;
}

static int
hih_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  HihApplication *self = HIH_APPLICATION (application);

  if (self->version)
    {
      g_print ("hand-in-hand %s\n", HIH_VERSION);
      return 0;
    }
  if (self->tour_size != NULL && !hih_tour_parse_size (self->tour_size, NULL, NULL))
    {
      g_printerr ("hand-in-hand: --tour-size wants WIDTHxHEIGHT, such as 1280x800, not “%s”\n", self->tour_size);
      return 2;
    }
  if (self->language != NULL && !find_language (self))
    return 2;
  if (self->tour_dir != NULL && g_mkdir_with_parents (self->tour_dir, 0755) != 0)
    {
      g_printerr ("hand-in-hand: cannot make the folder %s\n", self->tour_dir);
      return 1;
    }
  if (self->tour_dir != NULL && self->data_dir == NULL)
    self->data_dir = g_dir_make_tmp ("hand-in-hand-tour-XXXXXX", NULL);
  hih_locale_init (self->language);
  g_set_application_name (_("Hand in Hand"));
  if (!gtk_init_check ())
    {
      g_printerr ("hand-in-hand: there is no display here; `app/run --tour DIR` runs the program without one and saves "
                  "pictures\n");
      return 1;
    }
  if (self->data_dir != NULL)
    {
      hih_paths_set_data_dir (self->data_dir);
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

static void
hih_application_finalize (GObject *object)
{
  HihApplication *self = HIH_APPLICATION (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->tour);
  g_clear_error (&self->records_error);
  g_free (self->tour_dir);
  g_free (self->tour_size);
  g_free (self->data_dir);
  g_free (self->language);
  G_OBJECT_CLASS (hih_application_parent_class)->finalize (object);
}

static void
hih_application_class_init (HihApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_application_finalize;
  application_class->startup = hih_application_startup;
  application_class->activate = hih_application_activate;
  application_class->shutdown = hih_application_shutdown;
  application_class->handle_local_options = hih_application_handle_local_options;
}

static void
hih_application_init (HihApplication *self)
{
  const GOptionEntry entries[] = {
    { "tour", 0, 0, G_OPTION_ARG_FILENAME, &self->tour_dir, "Walk through the program and save a picture of every page", "DIR" },
    { "tour-size", 0, 0, G_OPTION_ARG_STRING, &self->tour_size, "Size of the window on the tour", "1280x800" },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &self->data_dir, "Use other records", "DIR" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language, "Such as zh_CN or en", "LANGUAGE" },
    { "kiosk", 0, 0, G_OPTION_ARG_NONE, &self->kiosk, "The whole screen, left only with the instructor's digits", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, "Tell the version", NULL },
    { NULL },
  };

  self->clock = hih_clock_new_system ();
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            "Hand in Hand: a classroom for the phone, at one's own pace.");
}

/**
 * hih_application_new:
 *
 * Returns: (transfer full): the program, to be run
 */
HihApplication *
hih_application_new (void)
{
  /* hih_locale_init() has the say. */
  gtk_disable_setlocale ();
  return g_object_new (HIH_TYPE_APPLICATION, "application-id", HIH_APP_ID, "resource-base-path",
                       "/org/handinhand/HandInHand", NULL);
}

int
hih_application_get_status (HihApplication *self)
{
  return self->tour != NULL && hih_tour_get_failed (self->tour) ? 1 : 0;
}
