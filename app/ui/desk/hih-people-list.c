/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model holds one item a person that is shown; rows are recycled by GtkListView and filled when they come into sight
 * (HihLater). When people are set anew only the stretch that differs is replaced, so that the list stays where it was
 * scrolled to. */
#include "config.h"

#include "hih-people-list.h"

#include "hih-desk-consent.h"
#include "hih-icon.h"
#include "hih-list-row.h"
#include "hih-name-sounds.h"
#include "hih-row-name.h"
#include "hih-scroller.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define PICTURE_SIZE 40
#define LEAST_HEIGHT 240
#define USUAL_HEIGHT 60 /* of a row, until one was seen */
#define STACK_BELOW 420

/* One person in the model. */
#define HIH_TYPE_PERSON_ITEM (hih_person_item_get_type ())
G_DECLARE_FINAL_TYPE (HihPersonItem, hih_person_item, HIH, PERSON_ITEM, GObject)

struct _HihPersonItem
{
  GObject parent_instance;

  HihTrainee *trainee;
  HihNameSounds *sounds; /* for sorting and finding */
};

G_DEFINE_FINAL_TYPE (HihPersonItem, hih_person_item, G_TYPE_OBJECT)

static void
hih_person_item_finalize (GObject *object)
{
  HihPersonItem *self = HIH_PERSON_ITEM (object);

  hih_trainee_unref (self->trainee);
  hih_name_sounds_free (self->sounds);
  G_OBJECT_CLASS (hih_person_item_parent_class)->finalize (object);
}

static void
hih_person_item_class_init (HihPersonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_person_item_finalize;
}

static void
hih_person_item_init (HihPersonItem *self)
{
}

static HihPersonItem *
person_item_new (HihTrainee *trainee)
{
  HihPersonItem *self = g_object_new (HIH_TYPE_PERSON_ITEM, NULL);

  self->trainee = hih_trainee_ref (trainee);
  self->sounds = hih_name_sounds_new (trainee->name);
  return self;
}

struct _HihPeopleList
{
  AdwBin parent_instance;

  GPtrArray *all;     /* (element-type HihPersonItem), by name */
  GListStore *shown;
  GHashTable *chosen; /* (element-type HihId) */
  GtkWidget *view;
  HihLaterKind kind;  /* of its rows */
  char *group;        /* (nullable) */
  char *needle;       /* (nullable): as it was typed */
  gboolean unasked;   /* only who has not said yes */
  gboolean choosing;
};

enum
{
  OPEN,
  CHOSEN_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPeopleList, hih_people_list, ADW_TYPE_BIN)

/* What stands in a row. */
typedef struct
{
  GtkWidget *button;
  GtkWidget *mark;
  GtkWidget *picture;
  GtkWidget *name;
  GtkWidget *groups;
} Row;

static Row *
get_row (GtkListItem *list_item)
{
  return g_object_get_data (G_OBJECT (list_item), "row");
}

static void
update_row (HihPeopleList *self, GtkListItem *list_item)
{
  HihPersonItem *item = gtk_list_item_get_item (list_item);
  Row *row = get_row (list_item);
  gboolean chosen = self->choosing && g_hash_table_contains (self->chosen, &item->trainee->id);

  gtk_widget_set_visible (row->mark, self->choosing);
  gtk_widget_set_opacity (row->mark, chosen ? 1 : 0);
  if (chosen)
    gtk_widget_add_css_class (row->button, "picked");
  else
    gtk_widget_remove_css_class (row->button, "picked");
  if (self->choosing)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_STATE_PRESSED,
                                 chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_STATE_PRESSED);
}

static void
pressed_cb (GtkWidget *button, gpointer user_data)
{
  HihPeopleList *self = user_data;
  GtkListItem *list_item = hih_list_row_get_item (button);
  HihPersonItem *item = gtk_list_item_get_item (list_item);

  if (!self->choosing)
    {
      g_signal_emit (self, signals[OPEN], 0, item->trainee);
      return;
    }
  if (!g_hash_table_remove (self->chosen, &item->trainee->id))
    g_hash_table_add (self->chosen, g_memdup2 (&item->trainee->id, sizeof (HihId)));
  update_row (self, list_item);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
make_row (HihLater *place, GtkListItem *list_item, gpointer user_data)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *split;

  row->mark = hih_icon_new ("check", 24);
  row->picture = hih_picture_new (NULL, PICTURE_SIZE);
  row->name = hih_words_new ("", "strong");
  row->groups = hih_words_new ("", "soft");
  split = hih_split_new (row->name, row->groups, 12, 380);
  hih_split_set_stack_below (HIH_SPLIT (split), STACK_BELOW);
  gtk_box_append (GTK_BOX (box), row->mark);
  gtk_box_append (GTK_BOX (box), row->picture);
  row->button = hih_list_row_make (place, list_item, "person-row", box, split, G_CALLBACK (pressed_cb), user_data);
  g_object_set_data_full (G_OBJECT (list_item), "row", row, g_free);
}

