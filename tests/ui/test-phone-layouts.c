/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The three layouts of every app: who meets an app in another one finds other words in another order at other places in
 * other colours. Looked for on all screens of an app as they stand when they are opened first.
 */
#include "config.h"

#include "phone-booth.h"

#include "hih-paths.h"

#include <adwaita.h>

#define N_COLOURS 4096 /* four bits each of red, green and blue */
#define MOVED 24.0f    /* px: farther away than a thing that only grew */

static HihAppSet *apps;
static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };

/* What of an app is seen in one layout. */
typedef struct
{
  GString *order;     /* its targets, as they follow each other */
  GString *words;     /* their titles */
  GHashTable *places; /* "screen target" → graphene_point_t */
  guint64 colours[N_COLOURS];
} Seen;

static Seen *
seen_new (void)
{
  Seen *self = g_new0 (Seen, 1);

  self->order = g_string_new (NULL);
  self->words = g_string_new (NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

static void
seen_free (Seen *self)
{
  g_string_free (self->order, TRUE);
  g_string_free (self->words, TRUE);
  g_hash_table_unref (self->places);
  g_free (self);
}

static void
see_words (Seen *self, HihText *text)
{
  if (text != NULL)
    g_string_append_printf (self->words, "%s|", hih_text_get (text, NULL));
}

/* A grid, and what turns by itself, has its order in the layout too. */
static void
see_nodes (Seen *self, BoothPhone *fixture, const char *screen, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];
      graphene_rect_t box;

      g_string_append_printf (self->order, "%s %s|", screen, node->target);
      see_words (self, node->title);
      if (!g_str_has_suffix (node->target, "/") &&
          hih_phone_view_get_target_bounds (fixture->view, node->target, fixture->booth.row, &box))
        {
          graphene_point_t *middle = g_new (graphene_point_t, 1);

          graphene_rect_get_center (&box, middle);
          g_hash_table_insert (self->places, g_strdup_printf ("%s %s", screen, node->target), middle);
        }
      see_nodes (self, fixture, screen, node->children);
    }
}

static void
see_colours (Seen *self, Booth *booth)
{
  cairo_surface_t *surface = booth_paint (booth);
  const guint32 *pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  gsize n = (gsize) cairo_image_surface_get_stride (surface) / 4 * (gsize) cairo_image_surface_get_height (surface);

  for (gsize i = 0; i < n; i++)
    self->colours[(pixels[i] >> 20 & 0xf) << 8 | (pixels[i] >> 12 & 0xf) << 4 | (pixels[i] >> 4 & 0xf)]++;
  cairo_surface_destroy (surface);
}

static Seen *
look_at (const char *app, const char *layout)
{
  g_autoptr (GPtrArray) screens = hih_app_set_dup_screens (apps);
  Seen *self = seen_new ();

  for (guint i = 0; i < screens->len; i++)
    {
      const BoothState state = { screens->pdata[i], screens->pdata[i], "" };
      g_autofree char *owner = g_strndup (screens->pdata[i], strcspn (screens->pdata[i], "/"));
      BoothPhone fixture;
      HihScene *scene;

      if (!g_str_equal (owner, app))
        continue;
      booth_phone_open (&fixture, apps, &state, layout, "en");
      hih_phone_view_finish_transitions (fixture.view);
      booth_settle (&fixture.booth);
      scene = hih_phone_get_scene (fixture.phone);
      see_words (self, hih_scene_get_title (scene));
      see_nodes (self, &fixture, screens->pdata[i],
                 hih_scene_get_over (scene) != NULL ? hih_scene_get_over (scene) : hih_scene_get_nodes (scene));
      see_colours (self, &fixture.booth);
      booth_phone_close (&fixture);
    }
  return self;
}

/* Something that stands in both stands elsewhere. */
static gboolean
differ_in_place (const Seen *a, const Seen *b)
{
  GHashTableIter iter;
  gpointer target, at;

  g_hash_table_iter_init (&iter, a->places);
  while (g_hash_table_iter_next (&iter, &target, &at))
    {
      graphene_point_t *other = g_hash_table_lookup (b->places, target);

      if (other != NULL && graphene_point_distance (at, other, NULL, NULL) > MOVED)
        return TRUE;
    }
  return FALSE;
}

/* A twentieth of what is seen has another colour. */
static gboolean
differ_in_colour (const Seen *a, const Seen *b)
{
  guint64 all = 0, other = 0;

  for (guint i = 0; i < N_COLOURS; i++)
    {
      all += a->colours[i];
      if (a->colours[i] > b->colours[i])
        other += a->colours[i] - b->colours[i];
    }
  g_test_message ("%" G_GUINT64_FORMAT " of a thousand pixels have another colour", other * 1000 / all);
  return other * 20 > all;
}

static void
test_app (gconstpointer app)
{
  Seen *seen[G_N_ELEMENTS (layouts)];

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    seen[i] = look_at (app, layouts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      const Seen *a = seen[i], *b = seen[(i + 1) % G_N_ELEMENTS (layouts)];
      const char *pair[] = { "a and b", "b and c", "c and a" };

      g_assert_cmpuint (a->order->len, >, 0);
      if (g_str_equal (a->order->str, b->order->str))
        g_test_fail_printf ("%s: %s have the same order", (const char *) app, pair[i]);
      if (g_str_equal (a->words->str, b->words->str))
        g_test_fail_printf ("%s: %s have the same words", (const char *) app, pair[i]);
      if (!differ_in_place (a, b))
        g_test_fail_printf ("%s: in %s everything has the same place", (const char *) app, pair[i]);
      if (!differ_in_colour (a, b))
        g_test_fail_printf ("%s: %s have the same colours", (const char *) app, pair[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    seen_free (seen[i]);
}

int
main (int argc, char **argv)
{
  g_autofree char *dir = NULL;
  g_autoptr (GDir) files = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  const char *name;
  int result;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  dir = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  files = g_dir_open (dir, 0, NULL);
  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      if (g_str_has_suffix (name, ".xml"))
        g_ptr_array_add (names, g_strndup (name, strlen (name) - 4));
    }
  g_assert_cmpuint (names->len, >=, 14);
  g_ptr_array_add (names, NULL);
  apps = hih_app_set_load (dir, (const char *const *) names->pdata, issues);
  g_assert_nonnull (apps);
  for (guint i = 0; i + 1 < names->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("/phone-layouts/%s", (const char *) names->pdata[i]);

      g_test_add_data_func (path, names->pdata[i], test_app);
    }
  result = g_test_run ();
  hih_app_set_unref (apps);
  return result;
}
