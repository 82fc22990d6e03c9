/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's door. The PIN keeps curious fingers out; it is no lock for the data (the folder's rights are). */
#include "config.h"

#include "hih-page-door.h"

#include "hih-code-print.h"
#include "hih-control.h"
#include "hih-digit-keys.h"
#include "hih-door.h"
#include "hih-focus.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define SIDE_BY_SIDE_WIDTH 800 /* px: words and keys have room beside each other */

/* What is asked for now. */
typedef enum
{
  ASK_PIN,
  ASK_CODE,   /* the printed one */
  ASK_NEW,    /* a PIN is being chosen */
  ASK_AGAIN,  /* the same once more */
  ASK_NOTHING /* the new code stands there */
} Ask;

struct _HihPageDoor
{
  HihPage parent_instance;

  GtkWidget *text;
  GtkWidget *entry;
  GtkWidget *enter;
  GtkWidget *forgotten;
  GtkWidget *middle;
  GtkWidget *keys;
  GtkWidget *row;    /* words and keys */
  Ask ask;
  gboolean changing; /* from inside: Back leads to the desk */
  char *first_pin;   /* (nullable): typed once, to be typed again */
  char *code;        /* (nullable): the new recovery code, while it is shown */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (HihPageDoor, hih_page_door, HIH_TYPE_PAGE)

static HihSettings *
settings_of (HihPageDoor *self)
{
  return hih_context_get_settings (hih_page_get_context (HIH_PAGE (self)));
}

static gint64
get_now_ms (HihPageDoor *self)
{
  return hih_clock_get_wall_ms (hih_context_get_clock (hih_page_get_context (HIH_PAGE (self))));
}

static void
say (HihPageDoor *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->text), words);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
}

/* Goes over to @ask, and says so. */
static void
begin (HihPageDoor *self, Ask ask, const char *words)
{
  gboolean recovery = ask == ASK_CODE;
  const char *label = recovery ? _("Code from the paper") : _("Digits");

  self->ask = ask;
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), recovery ? 2 * HIH_DOOR_CODE_DIGITS : HIH_DOOR_MOST_DIGITS);
  gtk_entry_set_visibility (GTK_ENTRY (self->entry), recovery);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->forgotten, ask == ASK_PIN && hih_door_has_recovery (settings_of (self)));
  say (self, words);
}

static void
print_cb (GtkWidget *button, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (button);

  hih_code_print (HIH_PAGE_DOOR (user_data)->code, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

static void
written_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_DESK, NULL);
}

/* The code, once and large, in place of the field. */
static void
show_code (HihPageDoor *self)
{
  GtkWidget *code = hih_words_new (self->code, "title door-code");
  GtkWidget *print = hih_control_new ("printer", _("Print it"), "bar");
  GtkWidget *written = hih_control_new ("check", _("I have it on paper"), "bar primary");
  GtkWidget *foot = hih_tiles_new_columns (220, 2, 12);
  GtkWidget *child;

  self->ask = ASK_NOTHING;
  hih_focus_leave (GTK_WIDGET (self));
  gtk_widget_set_visible (self->keys, FALSE);
  while ((child = gtk_widget_get_first_child (self->middle)) != NULL)
    gtk_box_remove (GTK_BOX (self->middle), child);
  gtk_widget_set_name (code, "door-code");
  gtk_widget_set_name (print, "code-print");
  gtk_widget_set_name (written, "code-written");
  g_signal_connect_object (print, "clicked", G_CALLBACK (print_cb), self, 0);
  g_signal_connect_object (written, "clicked", G_CALLBACK (written_cb), self, 0);
  gtk_box_append (GTK_BOX (self->middle), hih_words_new_heading (_("Please write this code down"), "section"));
  gtk_box_append (GTK_BOX (self->middle), code);
  gtk_box_append (GTK_BOX (self->middle),
                  hih_words_new (_("Should the digits ever be forgotten, it opens the door once. It is shown only now. Keep "
                                   "it where only instructors look."), NULL));
  hih_tiles_append (HIH_TILES (foot), print);
  hih_tiles_append (HIH_TILES (foot), written);
  /* However large the words are: the one way on is in sight. */
  hih_page_set_foot (HIH_PAGE (self), foot);
  gtk_widget_grab_focus (written);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageDoor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = hih_door_choose_finish (result, &error);

  self->busy = FALSE;
  if (!hih_page_check (HIH_PAGE (self), error))
    return;
  self->code = g_steal_pointer (&code);
  show_code (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageDoor) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean right = hih_door_check_finish (result, &error);

  self->busy = FALSE;
  if (!hih_page_check (HIH_PAGE (self), error))
    return;
  if (right && self->ask == ASK_CODE)
    begin (self, ASK_NEW, _("The code is right. Now choose new digits, four to eight."));
  else if (right)
    hih_page_go_to (HIH_PAGE (self), HIH_PLACE_DESK, NULL);
  else
    say (self, self->ask == ASK_CODE ? _("That is not the code. Please look at the paper once more.")
                                     : _("These are not the digits. Please try once more."));
}