/* Their groups, and what is still to be asked. */
static char *
dup_second (const HihTrainee *trainee)
{
  g_autofree char *groups = g_strjoinv (_(", "), (char **) trainee->groups);
  const char *state = hih_consent_state_get_words (trainee->consent);

  if (trainee->consent == HIH_CONSENT_GIVEN)
    return g_steal_pointer (&groups);
  if (*groups == '\0')
    return g_strdup_printf (_("Consent: %s"), state);
  /* translators: groups; how far consent is */
  return g_strdup_printf (_("%s · consent: %s"), groups, state);
}

static void
fill_row (HihLater *place, gpointer list_item, gpointer user_data)
{
  HihPeopleList *self = user_data;
  HihPersonItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *groups = dup_second (item->trainee);
  g_autofree char *drawing = hih_person_drawing (item->trainee->picture);
  Row *row;

  if (hih_later_get_child (place) == NULL)
    make_row (place, list_item, self);
  row = get_row (list_item);
  gtk_label_set_label (GTK_LABEL (row->name), item->trainee->name);
  gtk_label_set_label (GTK_LABEL (row->groups), groups);
  hih_picture_set (HIH_PICTURE (row->picture), drawing);
  hih_row_name_set (list_item, item->trainee->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, groups, -1);
  update_row (self, list_item);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const HihPersonItem *x = *(const HihPersonItem *const *) a, *y = *(const HihPersonItem *const *) b;
  int order = strcmp (x->sounds->key, y->sounds->key);

  return order != 0 ? order : memcmp (&x->trainee->id, &y->trainee->id, sizeof (HihId));
}

static gboolean
is_shown (HihPeopleList *self, const HihPersonItem *item)
{
  return (!self->unasked || item->trainee->consent != HIH_CONSENT_GIVEN) && (self->group == NULL || g_strv_contains (item->trainee->groups, self->group)) &&
         (self->needle == NULL || hih_name_sounds_match (item->sounds, self->needle));
}

static gboolean
looks_alike (const HihPersonItem *a, const HihPersonItem *b)
{
  return a == b || (hih_id_equal (&a->trainee->id, &b->trainee->id) && strcmp (a->trainee->name, b->trainee->name) == 0 &&
                    strcmp (a->trainee->picture, b->trainee->picture) == 0 &&
                    g_strv_equal (a->trainee->groups, b->trainee->groups) &&
                    g_strv_equal (a->trainee->family, b->trainee->family) &&
                    a->trainee->consent == b->trainee->consent);
}

static gboolean
is_at (HihPeopleList *self, guint position, HihPersonItem *item)
{
  g_autoptr (HihPersonItem) there = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  return looks_alike (there, item);
}

/* Replaces what differs between the first and the last item that stay. */
static void
show (HihPeopleList *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown)), first = 0, last = 0;

  for (guint i = 0; i < self->all->len; i++)
    {
      if (is_shown (self, g_ptr_array_index (self->all, i)))
        g_ptr_array_add (wanted, g_ptr_array_index (self->all, i));
    }
  while (first < n && first < wanted->len && is_at (self, first, wanted->pdata[first]))
    first++;
  while (first + last < n && first + last < wanted->len &&
         is_at (self, n - last - 1, wanted->pdata[wanted->len - last - 1]))
    last++;
  if (n - first - last > 0 || wanted->len - first - last > 0)
    g_list_store_splice (self->shown, first, n - first - last, wanted->pdata + first, wanted->len - first - last);
}

GPtrArray *
hih_people_list_hear (GPtrArray *people)
{
  GPtrArray *heard = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < people->len; i++)
    {
      HihTrainee *trainee = g_ptr_array_index (people, i);

      if (*trainee->name != '\0')
        g_ptr_array_add (heard, person_item_new (trainee));
    }
  g_ptr_array_sort (heard, compare_items);
  return heard;
}

