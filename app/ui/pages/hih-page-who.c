/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Who is learning today?": a picture to tap; groups to filter by; above sixteen people a bar of first letters. */
#include "config.h"

#include "hih-page-who.h"

#include "hih-control.h"
#include "hih-people-pages.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define LETTERS_ABOVE 16
/* More would push the pictures out of sight; the others come when they are asked for. */
#define GROUPS_AT_ONCE 9
#define LETTERS_AT_ONCE 27
#define TILE_WIDTH 140
#define PICTURE_PIXELS 136
#define COMPACT_PICTURE_PIXELS 84

struct _HihPageWho
{
  HihPage parent_instance;

  GtkWidget *box;
  GtkWidget *chips;
  GtkWidget *letters;
  GtkWidget *pictures;
  int picture_pixels;
  GPtrArray *people;  /* (nullable) (element-type HihTrainee) */
  char *group;       /* (nullable): all */
  char *letter;      /* (nullable): what the names begin with; all */
};

G_DEFINE_FINAL_TYPE (HihPageWho, hih_page_who, HIH_TYPE_PAGE)

static void
person_cb (GtkWidget *button, gpointer user_data)
{
  HihPlace place = { .kind = HIH_PLACE_LESSONS, .fresh = TRUE };

  place.trainee = g_object_get_data (G_OBJECT (button), "trainee");
  hih_page_go (user_data, &place);
}

static void
teacher_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_DOOR, NULL);
}

static GtkWidget *
new_person_tile (HihTrainee *trainee, gpointer owner)
{
  HihPageWho *self = owner;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *name = hih_words_new (trainee->name, "name");
  g_autofree char *drawing = hih_person_drawing (trainee->picture);

  gtk_label_set_justify (GTK_LABEL (name), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (name), 0.5);
  gtk_box_append (GTK_BOX (box), hih_picture_new (drawing, self->picture_pixels));
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "tile");
  gtk_widget_set_name (button, "person");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, trainee->name, -1);
  g_object_set_data_full (G_OBJECT (button), "trainee", hih_trainee_ref (trainee), (GDestroyNotify) hih_trainee_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (person_cb), self, 0);
  return button;
}

static char *
dup_letter (const char *name)
{
  char letter[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name)), letter);
  return g_strdup (letter);
}

static gboolean
is_letter (const char *name, const char *letter)
{
  return g_unichar_toupper (g_utf8_get_char (name)) == g_utf8_get_char (letter);
}

static gboolean
is_shown (GPtrArray *people, guint i, gpointer owner)
{
  HihPageWho *self = owner;
  const HihTrainee *trainee = g_ptr_array_index (people, i);

  if (*trainee->name == '\0' || (self->group != NULL && !g_strv_contains (trainee->groups, self->group)))
    return FALSE;
  return self->letter == NULL || is_letter (trainee->name, self->letter);
}

static GtkWidget *
fill_tiles (HihPageWho *self)
{
  return hih_people_pages_show (HIH_PEOPLE_PAGES (self->pictures), self->people);
}

static void
mark_chosen (GtkWidget *chips, GtkWidget *chosen)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (chips); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      const char *icon = g_object_get_data (G_OBJECT (chip), "icon");

      hih_control_set_look (HIH_CONTROL (chip), chip == chosen ? "chosen" : NULL);
      hih_control_set_icon (HIH_CONTROL (chip), chip == chosen ? "check" : icon);
      gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_PRESSED,
                                   chip == chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
chip_cb (GtkWidget *chip, gpointer user_data)
{
  HihPageWho *self = user_data;
  GtkWidget *line = gtk_widget_get_parent (chip);
  char **wanted = line == self->chips ? &self->group : &self->letter;

  g_free (*wanted);
  *wanted = g_strdup (g_object_get_data (G_OBJECT (chip), "meant"));
  mark_chosen (line, chip);
  fill_tiles (self);
}

static GtkWidget *
new_chip (const char *icon, const char *words)
{
  GtkWidget *chip = hih_control_new (icon, words, "chip");

  g_object_set_data (G_OBJECT (chip), "icon", (gpointer) icon);
  return chip;
}

