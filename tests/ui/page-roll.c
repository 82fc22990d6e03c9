/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-roll.h"

#define MOST_MS 20000
#define TICK_MS 2

static GMutex mutex;      /* records, voice and films make theirs on threads of their own */
static GHashTable *alive; /* (element-type pointer utf8): until it is finalised; its type */
static GHashTable *made;  /* (element-type utf8): every type of ours of which there ever was one */

/* Called when its data go: a weak reference would be content with an object that was only disposed. */
static void
gone_cb (gpointer object)
{
  g_mutex_lock (&mutex);
  g_hash_table_remove (alive, object);
  g_mutex_unlock (&mutex);
}

static void
enlist (gpointer object)
{
  gboolean is_new;

  g_mutex_lock (&mutex);
  if (alive == NULL)
    alive = g_hash_table_new (NULL, NULL);
  is_new = g_hash_table_insert (alive, object, (gpointer) G_OBJECT_TYPE_NAME (object));
  g_mutex_unlock (&mutex);
  if (is_new)
    g_object_set_qdata_full (object, g_quark_from_static_string ("test-on-the-roll"), object, gone_cb);
}

/* The linker puts this in the place of g_object_new(), so that none is missed, whether it was ever seen or not. */
gpointer __wrap_g_object_new (GType type, const char *first, ...);

gpointer
__wrap_g_object_new (GType type, const char *first, ...)
{
  gpointer object;
  va_list args;

  va_start (args, first);
  object = g_object_new_valist (type, first, args);
  va_end (args);
  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (made, (gpointer) g_type_name (type));
  g_mutex_unlock (&mutex);
  /* Drawings are kept for the program's life. */
  if (g_str_has_prefix (g_type_name (type), "Hih") && !g_str_equal (g_type_name (type), "HihDrawing"))
    enlist (object);
  return object;
}

void
roll_begin (void)
{
  g_mutex_lock (&mutex);
  if (alive != NULL)
    g_hash_table_remove_all (alive);
  g_mutex_unlock (&mutex);
}

gboolean
roll_was_made (const char *type)
{
  gboolean was_made;

  g_mutex_lock (&mutex);
  was_made = made != NULL && g_hash_table_contains (made, type);
  g_mutex_unlock (&mutex);
  return was_made;
}

void
roll_enlist (GtkWidget *widget)
{
  /* GTK's own, one a display. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return;
  enlist (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    roll_enlist (child);
}

guint
roll_count (void)
{
  guint n;

  g_mutex_lock (&mutex);
  n = alive != NULL ? g_hash_table_size (alive) : 0;
  g_mutex_unlock (&mutex);
  return n;
}

char *
roll_dup_alive (void)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer type, n;

  for (guint ms = 0; ms < MOST_MS && roll_count () > 0; ms += TICK_MS)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (TICK_MS * 1000);
    }
  g_mutex_lock (&mutex);
  g_hash_table_iter_init (&iter, alive);
  while (g_hash_table_iter_next (&iter, NULL, &type))
    g_hash_table_insert (counts, type, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, type)) + 1));
  g_mutex_unlock (&mutex);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &type, &n))
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", GPOINTER_TO_UINT (n), (const char *) type);
  return g_string_free (text, FALSE);
}