void
hih_people_list_set_people (HihPeopleList *self, GPtrArray *heard)
{
  g_autoptr (GHashTable) here = g_hash_table_new ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal);
  GHashTableIter iter;
  gpointer id;

  g_ptr_array_unref (self->all);
  self->all = g_ptr_array_ref (heard);
  for (guint i = 0; i < heard->len; i++)
    g_hash_table_add (here, &((HihPersonItem *) heard->pdata[i])->trainee->id);
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!g_hash_table_contains (here, id))
        g_hash_table_iter_remove (&iter);
    }
  show (self);
  hih_list_row_refill (self->view);
}

void
hih_people_list_filter (HihPeopleList *self, const char *group, const char *needle)
{
  g_free (self->group);
  g_free (self->needle);
  self->group = g_strdup (group);
  self->needle = needle != NULL && *needle != '\0' ? g_strdup (needle) : NULL;
  show (self);
}

void
hih_people_list_show_unasked (HihPeopleList *self, gboolean unasked)
{
  self->unasked = unasked;
  show (self);
}

guint
hih_people_list_get_n_shown (HihPeopleList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

gboolean
hih_people_list_shed (HihPeopleList *self)
{
  guint n = hih_people_list_get_n_shown (self), kept = hih_list_row_count_kept (n);

  g_list_store_splice (self->shown, kept, n - kept, NULL, 0);
  return kept > 0;
}

void
hih_people_list_set_choosing (HihPeopleList *self, gboolean choosing)
{
  self->choosing = choosing;
  g_hash_table_remove_all (self->chosen);
  hih_list_row_refill (self->view);
}

gboolean
hih_people_list_get_choosing (HihPeopleList *self)
{
  return self->choosing;
}

GArray *
hih_people_list_dup_shown (HihPeopleList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (HihId));

  for (guint i = 0; i < hih_people_list_get_n_shown (self); i++)
    {
      g_autoptr (HihPersonItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      g_array_append_val (ids, item->trainee->id);
    }
  return ids;
}

void
hih_people_list_choose_shown (HihPeopleList *self, gboolean chosen)
{
  g_autoptr (GArray) ids = hih_people_list_dup_shown (self);

  for (guint i = 0; i < ids->len; i++)
    {
      const HihId *id = &g_array_index (ids, HihId, i);

      if (chosen)
        g_hash_table_add (self->chosen, g_memdup2 (id, sizeof *id));
      else
        g_hash_table_remove (self->chosen, id);
    }
  hih_list_row_refill (self->view);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

guint
hih_people_list_get_n_chosen (HihPeopleList *self)
{
  return g_hash_table_size (self->chosen);
}

GArray *
hih_people_list_dup_chosen (HihPeopleList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (HihId));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  return ids;
}

static void
hih_people_list_finalize (GObject *object)
{
  HihPeopleList *self = HIH_PEOPLE_LIST (object);

  g_ptr_array_unref (self->all);
  g_object_unref (self->shown);
  g_hash_table_unref (self->chosen);
  g_free (self->group);
  g_free (self->needle);
  G_OBJECT_CLASS (hih_people_list_parent_class)->finalize (object);
}

static void
hih_people_list_dispose (GObject *object)
{
  HIH_PEOPLE_LIST (object)->view = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (hih_people_list_parent_class)->dispose (object);
}

static void
hih_people_list_class_init (HihPeopleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_people_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_people_list_finalize;
  signals[OPEN] = g_signal_new ("open", HIH_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                HIH_TYPE_TRAINEE);
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", HIH_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
hih_people_list_init (HihPeopleList *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_list_store_new (HIH_TYPE_PERSON_ITEM);
  self->chosen = g_hash_table_new_full ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal, g_free, NULL);
  self->kind = (HihLaterKind) { fill_row, self, USUAL_HEIGHT };
}

/**
 * hih_people_list_new:
 *
 * Returns: (transfer floating): the list; it scrolls by itself
 */
GtkWidget *
hih_people_list_new (void)
{
  HihPeopleList *self = g_object_new (HIH_TYPE_PEOPLE_LIST, NULL);
  GtkWidget *view, *scroller;

  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)))),
                            hih_list_row_factory_new (&self->kind));
  self->view = view;
  gtk_widget_add_css_class (view, "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People"), -1);
  scroller = hih_scroller_new (view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  adw_bin_set_child (ADW_BIN (self), scroller);
  return GTK_WIDGET (self);
}
