/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before a class. What is likely is chosen already: the group of the last class, the lesson that comes after its. */
#include "config.h"

#include "hih-page-class-start.h"

#include "hih-choice.h"
#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-group-chips.h"
#include "hih-lesson-sheet.h"
#include "hih-people-tiles.h"
#include "hih-person-tile.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihPageClassStart
{
  HihPage parent_instance;

  GPtrArray *people;  /* (nullable) (element-type HihTrainee), by name */
  GPtrArray *groups;  /* (nullable) (element-type HihGroup) */
  GPtrArray *classes; /* (nullable) (element-type HihClassSession), the latest first */
  GHashTable *here;   /* of HihId: who is marked */
  char *group;        /* (nullable): everybody */
  HihLesson *lesson;  /* (nullable): there is none */
  HihHelper led_by;
  gboolean lesson_chosen; /* by the instructor: another group does not change it */
  gboolean beginning;
  HihId session;

  GtkWidget *chips;
  GtkWidget *lesson_button;
  GtkWidget *led;
  GtkWidget *tiles;
  GtkWidget *count;
  GtkWidget *begin;
};

G_DEFINE_FINAL_TYPE (HihPageClassStart, hih_page_class_start, HIH_TYPE_PAGE)

static HihContext *
context_of (HihPageClassStart *self)
{
  return hih_page_get_context (HIH_PAGE (self));
}

static const char *
title_of (HihPageClassStart *self, HihLesson *lesson)
{
  return hih_text_get (hih_lesson_get_title (lesson), hih_context_get_language (context_of (self)));
}

/* Of whoever withdrew, nothing is written: they learn along without being marked. */
static gboolean
is_noted (const HihTrainee *trainee)
{
  return trainee->consent != HIH_CONSENT_WITHDRAWN;
}

/* Nothing is said of lessons before it is known which class was the last. */
static const char *
get_no_lesson_words (HihPageClassStart *self)
{
  return self->classes == NULL && hih_context_get_records (context_of (self)) != NULL ? _ ("One moment")
                                                                                      : _ ("There is no lesson");
}

static void
update_count (HihPageClassStart *self)
{
  guint n_all = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    {
      const HihTrainee *trainee = g_ptr_array_index (self->people, i);

      n_all += hih_people_tiles_is_of_group (trainee, self->group) && is_noted (trainee);
    }
  /* translators: how many are marked as here, of how many in the group */
  text = g_strdup_printf (_ ("%u of %u are here"), g_hash_table_size (self->here), n_all);
  gtk_label_set_label (GTK_LABEL (self->count), text);
  hih_control_set_why_not (HIH_CONTROL (self->begin), self->lesson == NULL ? get_no_lesson_words (self)
                                                      : g_hash_table_size (self->here) == 0
                                                          ? _ ("First tap who is here")
                                                          : NULL);
}

static void
show_mark (HihPageClassStart *self, HihPersonTile *tile)
{
  const HihTrainee *trainee = hih_person_tile_get_trainee (tile);
  gboolean here = g_hash_table_contains (self->here, &trainee->id);

  if (!is_noted (trainee))
    hih_person_tile_set_not_noted (tile, FALSE);
  else
    hih_person_tile_set_state (tile, here, here ? _ ("Here") : NULL, NULL, NULL);
}

static void
person_cb (HihPageClassStart *self, HihPersonTile *tile)
{
  const HihId *id = &hih_person_tile_get_trainee (tile)->id;

  if (!g_hash_table_remove (self->here, id))
    g_hash_table_add (self->here, g_memdup2 (id, sizeof *id));
  show_mark (self, tile);
  update_count (self);
}

static void
mark_all (HihPageClassStart *self, gboolean here)
{
  if (!here)
    g_hash_table_remove_all (self->here);
  for (guint i = 0; here && self->people != NULL && i < self->people->len; i++)
    {
      HihTrainee *trainee = g_ptr_array_index (self->people, i);

      if (hih_people_tiles_is_of_group (trainee, self->group) && is_noted (trainee))
        g_hash_table_add (self->here, g_memdup2 (&trainee->id, sizeof trainee->id));
    }
  hih_people_tiles_update (HIH_PEOPLE_TILES (self->tiles));
  update_count (self);
}

