/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * phone-stand: the practice phone alone in a window, told on standard input what to show, telling on standard output
 * what its fingers meant. tests/e2e/test-hands.py holds the other end; the events themselves come from the display.
 *   state NAME      one of phone-booth's states, anew           → ready
 *   place TARGET    where it stands in the window               → place X Y WIDTH HEIGHT
 *   manner MS [larger] [left]  when a second tap is swallowed, how much is forgiven, which hand → ready
 *   layout          everything is placed once more          → ready
 *   scale           how large the phone is drawn                → scale FACTOR
 *   focus           what the keyboard is on                     → focus TARGET
 *   active          whether keys come here                  → active yes / no
 *   events          how many events have come so far            → events N
 *   key TEXT        where the key that writes TEXT stands   → place X Y WIDTH HEIGHT
 *   value APP.KEY   what the phone knows                    → value WORDS
 *   pad             where the square to write in is         → pad X Y SIDE
 *   offers          what it takes the ink for, the likeliest first → offers CHARACTER …
 *   what            what was meant since the state was shown    → gesture KIND TARGET VALUE … / near TARGET … / what
 */
#include "config.h"

#include "phone-booth.h"

#include "hih-element-pad.h"
#include "hih-element-view.h"
#include "hih-keyboard-strip.h"
#include "hih-phone-scaler.h"
#include "hih-writing-pad.h"

#include <adwaita.h>
#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

typedef struct Stand Stand;

struct Stand
{
  GMainLoop *loop;
  GtkWidget *window;
  HihPhoneView *view;
  HihAppSet *apps;
  HihClock *clock;
  HihPhone *phone; /* (owned) (nullable) */
  GString *said;
  guint n_events;
  void (*tell) (Stand *self, const char *about); /* what is answered when everything has its place */
  char *about;                                   /* owned (nullable) */
  guint n_frames;                                /* until then */
};

static void
gestured_cb (HihPhone *phone, HihGesture *gesture, HihPhoneState *before, Stand *self)
{
  g_string_append_printf (self->said, "gesture %s %s %s\n", hih_gesture_kind_get_name (gesture->kind),
                          gesture->target != NULL ? gesture->target : "", gesture->value != NULL ? gesture->value : "");
}

static void
near_cb (HihPhone *phone, const char *target, Stand *self)
{
  g_string_append_printf (self->said, "near %s\n", target);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, Stand *self)
{
  /* GTK makes up motions of its own when a frame has moved things under the pointer. Whoever took one for the finger's own
   * event would go on before that had come; and this display's say that no button is down, which in mid-click would end it:
   * gtk4-broadwayd keeps the buttons as they were before the press. */
  if (gdk_event_get_time (event) == GDK_CURRENT_TIME)
    return gdk_event_get_event_type (event) == GDK_MOTION_NOTIFY ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_MOTION_NOTIFY:
    /* A key's release is nobody's when the press has taken the screen and its focus away. */
    case GDK_KEY_PRESS:
      self->n_events++;
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  Stand *self = data;

  if (--self->n_frames > 0)
    {
      gtk_widget_queue_draw (widget);
      return G_SOURCE_CONTINUE;
    }
  self->tell (self, self->about);
  fflush (stdout);
  return G_SOURCE_REMOVE;
}

/* A frame begins with this and ends with the layout: what came onto the screen just now has a place, and what it moved
 * aside has its new one, only when a whole frame has passed. Before that a button's bounds are its padding, somewhere. */
static void
tell_when_placed (Stand *self, void (*tell) (Stand *self, const char *about), const char *about)
{
  self->tell = tell;
  g_free (self->about);
  self->about = g_strdup (about);
  self->n_frames = 3;
  gtk_widget_add_tick_callback (self->window, frame_cb, self, NULL);
}

static void
tell_ready (Stand *self, const char *about)
{
  g_print ("ready\n");
}

static void
show (Stand *self, const char *name)
{
  guint n_states;
  const BoothState *states = booth_list_states (&n_states);

  for (guint i = 0; i < n_states; i++)
    {
      if (!g_str_equal (states[i].name, name))
        continue;
      g_clear_object (&self->phone);
      self->phone = booth_phone_new (self->apps, HIH_LAYOUT_A, self->clock, &states[i]);
      hih_phone_view_set_phone (self->view, self->phone);
      hih_phone_view_finish_transitions (self->view);
      g_signal_connect (self->phone, "gestured", G_CALLBACK (gestured_cb), self);
      g_signal_connect (self->phone, "near", G_CALLBACK (near_cb), self);
      g_string_truncate (self->said, 0);
      tell_when_placed (self, tell_ready, NULL);
      return;
    }
  g_error ("there is no state %s", name);
}

static void
tell_place (Stand *self, const char *target)
{
  graphene_rect_t box;
  double dx, dy;

  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &dx, &dy);
  if (!hih_phone_view_get_target_bounds (self->view, target, self->window, &box))
    g_print ("place none\n");
  else
    g_print ("place %.1f %.1f %.1f %.1f\n", box.origin.x + dx, box.origin.y + dy, box.size.width, box.size.height);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static void
tell_key (Stand *self, const char *text)
{
  GtkWidget *key = hih_element_pad_find_key (GTK_WIDGET (self->view), text);
  graphene_rect_t box;
  double dx, dy;

  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &dx, &dy);
  if (key == NULL || !gtk_widget_compute_bounds (key, self->window, &box))
    g_print ("place none\n");
  else
    g_print ("place %.1f %.1f %.1f %.1f\n", box.origin.x + dx, box.origin.y + dy, box.size.width, box.size.height);
}

