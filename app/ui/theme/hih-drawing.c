/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A drawing is one cached render node around the SVG's own shapes: recorded once, rasterised by the renderer at
 * whatever scale it is shown, so it knows nothing of scales and is never a stretched picture.
 */
#include "config.h"

#include "hih-drawing.h"

#include "hih-paths.h"
#include "media/hih-media-resources.h"

#include <gtk/gtk.h>
#include <librsvg/rsvg.h>

#define RESOURCE_PREFIX "/org/handinhand/HandInHand/"
#define EMPTY_SIZE 84.0

#define HIH_TYPE_DRAWING (hih_drawing_get_type ())
G_DECLARE_FINAL_TYPE (HihDrawing, hih_drawing, HIH, DRAWING, GObject)

struct _HihDrawing
{
  GObject parent_instance;

  double width;
  double height;
  GskRenderNode *node; /* (owned) at width × height */
};

/* The first word of a drawing's name says in which folder of media/ it lies. */
static const struct
{
  const char *word;
  const char *folder;
} folders[] = {
  { "face-", "faces/" },
  { "tile-", "tiles/" },
  { "person-", "people/" },
  { "scene-", "scene/" },
};

static void
hih_drawing_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  HihDrawing *self = HIH_DRAWING (paintable);

  if (width <= 0 || height <= 0)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) (width / self->width), (float) (height / self->height));
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

static GdkPaintableFlags
hih_drawing_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static int
hih_drawing_get_intrinsic_width (GdkPaintable *paintable)
{
  return (int) HIH_DRAWING (paintable)->width;
}

static int
hih_drawing_get_intrinsic_height (GdkPaintable *paintable)
{
  return (int) HIH_DRAWING (paintable)->height;
}

static double
hih_drawing_get_intrinsic_aspect_ratio (GdkPaintable *paintable)
{
  HihDrawing *self = HIH_DRAWING (paintable);

  return self->width / self->height;
}

static void
hih_drawing_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = hih_drawing_snapshot;
  iface->get_flags = hih_drawing_get_flags;
  iface->get_intrinsic_width = hih_drawing_get_intrinsic_width;
  iface->get_intrinsic_height = hih_drawing_get_intrinsic_height;
  iface->get_intrinsic_aspect_ratio = hih_drawing_get_intrinsic_aspect_ratio;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HihDrawing, hih_drawing, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, hih_drawing_paintable_init))

static void
hih_drawing_finalize (GObject *object)
{
  HihDrawing *self = HIH_DRAWING (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  G_OBJECT_CLASS (hih_drawing_parent_class)->finalize (object);
}

static void
hih_drawing_class_init (HihDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_drawing_finalize;
}

static void
hih_drawing_init (HihDrawing *self)
{
  self->width = EMPTY_SIZE;
  self->height = EMPTY_SIZE;
}

/* Returns (transfer full) where @name lies under media/, or NULL for a name that cannot be one. */
static char *
dup_media_path (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '-')
        return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      if (g_str_has_prefix (name, folders[i].word))
        return g_strconcat (folders[i].folder, name + strlen (folders[i].word), ".svg", NULL);
    }
  return NULL;
}

/* Icons lie in the resources where GTK's icon theme looks for them, and in media/ as in a theme's folder. */
#define ICON_FOLDER "icons/hicolor/scalable/actions/"
#define ICON_RESOURCES "icons/scalable/actions/"

static char *
dup_resource_path (const char *media_path)
{
  if (g_str_has_prefix (media_path, ICON_FOLDER))
    return g_strconcat (RESOURCE_PREFIX ICON_RESOURCES, media_path + strlen (ICON_FOLDER), NULL);
  return g_strconcat (RESOURCE_PREFIX, media_path, NULL);
}

static GBytes *
load (const char *media_path)
{
  static gsize once;
  g_autofree char *resource = dup_resource_path (media_path);
  g_autofree char *file = NULL;
  GBytes *bytes;
  char *data;
  gsize length;

  /* Naming the resource keeps the linker from dropping it out of the static library. */
  if (g_once_init_enter (&once))
    g_once_init_leave (&once, hih_media_get_resource () != NULL ? 1 : 2);
  bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes != NULL)
    return bytes;
  /* A picture added beside an installed program. */
  file = g_build_filename (hih_paths_get_media_dir (), media_path, NULL);
  if (g_file_get_contents (file, &data, &length, NULL))
    return g_bytes_new_take (data, length);
  return NULL;
}

static void
record_empty (HihDrawing *self)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, EMPTY_SIZE, EMPTY_SIZE);
  cairo_t *cr;

  self->node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (self->node);
  cairo_set_source_rgb (cr, 0.894, 0.855, 0.776); /* the pressed well: quiet, not a mistake to look at */
  cairo_new_sub_path (cr);
  cairo_arc (cr, 22, 22, 22, G_PI, 1.5 * G_PI);
  cairo_arc (cr, EMPTY_SIZE - 22, 22, 22, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, EMPTY_SIZE - 22, EMPTY_SIZE - 22, 22, 0, 0.5 * G_PI);
  cairo_arc (cr, 22, EMPTY_SIZE - 22, 22, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* Returns (transfer full) a node and its size, or NULL when the bytes are no picture. */
static GskRenderNode *
render (RsvgHandle *handle, const char *stylesheet, RsvgRectangle *viewport)
{
  GskRenderNode *node;
  gboolean drawn;
  cairo_t *cr;

  if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, &viewport->width, &viewport->height) ||
      viewport->width < 1 || viewport->height < 1)
    return NULL;
  if (stylesheet != NULL &&
      !rsvg_handle_set_stylesheet (handle, (const guint8 *) stylesheet, strlen (stylesheet), NULL))
    return NULL;

  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height));
  cr = gsk_cairo_node_get_draw_context (node);
  drawn = rsvg_handle_render_document (handle, cr, viewport, NULL);
  cairo_destroy (cr);
  if (!drawn)
    g_clear_pointer (&node, gsk_render_node_unref);
  return node;
}

