/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first start: three short questions, one on the screen at a time, all with an answer already given. The name may
 * be left out: then the picture's own word is the name. After it a first lesson stands ready to play.
 */
#include "config.h"

#include "hih-page-welcome.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-person-chooser.h"
#include "hih-picture.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define SPARE "spare" /* the name of what makes room */
#define SAMPLE "sample" /* has their room to itself */
#define LARGE_PERCENT 140
#define CRAMPED_HEIGHT 600
#define HEAD_WIDTH 700

typedef enum
{
  QUESTION_SIZE,
  QUESTION_SOUND,
  QUESTION_WHO,
  N_QUESTIONS
} Question;

struct _HihPageWelcome
{
  HihPage parent_instance;

  Question question;
  GtkWidget *head; /* the question, its count, and what reads it out */
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *contents[N_QUESTIONS];
  GtkWidget *sound[2];
  GtkWidget *name;
  GtkWidget *people;
  GtkWidget *back;
  GtkWidget *next;
  HihId id;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (HihPageWelcome, hih_page_welcome, HIH_TYPE_PAGE)

static const char *
get_question (HihPageWelcome *self)
{
  switch (self->question)
    {
    case QUESTION_SOUND:
      return _("Shall I read everything aloud?");
    case QUESTION_WHO:
      return _("Choose a picture. That is you.");
    case QUESTION_SIZE:
    case N_QUESTIONS:
    default:
      return _("Welcome! How large shall the words be?");
    }
}

static void
update (HihPageWelcome *self)
{
  g_autofree char *count = g_strdup_printf (_("%u of %u"), self->question + 1, (guint) N_QUESTIONS);
  gboolean on = hih_settings_get_boolean (hih_context_get_settings (hih_page_get_context (HIH_PAGE (self))),
                                          HIH_SETTING_VOICE_ENABLED);

  gtk_label_set_label (GTK_LABEL (self->title), get_question (self));
  gtk_label_set_label (GTK_LABEL (self->count), count);
  for (guint i = 0; i < N_QUESTIONS; i++)
    gtk_widget_set_visible (self->contents[i], i == self->question);
  hih_control_set_look (HIH_CONTROL (self->sound[0]), on ? "chosen" : NULL);
  hih_control_set_icon (HIH_CONTROL (self->sound[0]), on ? "check" : "speaker");
  hih_control_set_look (HIH_CONTROL (self->sound[1]), on ? NULL : "chosen");
  hih_control_set_icon (HIH_CONTROL (self->sound[1]), on ? "book" : "check");
  gtk_widget_set_visible (self->back, self->question > QUESTION_SIZE); /* there is nothing to go back to */
  hih_control_set_words (HIH_CONTROL (self->next), self->question == QUESTION_WHO ? _("Begin the first lesson") : _("Next"));
}

static void
sound_cb (GtkWidget *button, gpointer user_data)
{
  HihPageWelcome *self = user_data;
  HihContext *context = hih_page_get_context (HIH_PAGE (self));
  gboolean on = button == self->sound[0];

  hih_settings_set_boolean (hih_context_get_settings (context), HIH_SETTING_VOICE_ENABLED, on);
  update (self);
  hih_reader_read (hih_context_get_reader (context), _("This is how I sound."));
}

static void
sit_down (HihPageWelcome *self, GPtrArray *people)
{
  HihContext *context = hih_page_get_context (HIH_PAGE (self));
  HihLesson *first = hih_catalogue_get_first (hih_context_get_catalogue (context));
  HihPlace place = { .kind = HIH_PLACE_LESSONS, .fresh = TRUE };

  place.id = first != NULL ? hih_lesson_get_id (first) : NULL;
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      HihTrainee *trainee = g_ptr_array_index (people, i);

      if (hih_id_equal (&trainee->id, &self->id))
        place.trainee = trainee;
    }
  hih_settings_set_boolean (hih_context_get_settings (context), HIH_SETTING_WELCOME_DONE, TRUE);
  hih_page_go (HIH_PAGE (self), &place);
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageWelcome) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);

  hih_error_log (error);
  sit_down (self, people);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageWelcome) self = user_data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (!hih_records_add_trainee_finish (HIH_RECORDS (source), result, &self->id, &error))
    {
      hih_error_log (error);
      hih_page_show_sheet (HIH_PAGE (self), hih_text_sheet_new (HIH_PAGE (self), _("One moment"),
                                                                hih_error_get_text (error)));
      return;
    }
  hih_records_list_trainees_async (HIH_RECORDS (source), NULL, NULL, people_cb, g_object_ref (self));
}