static const char *
icon_of_group (const char *name)
{
  /* A class meets at a time; anything else is a place. */
  static const char *times[] = { "周", "星期", "班", "上午", "下午", "class", "Class", "day" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      if (strstr (name, times[i]) != NULL)
        return "calendar";
    }
  return "home";
}

/* A chip for @name (nullable): for all. */
static GtkWidget *
add_chip (HihPageWho *self, GtkWidget *line, const char *icon, const char *words, const char *name)
{
  GtkWidget *chip = new_chip (icon, words);

  g_object_set_data_full (G_OBJECT (chip), "meant", g_strdup (name), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_cb), self, 0);
  hih_tiles_append (HIH_TILES (line), chip);
  return chip;
}

static GtkWidget *
add_name (HihPageWho *self, GtkWidget *line, const char *name)
{
  return add_chip (self, line, line == self->chips ? icon_of_group (name) : NULL, name, name);
}

static void
rest_cb (GtkWidget *rest, gpointer user_data)
{
  GtkWidget *line = gtk_widget_get_parent (rest), *first = NULL;
  char **names = g_object_get_data (G_OBJECT (rest), "names");

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *chip = add_name (user_data, line, names[i]);

      first = first != NULL ? first : chip;
    }
  gtk_widget_grab_focus (first);
  gtk_widget_unparent (rest);
}

/* A chip for all, one for each of the first @names (element-type utf8), and one that brings the others. */
static void
fill_line (HihPageWho *self, GtkWidget *line, const char *all_words, GPtrArray *names, guint most, const char *more_words)
{
  GtkWidget *all;

  hih_tiles_remove_all (HIH_TILES (line));
  all = add_chip (self, line, "people", all_words, NULL);
  for (guint i = 0; i < names->len && i < most; i++)
    add_name (self, line, names->pdata[i]);
  if (names->len > most)
    {
      GtkWidget *rest = new_chip ("plus", more_words);
      g_autoptr (GStrvBuilder) others = g_strv_builder_new ();

      for (guint i = most; i < names->len; i++)
        g_strv_builder_add (others, names->pdata[i]);
      gtk_widget_set_name (rest, "more-chips");
      g_object_set_data_full (G_OBJECT (rest), "names", g_strv_builder_end (others), (GDestroyNotify) g_strfreev);
      g_signal_connect_object (rest, "clicked", G_CALLBACK (rest_cb), self, 0);
      hih_tiles_append (HIH_TILES (line), rest);
    }
  mark_chosen (line, all);
  gtk_widget_set_visible (line, TRUE);
}

static void
groups_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageWho) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = hih_records_list_groups_finish (HIH_RECORDS (source), result, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (!hih_page_check (HIH_PAGE (self), error) || groups->len == 0)
    return;
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (names, (gpointer) ((HihGroup *) groups->pdata[i])->name);
  fill_line (self, self->chips, _("Everybody"), names, GROUPS_AT_ONCE, _("More groups"));
}

static void
fill_letters (HihPageWho *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func (g_free);

  gtk_widget_set_visible (self->letters, FALSE);
  if (self->people->len <= LETTERS_ABOVE)
    return;
  for (guint i = 0; i < self->people->len; i++)
    {
      g_autofree char *letter = dup_letter (((HihTrainee *) self->people->pdata[i])->name);

      if (*letter == '\0' || g_hash_table_contains (seen, letter))
        continue;
      g_hash_table_add (seen, letter);
      g_ptr_array_add (letters, g_steal_pointer (&letter));
    }
  fill_line (self, self->letters, _("All names"), letters, LETTERS_AT_ONCE, _("More names"));
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageWho) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);
  GtkWidget *first;

  if (!hih_page_check (HIH_PAGE (self), error))
    return;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  fill_letters (self);
  first = fill_tiles (self);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
hih_page_who_shown (HihPage *page)
{
  HihPageWho *self = HIH_PAGE_WHO (page);
  HihRecords *records = hih_context_get_records (hih_page_get_context (page));

  if (records != NULL)
    {
      hih_records_list_trainees_async (records, NULL, hih_page_get_cancellable (page), people_cb, g_object_ref (self));
      hih_records_list_groups_async (records, hih_page_get_cancellable (page), groups_cb, g_object_ref (self));
    }
  hih_page_speak (page);
}