static void
check (HihPageDoor *self, const char *typed)
{
  gint64 wait_ms = hih_door_get_wait_ms (settings_of (self), get_now_ms (self));

  if (wait_ms > 0)
    {
      guint seconds = (guint) ((wait_ms + 999) / 1000);
      g_autofree char *words = g_strdup_printf (
          ngettext ("A little pause of %u second first. Then try once more.",
                    "A little pause of %u seconds first. Then try once more.", seconds), seconds);

      say (self, words);
      return;
    }
  self->busy = TRUE;
  hih_door_check_async (settings_of (self), typed, self->ask == ASK_CODE, get_now_ms (self), checked_cb,
                        g_object_ref (self));
}

static void
choose (HihPageDoor *self, const char *pin)
{
  if (self->ask == ASK_NEW)
    {
      g_free (self->first_pin);
      self->first_pin = g_strdup (pin);
      begin (self, ASK_AGAIN, _("Once more the same digits, please."));
    }
  else if (strcmp (self->first_pin, pin) == 0)
    {
      self->busy = TRUE;
      hih_door_choose_async (settings_of (self), pin, chosen_cb, g_object_ref (self));
    }
  else
    begin (self, ASK_NEW, _("The two were not alike. Please choose again."));
}

static gboolean
is_pin (const char *typed)
{
  gsize length = strlen (typed);

  return length >= HIH_DOOR_LEAST_DIGITS && length <= HIH_DOOR_MOST_DIGITS && strspn (typed, "0123456789") == length;
}

/* The button is the thing to do once there is enough to go in with; until then it says what is missing. */
static void
typed_cb (GtkEditable *entry, gpointer user_data)
{
  HihPageDoor *self = user_data;
  const char *typed = gtk_editable_get_text (entry);
  guint n_digits = 0;

  for (const char *at = typed; *at != '\0'; at++)
    n_digits += g_ascii_isdigit (*at) ? 1 : 0;
  hih_control_set_look (HIH_CONTROL (self->enter),
                        (self->ask == ASK_CODE ? n_digits >= HIH_DOOR_CODE_DIGITS : is_pin (typed)) ? NULL : "later");
}

static void
enter_cb (GtkWidget *widget, gpointer user_data)
{
  HihPageDoor *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->busy || self->ask == ASK_NOTHING)
    return;
  if (self->ask == ASK_CODE && *typed == '\0')
    say (self, _("Please type the 16 digits from the paper."));
  else if (self->ask != ASK_CODE && !is_pin (typed))
    say (self, _("Four to eight digits, please."));
  else if (self->ask == ASK_PIN || self->ask == ASK_CODE)
    check (self, typed);
  else
    choose (self, typed);
}

static void
forgotten_cb (GtkWidget *button, gpointer user_data)
{
  begin (user_data, ASK_CODE, _("Please type the 16 digits from the paper."));
}

static gboolean
hih_page_door_go_back (HihPage *page)
{
  HihPageDoor *self = HIH_PAGE_DOOR (page);

  if (self->busy)
    return TRUE;
  /* The code is shown only once: leaving it needs the one button that says it is on paper. */
  if (self->ask == ASK_NOTHING)
    return TRUE;
  if (self->ask == ASK_CODE)
    begin (self, ASK_PIN, _("Please type the digits."));
  else
    hih_page_go_to (page, self->changing ? HIH_PLACE_DESK : HIH_PLACE_WHO, NULL);
  return TRUE;
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_door_go_back (user_data);
}