static void
add_person (HihPageWelcome *self)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (HIH_PAGE (self)));
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  const char *picture = hih_person_chooser_get (HIH_PERSON_CHOOSER (self->people));

  g_strstrip (name);
  if (self->busy)
    return;
  if (*name == '\0')
    {
      g_free (name);
      name = g_strdup (hih_person_chooser_get_word (HIH_PERSON_CHOOSER (self->people)));
    }
  self->busy = TRUE;
  hih_records_add_trainee_async (records, name, picture, NULL, NULL, added_cb, g_object_ref (self));
}

static void
next_cb (GtkWidget *button, gpointer user_data)
{
  HihPageWelcome *self = user_data;

  if (self->question == QUESTION_WHO)
    {
      add_person (self);
      return;
    }
  self->question++;
  update (self);
  hih_page_speak (HIH_PAGE (self));
}

static gboolean
hih_page_welcome_go_back (HihPage *page)
{
  HihPageWelcome *self = HIH_PAGE_WELCOME (page);

  if (self->question == QUESTION_SIZE)
    return FALSE;
  self->question--;
  update (self);
  hih_page_speak (page);
  return TRUE;
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  HihPageWelcome *self = user_data;

  if (self->question > QUESTION_SIZE)
    hih_page_welcome_go_back (HIH_PAGE (self));
}

static void
hih_page_welcome_shown (HihPage *page)
{
  hih_page_speak (page);
}

static char *
hih_page_welcome_dup_speech (HihPage *page)
{
  return g_strdup (get_question (HIH_PAGE_WELCOME (page)));
}

/* What shows how large the words will be must be in sight: the rest makes room. */
static void
set_spare_visible (GtkWidget *widget, gboolean visible)
{
  if (strcmp (gtk_widget_get_name (widget), SPARE) == 0)
    gtk_widget_set_visible (widget, visible);
  else if (strcmp (gtk_widget_get_name (widget), SAMPLE) == 0)
    gtk_widget_set_vexpand (widget, !visible);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    set_spare_visible (child, visible);
}

static void
hih_page_welcome_resized (HihPage *page, int width, int height)
{
  HihPageWelcome *self = HIH_PAGE_WELCOME (page);
  gboolean cramped = hih_page_get_text_percent (page) >= LARGE_PERCENT && height < CRAMPED_HEIGHT;

  for (guint i = 0; i < QUESTION_WHO; i++)
    {
      set_spare_visible (self->contents[i], !cramped);
      gtk_box_set_spacing (GTK_BOX (self->contents[i]), cramped ? 8 : 16);
    }
  gtk_widget_set_visible (self->count, !cramped);
  hih_split_set_share (HIH_SPLIT (self->head), cramped && width >= HEAD_WIDTH ? 740 : 0);
}

static void
hih_page_welcome_class_init (HihPageWelcomeClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  page_class->shown = hih_page_welcome_shown;
  page_class->resized = hih_page_welcome_resized;
  page_class->dup_speech = hih_page_welcome_dup_speech;
  page_class->go_back = hih_page_welcome_go_back;
}

static void
hih_page_welcome_init (HihPageWelcome *self)
{
}

/* The choice, and below it a piece of a lesson that shows at once what it does. */
static GtkWidget *
new_question (GtkWidget *choice, const char *picture, const char *sample, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *drawing = hih_picture_new (picture, 120);
  GtkWidget *instruction = hih_words_new (sample, "instruction");
  GtkWidget *below = hih_words_new (words, "soft");

  gtk_widget_add_css_class (card, "card-box");
  gtk_widget_add_css_class (card, "padded");
  gtk_widget_set_vexpand (card, TRUE);
  gtk_widget_set_halign (drawing, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (drawing, GTK_ALIGN_END);
  gtk_widget_set_vexpand (drawing, TRUE);
  gtk_widget_set_valign (below, GTK_ALIGN_START);
  gtk_widget_set_vexpand (below, TRUE);
  gtk_label_set_xalign (GTK_LABEL (instruction), 0.5f);
  gtk_label_set_justify (GTK_LABEL (instruction), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (below), 0.5f);
  gtk_label_set_justify (GTK_LABEL (below), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (instruction, GTK_ALIGN_CENTER);
  gtk_widget_set_name (instruction, SAMPLE);
  gtk_widget_set_name (drawing, SPARE);
  gtk_widget_set_name (below, SPARE);
  gtk_box_append (GTK_BOX (card), drawing);
  gtk_box_append (GTK_BOX (card), instruction);
  gtk_box_append (GTK_BOX (card), below);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), card);
  return box;
}