static void
hih_page_who_resized (HihPage *page, int width, int height)
{
  HihPageWho *self = HIH_PAGE_WHO (page);
  int pixels = height < 700 || width < 700 ? COMPACT_PICTURE_PIXELS : PICTURE_PIXELS;

  gtk_box_set_spacing (GTK_BOX (self->box), height < 700 ? 10 : 20);
  if (pixels == self->picture_pixels)
    return;
  self->picture_pixels = pixels;
  fill_tiles (self);
}

static char *
hih_page_who_dup_speech (HihPage *page)
{
  return g_strdup (_("Who is learning today? Tap your picture."));
}

static char *
hih_page_who_dup_help (HihPage *page)
{
  return g_strdup (_("Tap the picture with your name. If you are new, tap the lowest one and just have a look. "
                     "Nothing can break."));
}

static void
hih_page_who_finalize (GObject *object)
{
  HihPageWho *self = HIH_PAGE_WHO (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self->group);
  g_free (self->letter);
  G_OBJECT_CLASS (hih_page_who_parent_class)->finalize (object);
}

static void
hih_page_who_class_init (HihPageWhoClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_page_who_finalize;
  page_class->shown = hih_page_who_shown;
  page_class->resized = hih_page_who_resized;
  page_class->dup_speech = hih_page_who_dup_speech;
  page_class->dup_help = hih_page_who_dup_help;
}

static void
hih_page_who_init (HihPageWho *self)
{
  self->picture_pixels = PICTURE_PIXELS;
}

static GtkWidget *
new_foot (HihPageWho *self)
{
  GtkWidget *guest = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = hih_words_new (_("I am new here, just looking"), "strong");
  GtkWidget *teacher = hih_control_new ("door", _("I am the instructor"), "quiet");
  GtkWidget *split;

  gtk_box_append (GTK_BOX (box), hih_picture_new ("person-guest", 56));
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (guest), box);
  gtk_widget_add_css_class (guest, "tile");
  gtk_widget_add_css_class (guest, "dashed");
  gtk_widget_set_name (guest, "guest");
  gtk_widget_set_halign (guest, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (guest), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("I am new here, just looking"), -1);
  g_signal_connect_object (guest, "clicked", G_CALLBACK (person_cb), self, 0);
  gtk_widget_set_name (teacher, "teacher");
  gtk_widget_set_valign (teacher, GTK_ALIGN_END);
  g_signal_connect_object (teacher, "clicked", G_CALLBACK (teacher_cb), self, 0);
  split = hih_split_new (guest, teacher, 16, 0);
  gtk_widget_set_valign (split, GTK_ALIGN_END);
  gtk_widget_set_vexpand (split, TRUE);
  return split;
}

/**
 * hih_page_who_new:
 *
 * Returns: (transfer floating): the page; it asks the records when it is shown
 */
HihPage *
hih_page_who_new (HihContext *context)
{
  HihPageWho *self = g_object_new (HIH_TYPE_PAGE_WHO, "context", context, NULL);
  HihPage *page = HIH_PAGE (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *buttons = hih_tiles_new_line (12, TRUE);

  self->box = box;
  hih_page_set_title (page, _("Who is learning today?"));
  hih_tiles_append (HIH_TILES (buttons), hih_page_new_again_button (page));
  hih_tiles_append (HIH_TILES (buttons), hih_page_new_size_button (page));
  gtk_box_append (GTK_BOX (box), hih_split_new (hih_words_new_heading (_("Who is learning today?"), "title"), buttons,
                                                16, 0));
  self->chips = hih_tiles_new_line (12, FALSE);
  self->letters = hih_tiles_new_line (12, FALSE);
  self->pictures = hih_people_pages_new (TILE_WIDTH, 6, 16, is_shown, new_person_tile, self);
  gtk_widget_set_visible (self->chips, FALSE);
  gtk_widget_set_visible (self->letters, FALSE);
  gtk_box_append (GTK_BOX (box), self->chips);
  gtk_box_append (GTK_BOX (box), self->letters);
  gtk_box_append (GTK_BOX (box), self->pictures);
  gtk_box_append (GTK_BOX (box), new_foot (self));
  hih_page_set_body (page, box);
  return page;
}
