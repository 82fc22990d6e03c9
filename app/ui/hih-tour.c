/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tour presses the real buttons of the real program, found by their names, and has the performer do the steps on
 * the real phone. It is a list of stations; each is tried every tick until it says that it is done.
 */
#include "config.h"

#include "hih-tour.h"

#include "hih-page-lesson.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define TICK_MS 60
#define SETTLE_TICKS 9
#define STUCK_TICKS 1200
#define LESSON "video-call"
#define TOPIC "family"

struct _HihTour
{
  GObject parent_instance;

  char *dir;
  int width;
  int height;
  HihWindow *window; /* (nullable) (weak) */
  GTask *preparing;
  guint n_prepared;
  guint station;
  guint ticks; /* at this station */
  guint settled;
  guint source;
  guint acted_index;
  guint n_pictures;
  gboolean acted;
  gboolean failed;
};

typedef gboolean (*Station) (HihTour *self, const char *name);

G_DEFINE_FINAL_TYPE (HihTour, hih_tour, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *picture;
  const char *group;
} people[] = {
  { "马长贵", "teapot", "周四下午班" }, { "何素珍", "orange", "周四下午班" }, { "林国栋", "panda", "周一上午班" },
  { "孙美华", "rabbit", "周一上午班" }, { "吴志强", "fish", "二楼" },         { "赵德顺", "cat", "二楼" },
  { "周淑芬", "persimmon", "二楼" },    { "陈建国", "bird", "一楼" },         { "刘玉梅", "peach", "一楼" },
  { "王福生", "sunflower", "一楼" },    { "李秀兰", "lotus", "周一上午班" },  { "张桂英", "plum", "周一上午班" },
};

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0 && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
press (HihTour *self, const char *name)
{
  GtkWidget *button = find_named (GTK_WIDGET (self->window), name);

  if (button == NULL || !gtk_widget_is_sensitive (button))
    return FALSE;
  g_signal_emit_by_name (button, "clicked");
  return TRUE;
}

static HihPageLesson *
lesson_page (HihTour *self)
{
  HihPage *page = hih_window_get_page (self->window);

  return HIH_IS_PAGE_LESSON (page) ? HIH_PAGE_LESSON (page) : NULL;
}

/* Stations. Each returns TRUE when the next one may come. */

static gboolean
go_station (HihTour *self, const char *name)
{
  HihPlace place = { .kind = HIH_PLACE_WHO };

  if (strcmp (name, "welcome") == 0)
    place.kind = HIH_PLACE_WELCOME;
  else if (strcmp (name, "door") == 0)
    place.kind = HIH_PLACE_DOOR;
  else if (strcmp (name, "desk") == 0)
    place.kind = HIH_PLACE_DESK;
  else if (strcmp (name, "topic") == 0)
    {
      place.kind = HIH_PLACE_TOPIC;
      place.id = TOPIC;
    }
  else if (strcmp (name, "lesson") == 0)
    {
      place.kind = HIH_PLACE_LESSON;
      place.id = LESSON;
    }
  else if (strcmp (name, "lessons") == 0)
    place.kind = HIH_PLACE_LESSONS;
  hih_window_go (self->window, &place);
  return TRUE;
}

static gboolean
press_station (HihTour *self, const char *name)
{
  return press (self, name);
}

static gboolean
wait_station (HihTour *self, const char *name)
{
  return find_named (GTK_WIDGET (self->window), name) != NULL;
}

static gboolean
picture_station (HihTour *self, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%02u-%s.png", self->n_pictures + 1, name);
  g_autofree char *path = g_build_filename (self->dir, file, NULL);

  if (self->ticks < SETTLE_TICKS || !hih_picture_save (GTK_WIDGET (self->window), path))
    return FALSE;
  self->n_pictures++;
  g_print ("%s\n", path);
  return TRUE;
}

static gboolean
pause_station (HihTour *self, const char *name)
{
  return self->ticks >= (guint) atoi (name);
}