/* (transfer full) (nullable) */
static RsvgHandle *
read_drawing (const char *media_path)
{
  g_autoptr (GBytes) bytes = load (media_path);
  gsize length;
  const guint8 *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return rsvg_handle_new_from_data (data, length, NULL);
}

/* (transfer none) (nullable): an icon comes in many colours and is read once: that takes longer than to draw it. */
static RsvgHandle *
read_icon (const char *media_path)
{
  static GHashTable *icons; /* (element-type char* RsvgHandle), for the program's life: a hundred of 10 KiB */
  RsvgHandle *handle;

  if (icons == NULL)
    icons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  handle = g_hash_table_lookup (icons, media_path);
  if (handle == NULL)
    {
      handle = read_drawing (media_path);
      if (handle == NULL)
        return NULL;
      g_hash_table_insert (icons, g_strdup (media_path), handle);
    }
  return handle;
}

/* @stylesheet: (nullable): of an icon */
static gboolean
record (HihDrawing *self, const char *media_path, const char *stylesheet)
{
  RsvgRectangle viewport = { 0 };
  RsvgHandle *handle = stylesheet != NULL ? read_icon (media_path) : read_drawing (media_path);

  if (handle == NULL)
    return FALSE;
  self->node = render (handle, stylesheet, &viewport);
  if (stylesheet == NULL)
    g_object_unref (handle);
  if (self->node == NULL)
    return FALSE;
  self->width = viewport.width;
  self->height = viewport.height;
  return TRUE;
}

static GdkPaintable *
get_cached (const char *key, const char *media_path, const char *stylesheet)
{
  static GHashTable *cache; /* (element-type char* HihDrawing), for the program's life: under a hundred small nodes */
  HihDrawing *self;

  if (cache == NULL)
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self = g_hash_table_lookup (cache, key);
  if (self != NULL)
    return GDK_PAINTABLE (self);

  self = g_object_new (HIH_TYPE_DRAWING, NULL);
  if (media_path == NULL || !record (self, media_path, stylesheet))
    {
      g_debug ("ui: draw %s: no such drawing", key);
      record_empty (self);
    }
  g_hash_table_insert (cache, g_strdup (key), self);
  return GDK_PAINTABLE (self);
}

/**
 * hih_drawing_get:
 * @name: such as "face-fang"
 *
 * Returns: (transfer none): the drawing, or the empty tile for a name there is no drawing of
 */
GdkPaintable *
hih_drawing_get (const char *name)
{
  g_autofree char *media_path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  media_path = dup_media_path (name);
  return get_cached (name, media_path, NULL);
}

static gboolean
prepare_cb (gpointer user_data)
{
  GPtrArray *names = user_data;
  const char *name;

  if (names->len == 0)
    return G_SOURCE_REMOVE;
  name = g_ptr_array_index (names, names->len - 1);
  if (g_str_has_prefix (name, ICON_FOLDER))
    read_icon (name); /* and keeps it */
  else
    hih_drawing_get (name);
  g_ptr_array_set_size (names, (int) names->len - 1);
  return G_SOURCE_CONTINUE;
}

/* @prefix: before each file's name, up to its first @end */
static void
list (GPtrArray *names, const char *folder, const char *prefix, const char *end)
{
  g_autofree char *path = dup_resource_path (folder);
  g_auto (GStrv) files = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup_printf ("%s%.*s", prefix, (int) strcspn (files[i], end), files[i]));
}

/**
 * hih_drawing_prepare:
 */
void
hih_drawing_prepare (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  list (names, ICON_FOLDER, ICON_FOLDER, "");
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    list (names, folders[i].folder, folders[i].word, ".");
  g_idle_add_full (G_PRIORITY_LOW, prepare_cb, names, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_drawing_exists:
 *
 * Returns: whether there is a drawing of that name
 */
gboolean
hih_drawing_exists (const char *name)
{
  g_autofree char *media_path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  media_path = dup_media_path (name);
  if (media_path == NULL)
    return FALSE;
  bytes = load (media_path);
  return bytes != NULL;
}

/**
 * hih_drawing_get_icon:
 * @name: such as "video"; "hih-video-symbolic" is the same
 * @color: the one colour to draw it in
 *
 * Returns: (transfer none): the icon, or the empty tile
 */
GdkPaintable *
hih_drawing_get_icon (const char *name, const GdkRGBA *color)
{
  g_autofree char *bare = NULL;
  g_autofree char *media_path = NULL;
  g_autofree char *key = NULL;
  g_autofree char *stylesheet = NULL;
  char rgb[8];

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (color != NULL, NULL);

  bare = g_strdup (g_str_has_prefix (name, "hih-") ? name + 4 : name);
  if (g_str_has_suffix (bare, "-symbolic"))
    bare[strlen (bare) - strlen ("-symbolic")] = '\0';
  g_snprintf (rgb, sizeof rgb, "#%02x%02x%02x", (guint) (color->red * 255 + 0.5f) & 0xff,
              (guint) (color->green * 255 + 0.5f) & 0xff, (guint) (color->blue * 255 + 0.5f) & 0xff);
  key = g_strdup_printf ("icon-%s %s", bare, rgb);
  media_path = g_strdup_printf (ICON_FOLDER "hih-%s-symbolic.svg", bare);
  stylesheet = g_strdup_printf ("*{fill:%s !important}", rgb);
  return get_cached (key, media_path, stylesheet);
}