static void
all_cb (GtkWidget *button, gpointer user_data)
{
  mark_all (user_data, TRUE);
}

static void
none_cb (GtkWidget *button, gpointer user_data)
{
  mark_all (user_data, FALSE);
}

static void
set_lesson (HihPageClassStart *self, HihLesson *lesson)
{
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  self->lesson = lesson != NULL ? hih_lesson_ref (lesson) : NULL;
  hih_control_set_words (HIH_CONTROL (self->lesson_button),
                         lesson != NULL ? title_of (self, lesson) : get_no_lesson_words (self));
}

/* The lesson after that of the group's last class; the first when there was none, or when it was the last. */
static void
guess_lesson (HihPageClassStart *self)
{
  HihCatalogue *catalogue = hih_context_get_catalogue (context_of (self));
  HihLesson *next = NULL;

  if (self->lesson_chosen)
    return;
  for (guint i = 0; self->classes != NULL && i < self->classes->len; i++)
    {
      const HihClassSession *class = g_ptr_array_index (self->classes, i);

      if (g_strcmp0 (class->group, self->group != NULL ? self->group : "") != 0)
        continue;
      next = hih_catalogue_get_next (catalogue, class->lesson);
      break;
    }
  set_lesson (self, next != NULL ? next : hih_catalogue_get_first (catalogue));
}

static void
group_cb (HihPageClassStart *self, const char *group)
{
  char *own = g_strdup (group); /* it may be the one we have */

  g_free (self->group);
  self->group = own;
  g_hash_table_remove_all (self->here);
  guess_lesson (self);
  hih_people_tiles_set_group (HIH_PEOPLE_TILES (self->tiles), group);
  update_count (self);
}

/* The group of the last class is chosen, if there still is one; else the first. */
static void
fill_chips (HihPageClassStart *self)
{
  const HihClassSession *last =
      self->classes != NULL && self->classes->len > 0 ? g_ptr_array_index (self->classes, 0) : NULL;
  const char *chosen = NULL;

  hih_group_chips_remove_all (HIH_GROUP_CHIPS (self->chips));
  for (guint i = 0; self->groups != NULL && i < self->groups->len; i++)
    {
      const HihGroup *group = g_ptr_array_index (self->groups, i);

      hih_group_chips_add (HIH_GROUP_CHIPS (self->chips), group->name, group->name);
      if (chosen == NULL || (last != NULL && g_str_equal (last->group, group->name)))
        chosen = group->name;
    }
  hih_group_chips_add (HIH_GROUP_CHIPS (self->chips), _ ("Everybody"), NULL);
  hih_group_chips_choose (HIH_GROUP_CHIPS (self->chips), last != NULL && *last->group == '\0' ? NULL : chosen);
}

static void
lesson_cb (HihLesson *lesson, gpointer user_data)
{
  HihPageClassStart *self = user_data;

  self->lesson_chosen = TRUE;
  set_lesson (self, lesson);
  update_count (self);
  hih_page_close_sheet (HIH_PAGE (self));
  gtk_widget_grab_focus (self->lesson_button);
}

static void
lessons_cb (GtkWidget *button, gpointer user_data)
{
  HihPageClassStart *self = user_data;

  hih_lesson_sheet_show (HIH_PAGE (self), self->lesson, lesson_cb, self);
}

static void
led_cb (GtkWidget *chip, gpointer user_data)
{
  HihPageClassStart *self = user_data;

  self->led_by = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "helper"));
  hih_choice_mark (self->led, chip, "people");
}

static void
trouble (HihPageClassStart *self, GError *error)
{
  hih_error_log (error);
  self->beginning = FALSE;
  hih_page_show_sheet (HIH_PAGE (self),
                       hih_text_sheet_new (HIH_PAGE (self), _ ("One moment"), hih_error_get_text (error)));
}