/* Has the performer do what this step expects, once. */
static void
do_step (HihTour *self, HihPractice *practice)
{
  HihRun *run = hih_practice_get_run (practice);
  HihPhone *phone = hih_practice_get_phone (practice);
  const HihPlanItem *item = hih_run_get_item (run);
  g_auto (HihPerformance) next = { HIH_PERFORM_STUCK };

  if (hih_run_is_waiting_for_word (run))
    {
      press (self, "next");
      return;
    }
  if (self->acted_index != hih_run_get_index (run))
    self->acted = FALSE;
  self->acted_index = hih_run_get_index (run);
  hih_performer_next (item->step, hih_phone_get_apps (phone), hih_phone_get_state (phone), hih_phone_get_layout (phone),
                      self->acted, &next);
  if (next.kind != HIH_PERFORM_GESTURE)
    return;
  self->acted = TRUE;
  hih_phone_act (phone, next.gesture);
}

/* A finger beside the way: in the first run, so that Done has a then to set beside its now. */
static gboolean
stumble_station (HihTour *self, const char *name)
{
  HihPageLesson *page = lesson_page (self);
  HihPractice *practice = page != NULL ? hih_page_lesson_get_practice (page) : NULL;
  g_autoptr (HihGesture) tap = hih_gesture_new (HIH_GESTURE_TAP, name, NULL);

  if (practice == NULL)
    return FALSE;
  hih_phone_act (hih_practice_get_phone (practice), tap);
  return TRUE;
}

/* Does steps until the step @name (a number) is reached, or, for "end", until the stage is over. */
static gboolean
practise_station (HihTour *self, const char *name)
{
  HihPageLesson *page = lesson_page (self);
  HihPractice *practice = page != NULL ? hih_page_lesson_get_practice (page) : NULL;
  gboolean to_end = strcmp (name, "end") == 0;
  HihRun *run;

  if (page == NULL)
    return to_end;
  if (practice == NULL || (run = hih_practice_get_run (practice)) == NULL || self->ticks % 8 != 0)
    return FALSE;
  if (hih_run_get_item (run) == NULL)
    return to_end;
  if (!to_end && hih_practice_get_step (practice) + 1 >= (guint) atoi (name))
    return TRUE;
  if (!hih_run_is_step_met (run))
    do_step (self, practice);
  return FALSE;
}

/* Presses "next" until the film's stage is over. */
static gboolean
watch_station (HihTour *self, const char *name)
{
  HihPageLesson *page = lesson_page (self);

  if (page == NULL || hih_page_lesson_get_stage (page) != HIH_STAGE_WATCH)
    return TRUE;
  if (self->ticks % 6 == 0)
    press (self, "next");
  return FALSE;
}

static const struct
{
  Station visit;
  const char *name;
} stations[] = {
  { go_station, "welcome" },     { picture_station, "welcome" },
  { go_station, "who" },         { wait_station, "person" },
  { picture_station, "who" },    { press_station, "size" },
  { picture_station, "text-size" }, { press_station, "sheet-close" },
  { press_station, "person" },   { wait_station, "go-on" },
  { picture_station, "my-lessons" }, { go_station, "topic" },
  { wait_station, "lesson" },    { picture_station, "topic" },
  { go_station, "lesson" },      { wait_station, "play" },
  { pause_station, "20" },       { picture_station, "lesson-overview" },
  { press_station, "play" },     { pause_station, "20" },
  { press_station, "next" },     { pause_station, "40" },
  { picture_station, "lesson-watch" }, { watch_station, "" },
  { practise_station, "2" },     { picture_station, "lesson-follow" },
  { stumble_station, "home/settings" }, { pause_station, "60" },
  { press_station, "help" },     { pause_station, "10" },
  { practise_station, "end" },   { pause_station, "10" },
  { picture_station, "lesson-follow-end" }, { press_station, "next" },
  { practise_station, "2" },     { picture_station, "lesson-guided" },
  { practise_station, "end" },   { pause_station, "10" },
  { press_station, "next" },     { practise_station, "3" },
  { picture_station, "lesson-alone" }, { practise_station, "end" },
  { pause_station, "10" },       { picture_station, "lesson-alone-end" },
  { press_station, "more" },     { practise_station, "2" },
  { picture_station, "lesson-alone-layout" }, { practise_station, "end" },
  { wait_station, "home" },      { picture_station, "done" },
  { press_station, "home" },     { wait_station, "go-on" },
  { picture_station, "my-lessons-after" }, { go_station, "door" },
  { picture_station, "door" },   { go_station, "desk" },
  { pause_station, "8" },        { picture_station, "desk" },
};