static void
tell_pad (Stand *self, const char *about)
{
  HihWritingPad *pad = HIH_WRITING_PAD (find_type (GTK_WIDGET (self->view), HIH_TYPE_WRITING_PAD));
  const HihInkPoint corners[] = { { 0, 0 }, { HIH_INK_SIZE, HIH_INK_SIZE } };
  graphene_point_t at[2];
  double dx, dy;

  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &dx, &dy);
  for (guint i = 0; i < 2; i++)
    {
      at[i] = hih_writing_pad_place (pad, &corners[i]);
      if (!gtk_widget_compute_point (GTK_WIDGET (pad), self->window, &at[i], &at[i]))
        g_error ("the pad stands nowhere");
    }
  g_print ("pad %.2f %.2f %.2f\n", at[0].x + dx, at[0].y + dy, (double) (at[1].x - at[0].x));
}

static void
tell_offers (Stand *self)
{
  HihKeyboardStrip *strip = HIH_KEYBOARD_STRIP (find_type (GTK_WIDGET (self->view), HIH_TYPE_KEYBOARD_STRIP));
  GPtrArray *words = hih_keyboard_strip_get_words (strip);

  g_print ("offers");
  for (guint i = 0; i < words->len; i++)
    g_print (" %s", (const char *) words->pdata[i]);
  g_print ("\n");
}

static void
tell_focus (Stand *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *found = focus != NULL ? hih_element_view_find_widget (focus) : NULL;

  g_print ("focus %s\n", found != NULL ? hih_element_view_get_widget_target (found) : "");
}

static void
obey (Stand *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 2);

  if (g_str_equal (words[0], "state"))
    show (self, words[1]);
  else if (g_str_equal (words[0], "place"))
    tell_when_placed (self, tell_place, words[1]);
  else if (g_str_equal (words[0], "manner"))
    {
      HihPhoneManner manner = { .guard_ms = (guint) atoi (words[1]), .larger = strstr (words[1], "larger") != NULL,
                                .left = strstr (words[1], "left") != NULL };

      hih_phone_view_set_manner (self->view, &manner);
      g_print ("ready\n");
    }
  else if (g_str_equal (words[0], "layout"))
    {
      gtk_widget_queue_resize (GTK_WIDGET (self->view));
      tell_when_placed (self, tell_ready, NULL);
    }
  else if (g_str_equal (words[0], "scale"))
    g_print ("scale %.4f\n", gtk_widget_get_width (find_type (GTK_WIDGET (self->view), HIH_TYPE_PHONE_SCALER)) / (double) HIH_PHONE_WIDTH);
  else if (g_str_equal (words[0], "key"))
    tell_when_placed (self, tell_key, words[1]);
  else if (g_str_equal (words[0], "value"))
    g_print ("value %s\n", hih_phone_state_get (hih_phone_get_state (self->phone), words[1]));
  else if (g_str_equal (words[0], "pad"))
    tell_when_placed (self, tell_pad, NULL);
  else if (g_str_equal (words[0], "offers"))
    tell_offers (self);
  else if (g_str_equal (words[0], "focus"))
    tell_focus (self);
  else if (g_str_equal (words[0], "active"))
    g_print ("active %s\n", gtk_window_is_active (GTK_WINDOW (self->window)) ? "yes" : "no");
  else if (g_str_equal (words[0], "events"))
    g_print ("events %u\n", self->n_events);
  else if (g_str_equal (words[0], "what"))
    g_print ("%swhat\n", self->said->str);
  else
    g_error ("what is “%s”?", line);
  fflush (stdout);
}

static void
line_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Stand *self = data;
  GDataInputStream *stream = G_DATA_INPUT_STREAM (source);
  g_autofree char *line = g_data_input_stream_read_line_finish (stream, result, NULL, NULL);

  if (line == NULL)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  obey (self, line);
  g_data_input_stream_read_line_async (stream, G_PRIORITY_LOW, NULL, line_cb, self);
}

int
main (void)
{
  Stand self = { .said = g_string_new (NULL) };
  g_autoptr (GInputStream) in = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (in);
  GtkEventController *events;

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self.loop = g_main_loop_new (NULL, FALSE);
  self.apps = booth_load_apps ();
  self.clock = hih_clock_new_system ();
  self.window = gtk_window_new ();
  self.view = HIH_PHONE_VIEW (hih_phone_view_new ());
  events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), &self);
  gtk_widget_add_controller (self.window, events);
  gtk_widget_add_css_class (self.window, "hih");
  gtk_window_set_decorated (GTK_WINDOW (self.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self.window), BOOTH_WIDTH, BOOTH_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.view));
  /* Touched, styled and placed like any, but never painted: gtk4-broadwayd 4.8 aborts on quick changes of large pictures. */
  gtk_widget_set_opacity (GTK_WIDGET (self.view), 0);
  gtk_window_present (GTK_WINDOW (self.window));
  g_data_input_stream_read_line_async (lines, G_PRIORITY_LOW, NULL, line_cb, &self);
  g_main_loop_run (self.loop);
  g_clear_object (&self.phone);
  hih_app_set_unref (self.apps);
  g_object_unref (self.clock);
  g_main_loop_unref (self.loop);
  g_free (self.about);
  g_string_free (self.said, TRUE);
  return 0;
}