static void
attended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageClassStart) self = user_data;
  g_autoptr (GError) error = NULL;
  char id[HIH_ID_STRING_LENGTH + 1];

  if (!hih_records_attend_finish (HIH_RECORDS (source), result, &error))
    {
      trouble (self, error);
      return;
    }
  hih_id_to_string (&self->session, id);
  hih_page_go_to (HIH_PAGE (self), HIH_PLACE_CLASS, id);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageClassStart) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hih_records_begin_class_finish (HIH_RECORDS (source), result, &error))
    trouble (self, error);
}

/* Asked for one after the other: the records do both in that order. */
static void
begin_cb (GtkWidget *button, gpointer user_data)
{
  HihPageClassStart *self = user_data;
  HihRecords *records = hih_context_get_records (context_of (self));
  HihClassStart start = { .group = self->group, .led_by = self->led_by };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (HihId));
  GHashTableIter iter;
  gpointer id;

  if (records == NULL || self->lesson == NULL || self->beginning)
    return;
  self->beginning = TRUE;
  g_hash_table_iter_init (&iter, self->here);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  hih_id_generate (&self->session, hih_context_get_clock (context_of (self)));
  start.session = self->session;
  start.lesson = hih_lesson_get_id (self->lesson);
  hih_records_begin_class_async (records, &start, NULL, begun_cb, g_object_ref (self));
  hih_records_attend_async (records, &start.session, (const HihId *) (gpointer) ids->data, ids->len, TRUE, FALSE, NULL,
                            attended_cb, g_object_ref (self));
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageClassStart) self = user_data;
  g_autoptr (GError) error = NULL;

  self->people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);
  if (!hih_page_check (HIH_PAGE (self), error))
    return;
  fill_chips (self);
  hih_people_tiles_set_people (HIH_PEOPLE_TILES (self->tiles), self->people);
  gtk_widget_grab_focus (self->begin);
}

static void
groups_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageClassStart) self = user_data;
  g_autoptr (GError) error = NULL;

  self->groups = hih_records_list_groups_finish (HIH_RECORDS (source), result, &error);
  hih_page_check (HIH_PAGE (self), error);
}

static void
classes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageClassStart) self = user_data;
  g_autoptr (GError) error = NULL;

  self->classes = hih_records_list_classes_finish (HIH_RECORDS (source), result, &error);
  hih_page_check (HIH_PAGE (self), error);
}

static void
hih_page_class_start_shown (HihPage *page)
{
  HihPageClassStart *self = HIH_PAGE_CLASS_START (page);
  HihRecords *records = hih_context_get_records (context_of (self));
  GCancellable *cancellable = hih_page_get_cancellable (page);

  if (records == NULL)
    return;
  /* Answers come in the order of the questions. */
  hih_records_list_groups_async (records, cancellable, groups_cb, g_object_ref (self));
  hih_records_list_classes_async (records, 0, 0, cancellable, classes_cb, g_object_ref (self));
  hih_records_list_trainees_async (records, NULL, cancellable, people_cb, g_object_ref (self));
}

static gboolean
hih_page_class_start_go_back (HihPage *page)
{
  hih_page_go_to (page, HIH_PLACE_DESK, NULL);
  return TRUE;
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_class_start_go_back (user_data);
}

static char *
hih_page_class_start_dup_help (HihPage *page)
{
  return g_strdup (
      _ ("Choose the group and the lesson, tap everybody who is here, then begin. Whoever comes later is tapped "
         "in then. Whoever withdrew their consent learns along: “Not noted”."));
}

static void
hih_page_class_start_finalize (GObject *object)
{
  HihPageClassStart *self = HIH_PAGE_CLASS_START (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->classes, g_ptr_array_unref);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  g_hash_table_unref (self->here);
  g_free (self->group);
  G_OBJECT_CLASS (hih_page_class_start_parent_class)->finalize (object);
}

static void
hih_page_class_start_class_init (HihPageClassStartClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_page_class_start_finalize;
  page_class->shown = hih_page_class_start_shown;
  page_class->go_back = hih_page_class_start_go_back;
  page_class->dup_help = hih_page_class_start_dup_help;
}

static void
hih_page_class_start_init (HihPageClassStart *self)
{
  self->here = g_hash_table_new_full ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal, g_free, NULL);
}