static GtkWidget *
new_size_question (HihPageWelcome *self)
{
  return new_question (hih_size_chooser_new (G_OBJECT (self), hih_page_get_text_percent (HIH_PAGE (self))), "tile-chat",
                       _("Find the green “Chat” and tap it once."),
                       _("You can change it at any time."));
}

static GtkWidget *
new_sound_question (HihPageWelcome *self)
{
  GtkWidget *tiles = hih_tiles_new_columns (320, 2, 16);

  self->sound[0] = hih_control_new ("speaker", _("Yes, read aloud"), "bar");
  self->sound[1] = hih_control_new ("book", _("No, I read myself"), "bar");
  for (guint i = 0; i < 2; i++)
    {
      g_signal_connect_object (self->sound[i], "clicked", G_CALLBACK (sound_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), self->sound[i]);
    }
  return new_question (tiles, "face-fang-talk", _("Every instruction can be heard."),
                       _("You can hear every page again, as often as you like."));
}

static GtkWidget *
new_who_question (HihPageWelcome *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *row;

  self->people = hih_person_chooser_new (NULL, hih_context_get_records (hih_page_get_context (HIH_PAGE (self))));
  self->name = gtk_entry_new ();
  gtk_widget_add_css_class (self->name, "field");
  gtk_widget_set_name (self->name, "name");
  gtk_entry_set_max_length (GTK_ENTRY (self->name), HIH_NAME_MAX_CHARACTERS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Your name, if you like"), -1);
  gtk_box_append (GTK_BOX (box), self->people);
  row = hih_split_new (hih_words_new (_("Your name, if you like"), "strong"), self->name, 16, 330);
  hih_split_set_stack_below (HIH_SPLIT (row), 700);
  gtk_box_append (GTK_BOX (box), row);
  return box;
}

/**
 * hih_page_welcome_new:
 *
 * Returns: (transfer floating): the page
 */
HihPage *
hih_page_welcome_new (HihContext *context)
{
  HihPageWelcome *self = g_object_new (HIH_TYPE_PAGE_WELCOME, "context", context, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *again = hih_page_new_again_button (HIH_PAGE (self));
  GtkWidget *heading;
  GtkWidget *buttons = hih_tiles_new_columns (150, 2, 12);
  GtkWidget *(*const makers[N_QUESTIONS]) (HihPageWelcome *) = { new_size_question, new_sound_question,
                                                                new_who_question };

  hih_page_set_title (HIH_PAGE (self), _("Welcome"));
  self->title = hih_words_new_heading ("", "title");
  self->count = hih_words_new ("", "soft");
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  heading = hih_split_new (self->title, self->count, 16, 0);
  gtk_widget_set_valign (again, GTK_ALIGN_START);
  gtk_widget_set_halign (again, GTK_ALIGN_END);
  self->head = hih_split_new (heading, again, 16, 0);
  gtk_box_append (GTK_BOX (box), self->head);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      self->contents[i] = makers[i](self);
      gtk_widget_set_vexpand (self->contents[i], TRUE);
      gtk_box_append (GTK_BOX (box), self->contents[i]);
    }
  self->next = hih_control_new ("next", _("Next"), "bar primary");
  hih_control_set_icon_after (HIH_CONTROL (self->next), TRUE);
  gtk_widget_set_name (self->next, "next");
  self->back = hih_control_new ("back", _("Back"), "bar");
  gtk_widget_set_name (self->back, "back");
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (next_cb), self, 0);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, 0);
  hih_tiles_append (HIH_TILES (buttons), self->back);
  hih_tiles_append (HIH_TILES (buttons), self->next);
  hih_page_set_body (HIH_PAGE (self), box);
  hih_page_set_foot (HIH_PAGE (self), buttons);
  update (self);
  return HIH_PAGE (self);
}