/* Digits are digits wherever the focus is: after a key was tapped it is there. */
static gboolean
hih_page_door_key (HihPage *page, guint keyval, GdkModifierType state)
{
  HihPageDoor *self = HIH_PAGE_DOOR (page);

  return self->ask != ASK_NOTHING && hih_digit_keys_type (GTK_EDITABLE (self->entry), keyval, state);
}

static void
hih_page_door_resized (HihPage *page, int width, int height)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (HIH_PAGE_DOOR (page)->row),
                                  width >= SIDE_BY_SIDE_WIDTH ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

static void
hih_page_door_shown (HihPage *page)
{
  gtk_widget_grab_focus (HIH_PAGE_DOOR (page)->entry);
}

static char *
hih_page_door_dup_help (HihPage *page)
{
  return g_strdup (_("The door is for whoever looks after this computer. If the digits are forgotten, “Digits forgotten” "
                     "asks for the code that was written down when they were chosen. If that is lost too, delete the "
                     "line “instructor-pin” in the file settings.ini beside the records."));
}

static void
hih_page_door_finalize (GObject *object)
{
  g_free (HIH_PAGE_DOOR (object)->first_pin);
  g_free (HIH_PAGE_DOOR (object)->code);
  G_OBJECT_CLASS (hih_page_door_parent_class)->finalize (object);
}

static void
hih_page_door_class_init (HihPageDoorClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_page_door_finalize;
  page_class->shown = hih_page_door_shown;
  page_class->resized = hih_page_door_resized;
  page_class->key = hih_page_door_key;
  page_class->go_back = hih_page_door_go_back;
  page_class->dup_help = hih_page_door_dup_help;
}

static void
hih_page_door_init (HihPageDoor *self)
{
}

/**
 * hih_page_door_new:
 * @changing: other digits are wanted by somebody who is inside already
 *
 * Returns: (transfer floating): the page
 */
HihPage *
hih_page_door_new (HihContext *context, gboolean changing)
{
  HihPageDoor *self = g_object_new (HIH_TYPE_PAGE_DOOR, "context", context, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *back = hih_control_new ("back", _("Back"), NULL);

  self->changing = changing;
  self->middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  hih_page_set_title (HIH_PAGE (self), _("For the instructor"));
  gtk_widget_set_name (back, "back");
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, 0);
  self->text = hih_words_new ("", NULL);
  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "field");
  gtk_widget_set_name (self->entry, "pin");
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_PIN);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (enter_cb), self, 0);
  self->enter = hih_control_new ("door", _("Go in"), "bar primary");
  gtk_widget_set_name (self->enter, "enter");
  g_signal_connect_object (self->enter, "clicked", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, 0);
  typed_cb (GTK_EDITABLE (self->entry), self);
  self->forgotten = hih_control_new ("help", _("Digits forgotten"), "quiet");
  gtk_widget_set_name (self->forgotten, "forgotten");
  gtk_widget_set_halign (self->forgotten, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->forgotten, "clicked", G_CALLBACK (forgotten_cb), self, 0);
  gtk_box_append (GTK_BOX (self->middle), self->text);
  gtk_box_append (GTK_BOX (self->middle), self->entry);
  gtk_box_append (GTK_BOX (self->middle), self->enter);
  gtk_box_append (GTK_BOX (self->middle), self->forgotten);
  self->keys = hih_digit_keys_new (GTK_EDITABLE (self->entry));
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_widget_set_hexpand (self->middle, TRUE);
  gtk_box_append (GTK_BOX (self->row), self->middle);
  gtk_box_append (GTK_BOX (self->row), self->keys);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 920);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->row);
  gtk_box_append (GTK_BOX (box),
                  hih_split_new (hih_words_new_heading (_("For the instructor"), "title"), back, 16, 0));
  gtk_box_append (GTK_BOX (box), clamp);
  hih_page_set_body (HIH_PAGE (self), box);
  if (changing || !hih_door_has_pin (settings_of (self)))
    begin (self, ASK_NEW, _("Choose four to eight digits that only the instructors know."));
  else
    begin (self, ASK_PIN, _("Please type the digits."));
  return HIH_PAGE (self);
}