static GtkWidget *
new_led (HihPageClassStart *self)
{
  static const HihHelper leaders[] = { HIH_HELPER_STAFF, HIH_HELPER_VOLUNTEER };

  self->led = hih_tiles_new_line (8, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    {
      GtkWidget *chip = hih_control_new ("people", hih_helper_get_words (leaders[i]), "chip");

      g_object_set_data (G_OBJECT (chip), "helper", GUINT_TO_POINTER (leaders[i]));
      g_signal_connect_object (chip, "clicked", G_CALLBACK (led_cb), self, 0);
      hih_tiles_append (HIH_TILES (self->led), chip);
    }
  led_cb (gtk_widget_get_first_child (self->led), self);
  return self->led;
}

/* A word and what belongs to it, on one line where there is room. */
static GtkWidget *
new_line (const char *words, GtkWidget *control)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = hih_words_new (words, "strong");

  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (control, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), control);
  return line;
}

static GtkWidget *
new_foot (HihPageClassStart *self)
{
  GtkWidget *buttons = hih_tiles_new_line (12, TRUE);
  GtkWidget *all = hih_control_new ("check", _ ("All are here"), NULL);
  GtkWidget *none = hih_control_new ("x", _ ("Nobody"), NULL);

  self->begin = hih_control_new ("play", _ ("Begin the class"), "primary");
  gtk_widget_set_name (all, "class-all");
  gtk_widget_set_name (none, "class-none");
  gtk_widget_set_name (self->begin, "class-begin");
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_cb), self, 0);
  g_signal_connect_object (none, "clicked", G_CALLBACK (none_cb), self, 0);
  g_signal_connect_object (self->begin, "clicked", G_CALLBACK (begin_cb), self, 0);
  hih_tiles_append (HIH_TILES (buttons), none);
  hih_tiles_append (HIH_TILES (buttons), all);
  hih_tiles_append (HIH_TILES (buttons), self->begin);
  return buttons;
}

/**
 * hih_page_class_start_new:
 *
 * Returns: (transfer floating): the page
 */
HihPage *
hih_page_class_start_new (HihContext *context)
{
  HihPageClassStart *self = g_object_new (HIH_TYPE_PAGE_CLASS_START, "context", context, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *back = hih_control_new ("back", _ ("Back"), NULL);

  hih_page_set_title (HIH_PAGE (self), _ ("Start a class"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_widget_set_name (back, "back");
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, 0);
  self->chips = hih_group_chips_new ();
  g_signal_connect_object (self->chips, "chosen", G_CALLBACK (group_cb), self, G_CONNECT_SWAPPED);
  self->lesson_button = hih_control_new ("book", "", NULL);
  gtk_widget_set_name (self->lesson_button, "class-lesson");
  g_signal_connect_object (self->lesson_button, "clicked", G_CALLBACK (lessons_cb), self, 0);
  hih_control_set_at_start (HIH_CONTROL (self->lesson_button), TRUE);
  gtk_widget_set_halign (self->lesson_button, GTK_ALIGN_START);
  self->tiles = hih_people_tiles_new (190, 8);
  g_signal_connect_object (self->tiles, "made", G_CALLBACK (show_mark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tiles, "tapped", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), hih_split_new (hih_words_new_heading (_ ("Start a class"), "title"), back, 16, 0));
  gtk_box_append (GTK_BOX (box), new_line (C_ ("class", "Group"), self->chips));
  gtk_box_append (GTK_BOX (box), hih_split_new (new_line (C_ ("class", "Lesson"), self->lesson_button),
                                                new_line (C_ ("class", "Led by"), new_led (self)), 24, 0));
  self->count = hih_words_new ("", "section");
  gtk_box_append (GTK_BOX (box),
                  hih_split_new (hih_words_new_heading (_ ("Who is here? Tap each."), "section"), self->count, 16, 0));
  gtk_box_append (GTK_BOX (box), self->tiles);
  hih_page_set_body (HIH_PAGE (self), box);
  hih_page_set_foot (HIH_PAGE (self), new_foot (self));
  set_lesson (self, NULL);
  return HIH_PAGE (self);
}
