/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * phone-gallery LANGUAGE FOLDER [NAME…]: every state of the practice phone in the three layouts, one large picture a
 * state, for eyes to look at. With DUMP in the environment also every widget, its classes and its size; with SHORT the
 * short phone of a narrow window (360 × 740).
 */
#include "config.h"

#include "phone-booth.h"

#include "hih-locale.h"
#include "hih-step-view.h"

#include <adwaita.h>

static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };

static void
dump (GtkWidget *widget, int depth)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *joined = g_strjoinv (".", classes);

  if (!gtk_widget_get_visible (widget))
    return;
  g_print ("%*s%s.%s %d×%d\n", depth, "", G_OBJECT_TYPE_NAME (widget), joined, gtk_widget_get_width (widget),
           gtk_widget_get_height (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dump (child, depth + 1);
}

static void
show_state (Booth *booth, HihAppSet *apps, HihClock *clock, const BoothState *state, const char *language)
{
  const HihStepView *step = hih_step_view_find_for_gesture (state->gesture);
  const HihPhoneManner left = { .guard_ms = 300, .left = TRUE };

  for (guint i = 0; i < MIN (booth->views->len, G_N_ELEMENTS (layouts)); i++)
    {
      HihPhoneView *view = g_ptr_array_index (booth->views, i);
      BoothState plain = *state;
      g_autoptr (HihPhone) phone = NULL;

      /* What passes over the screen is shown only to who is there already. */
      plain.effects = "";
      phone = booth_phone_new (apps, layouts[i], clock, &plain);
      hih_phone_view_set_language (view, language);
      hih_phone_view_set_phone (view, phone);
      if (g_getenv ("LEFT") != NULL)
        hih_phone_view_set_manner (view, &left);
      booth_run_effects (phone, state->effects);
      hih_phone_view_finish_transitions (view);
      booth_settle (booth);
      hih_phone_view_advance (view);
      hih_phone_view_point_at (view, state->target, hih_step_view_get_tag (step->name), step->icon);
      if (state->hand_ms > 0)
        {
          g_autoptr (HihGesture) gesture = hih_gesture_new (state->gesture, state->target, state->value);

          hih_phone_view_perform (view, gesture, NULL, NULL, NULL);
        }
    }
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), state->hand_ms);
  for (guint i = 0; i < booth->views->len; i++)
    hih_phone_view_advance (g_ptr_array_index (booth->views, i));
}

int
main (int argc, char **argv)
{
  g_autoptr (HihAppSet) apps = NULL;
  const BoothState *states;
  guint n_states;
  Booth booth;

  if (argc < 3)
    {
      g_printerr ("usage: phone-gallery LANGUAGE FOLDER [NAME…]\n");
      return 2;
    }
  hih_locale_init (argv[1]);
  gtk_disable_setlocale ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  apps = booth_load_apps ();
  states = booth_list_states (&n_states);
  booth_open (&booth, G_N_ELEMENTS (layouts));
  if (g_getenv ("SHORT") != NULL)
    {
      booth.width = 360;
      booth.height = 552;
      for (guint i = 0; i < booth.views->len; i++)
        hih_phone_view_set_short (g_ptr_array_index (booth.views, i), TRUE);
    }
  for (guint i = 0; i < n_states; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/%s.png", argv[2], states[i].name);
      g_autoptr (HihClock) clock = booth_clock_new ();

      if (argc > 3 && !g_strv_contains ((const char *const *) argv + 3, states[i].name))
        continue;
      show_state (&booth, apps, clock, &states[i], argv[1]);
      booth_draw (&booth, file);
      if (g_getenv ("DUMP") != NULL)
        dump (booth.row, 0);
    }
  booth_close (&booth);
  return 0;
}