static gboolean
tick_cb (gpointer user_data)
{
  g_autoptr (HihTour) self = g_object_ref (user_data);

  if (self->window == NULL)
    {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  if (self->station < G_N_ELEMENTS (stations))
    {
      if (stations[self->station].visit (self, stations[self->station].name))
        {
          self->station++;
          self->ticks = 0;
        }
      else if (++self->ticks > STUCK_TICKS)
        {
          g_autofree char *path = g_build_filename (self->dir, "stuck.png", NULL);

          hih_picture_save (GTK_WIDGET (self->window), path);
          g_printerr ("hand-in-hand: the tour got stuck at “%s” (%s)\n", stations[self->station].name, path);
          self->failed = TRUE;
          self->station = G_N_ELEMENTS (stations);
        }
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  gtk_window_destroy (GTK_WINDOW (self->window));
  return G_SOURCE_REMOVE;
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihTour *self = user_data;
  g_autoptr (GError) error = NULL;
  HihId id;

  if (!hih_records_add_trainee_finish (HIH_RECORDS (source), result, &id, &error))
    g_printerr ("hand-in-hand: %s\n", error->message);
  if (++self->n_prepared == G_N_ELEMENTS (people))
    {
      g_task_return_boolean (self->preparing, TRUE);
      g_clear_object (&self->preparing);
    }
}

static void
hih_tour_dispose (GObject *object)
{
  HihTour *self = HIH_TOUR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->preparing);
  g_clear_pointer (&self->dir, g_free);
  G_OBJECT_CLASS (hih_tour_parent_class)->dispose (object);
}

static void
hih_tour_class_init (HihTourClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_tour_dispose;
}

static void
hih_tour_init (HihTour *self)
{
}

/**
 * hih_tour_parse_size:
 * @text: such as `1280x800`
 *
 * Returns: whether it is a size a window can have
 */
gboolean
hih_tour_parse_size (const char *text, int *width, int *height)
{
  int w = 0, h = 0;
  char rest;

  if (sscanf (text, "%dx%d%c", &w, &h, &rest) != 2 || w < 320 || h < 320 || w > 8192 || h > 8192)
    return FALSE;
  if (width != NULL)
    *width = w;
  if (height != NULL)
    *height = h;
  return TRUE;
}

HihTour *
hih_tour_new (const char *dir, const char *size)
{
  HihTour *self = g_object_new (HIH_TYPE_TOUR, NULL);

  self->dir = g_strdup (dir);
  if (size == NULL || !hih_tour_parse_size (size, &self->width, &self->height))
    {
      self->width = 1280;
      self->height = 800;
    }
  return self;
}

void
hih_tour_shape_window (HihTour *self, HihWindow *window)
{
  hih_window_set_bare (window, TRUE);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), self->width, self->height);
}

void
hih_tour_prepare_async (HihTour *self, HihRecords *records, GAsyncReadyCallback callback, gpointer user_data)
{
  self->preparing = g_task_new (self, NULL, callback, user_data);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    hih_records_add_trainee_async (records, people[i].name, people[i].picture, people[i].group, NULL, prepared_cb, self);
}

void
hih_tour_start (HihTour *self, HihWindow *window)
{
  g_set_weak_pointer (&self->window, window);
  self->acted_index = G_MAXUINT;
  self->source = g_timeout_add (TICK_MS, tick_cb, self);
}

gboolean
hih_tour_get_failed (HihTour *self)
{
  return self->failed;
}

/**
 * hih_picture_save:
 * @widget: mapped
 * @path: where the PNG comes
 *
 * Returns: %FALSE when nothing was drawn yet
 */
gboolean
hih_picture_save (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    {
      gtk_widget_queue_draw (widget);
      return FALSE;
    }
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  return gdk_texture_save_to_png (texture, path);
}
