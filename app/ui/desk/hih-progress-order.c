/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filter, sort and count. 5 000 people and 40 lessons take some milliseconds: bytes are looked at, nothing is asked. */
#include "config.h"

#include "hih-progress-order.h"

#include <string.h>

#define ENOUGH 3

GPtrArray *
hih_progress_hear (const HihBoard *board)
{
  GPtrArray *sounds = g_ptr_array_new_full (board->n_people, (GDestroyNotify) hih_name_sounds_free);

  for (guint i = 0; i < board->n_people; i++)
    g_ptr_array_add (sounds, hih_name_sounds_new (board->people[i].trainee->name));
  return sounds;
}

/* One person, ready to be compared. */
typedef struct
{
  guint person;
  guint n[HIH_N_CELLS]; /* of the lessons shown */
  const char *key;
} Entry;

static int
compare_keys (const Entry *x, const Entry *y)
{
  int order = strcmp (x->key, y->key);

  /* Two of one name stay as the board has them. */
  return order != 0 ? order : (x->person > y->person) - (x->person < y->person);
}

/* More of @cell comes first. */
static int
compare_counts (const Entry *x, const Entry *y, HihCell cell)
{
  return (x->n[cell] < y->n[cell]) - (x->n[cell] > y->n[cell]);
}

static int
compare_by (const HihCell *cells, guint n_cells, const Entry *x, const Entry *y)
{
  for (guint i = 0; i < n_cells; i++)
    {
      int order = compare_counts (x, y, cells[i]);

      if (order != 0)
        return order;
    }
  return compare_keys (x, y);
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  static const HihCell need[] = { HIH_CELL_STUCK, HIH_CELL_RECHECK, HIH_CELL_HELPED, HIH_CELL_LEARNING };
  static const HihCell progress[] = { HIH_CELL_ABLE, HIH_CELL_RECHECK, HIH_CELL_HELPED, HIH_CELL_LEARNING };

  switch (*(const HihProgressOrder *) data)
    {
    case HIH_ORDER_NEED:
      return compare_by (need, G_N_ELEMENTS (need), a, b);
    case HIH_ORDER_PROGRESS:
      return compare_by (progress, G_N_ELEMENTS (progress), a, b);
    case HIH_ORDER_NAME:
    default:
      return compare_keys (a, b);
    }
}

static gboolean
is_meant (const HihBoardPerson *person, const HihNameSounds *sounds, const HihProgressWish *wish)
{
  if (wish->group != NULL && !g_strv_contains (person->trainee->groups, wish->group))
    return FALSE;
  return wish->text == NULL || *wish->text == '\0' || hih_name_sounds_match (sounds, wish->text);
}

static gboolean
is_shown (const Entry *entry, HihProgressOnly only)
{
  return only == HIH_ONLY_STUCK ? entry->n[HIH_CELL_STUCK] > 0
         : only == HIH_ONLY_DUE ? entry->n[HIH_CELL_RECHECK] > 0
                                : TRUE;
}

static void
count (HihProgressCounts *counts, const Entry *entry)
{
  counts->n_people++;
  counts->n_able += entry->n[HIH_CELL_ABLE] + entry->n[HIH_CELL_RECHECK] >= counts->enough && counts->enough > 0;
  counts->n_stuck += entry->n[HIH_CELL_STUCK] > 0;
  counts->n_due += entry->n[HIH_CELL_RECHECK] > 0;
}

/**
 * hih_progress_sort:
 * @sounds: (element-type HihNameSounds): as hih_progress_hear() told
 * @counts: (nullable) (out): what is counted
 *
 * Returns: (transfer full) (element-type guint): people of the board, in the order that is wished for
 */
GArray *
hih_progress_sort (const HihBoard *board, GPtrArray *sounds, const HihProgressWish *wish, HihProgressCounts *counts)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, TRUE, sizeof (Entry), board->n_people);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint));
  HihProgressOrder order = wish->order;
  HihProgressCounts counted = { .enough = MIN (ENOUGH, wish->n_lessons) };

  for (guint i = 0; i < board->n_people; i++)
    {
      const HihBoardPerson *person = &board->people[i];
      Entry entry = { .person = i, .key = ((HihNameSounds *) sounds->pdata[i])->key };

      if (!is_meant (person, sounds->pdata[i], wish))
        continue;
      for (guint k = 0; k < wish->n_lessons; k++)
        entry.n[person->cells[wish->lessons[k]]]++;
      count (&counted, &entry);
      if (is_shown (&entry, wish->only))
        g_array_append_val (entries, entry);
    }
  g_array_sort_with_data (entries, compare_entries, &order);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (people, g_array_index (entries, Entry, i).person);
  if (counts != NULL)
    *counts = counted;
  return people;
}
