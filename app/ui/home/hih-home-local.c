/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The local card, filled in once: where the desk is, its telephone and hours, and which codes hold here. */
#include "config.h"

#include "hih-home-section.h"

#include "hih-control.h"
#include "hih-size-sheet.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

static const char *statuses[] = { "in-force", "retired", "drill" };

static const struct
{
  const char *key;
  const char *name; /* of its field, for the tests */
  const char *word;
  const char *example;
} lines[] = {
  { HIH_HOME_PLACE, "card-place", N_("Where the desk is"), N_("such as: ground floor, beside the door") },
  { HIH_HOME_PHONE, "card-phone", N_("Telephone of the desk"), N_("digits as they are dialled") },
  { HIH_HOME_HOURS, "card-hours", N_("When somebody is there"), N_("such as: every day 8 to 18") },
  { HIH_HOME_PERSON, "card-person", N_("Whom to ask for"), N_("a duty, not a name: who is at the desk") },
  { HIH_HOME_REGION, "card-region", N_("City or district"), N_("where the rules below hold") },
};

static const struct
{
  const char *key;
  const char *word;
} codes[] = {
  { "health-code", N_("Health code") },
  { "place-code", N_("Place code") },
};

typedef struct
{
  HihPage *page; /* borrowed: the desk owns what stands on it */
  GtkWidget *fields[G_N_ELEMENTS (lines)];
  GtkWidget *chips[G_N_ELEMENTS (codes)];
  GtkWidget *days[G_N_ELEMENTS (codes)];
  const char *chosen[G_N_ELEMENTS (codes)];
  GtkWidget *kept; /* says that it was kept */
  gboolean changed; /* since it was kept last */
  guint keeping; /* how often, and not done */
} Local;

static void
local_clear (gpointer data)
{
  g_clear_object (&((Local *) data)->kept);
}

static void
local_unref (gpointer local)
{
  g_rc_box_release_full (local, local_clear);
}

static void
mark (Local *local, guint code)
{
  guint i = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (local->chips[code]); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip), i++)
    {
      gboolean chosen = g_strcmp0 (statuses[i], local->chosen[code]) == 0;

      hih_control_set_look (HIH_CONTROL (chip), chosen ? "chosen" : NULL);
      hih_control_set_icon (HIH_CONTROL (chip), chosen ? "check" : "flag");
      gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_PRESSED,
                                   chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
changed_cb (GtkWidget *field, gpointer user_data)
{
  Local *local = user_data;

  local->changed = TRUE;
  gtk_widget_set_visible (local->kept, FALSE);
}

static gboolean
is_day (const char *text)
{
  guint year, month, day;
  char end;

  return *text == '\0' || (sscanf (text, "%4u-%2u-%2u%c", &year, &month, &day, &end) == 3 && year > 1900 &&
                           g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year));
}

static char *
dup_text (GtkWidget *field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));
}

/* "Kept" is said of all that stands there: not while anything of it is on its way, or was written since. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Local *local = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = hih_context_set_home_facts_finish (HIH_CONTEXT (source), result, &error);

  local->keeping--;
  if (gtk_widget_get_root (local->kept) != NULL)
    {
      if (!done)
        hih_home_tell (local->page, error);
      else if (local->keeping == 0 && !local->changed)
        gtk_widget_set_visible (local->kept, TRUE);
    }
  local_unref (local);
}

/* What can be read of it, as it stands; FALSE when a day cannot. */
static gboolean
keep (Local *local)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  HihContext *context = hih_page_get_context (local->page);
  gboolean good = TRUE;

  local->changed = FALSE;
  if (context == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *day = dup_text (local->days[i]);

      g_ptr_array_add (facts, g_strconcat (HIH_HOME_STATUS, codes[i].key, NULL));
      g_ptr_array_add (facts, g_strdup (local->chosen[i]));
      if (is_day (day))
        {
          g_ptr_array_add (facts, g_strconcat (HIH_HOME_SINCE, codes[i].key, NULL));
          g_ptr_array_add (facts, g_steal_pointer (&day));
        }
      else
        good = FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_ptr_array_add (facts, g_strdup (lines[i].key));
      g_ptr_array_add (facts, dup_text (local->fields[i]));
    }
  g_ptr_array_add (facts, NULL);
  local->keeping++;
  hih_context_set_home_facts_async (context, (const char *const *) facts->pdata, kept_cb, g_rc_box_acquire (local));
  return good;
}

static void
tell_day (Local *local)
{
  hih_page_show_sheet (local->page, hih_text_sheet_new (local->page, _("One moment"),
                                                        _("A day is written like 2022-12-13, or left empty.")));
}

static void
keep_cb (GtkWidget *button, gpointer user_data)
{
  Local *local = user_data;

  if (keep (local))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *day = dup_text (local->days[i]);

      if (!is_day (day))
        gtk_widget_grab_focus (local->days[i]);
    }
  tell_day (local);
}

/* Whoever goes on to the next field, or away, has not said "keep", and means it all the same. */
static void
left_cb (GtkEventController *focus, gpointer user_data)
{
  Local *local = user_data;

  if (local->changed)
    keep (local);
}

static void
gone_cb (GtkWidget *box, gpointer user_data)
{
  Local *local = user_data;
  gboolean bad = FALSE;

  if (local->changed)
    keep (local);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *day = dup_text (local->days[i]);

      bad |= !is_day (day);
    }
  /* All else was kept; what could not be is not lost in silence. */
  if (bad && hih_page_check (local->page, NULL))
    tell_day (local);
}

static void
chip_cb (GtkWidget *chip, gpointer user_data)
{
  Local *local = user_data;
  guint code = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "code"));
  const char *status = g_object_get_data (G_OBJECT (chip), "status");

  /* The same again: nothing is said of it, and the lesson's own word holds. */
  local->chosen[code] = g_strcmp0 (local->chosen[code], status) == 0 ? "" : status;
  mark (local, code);
  changed_cb (chip, local);
  keep (local);
}

static GtkWidget *
new_field (Local *local, const char *name, const char *word, const char *text)
{
  GtkWidget *field = gtk_entry_new ();
  GtkEventController *focus;

  gtk_widget_add_css_class (field, "field");
  gtk_widget_set_name (field, name);
  gtk_entry_set_max_length (GTK_ENTRY (field), HIH_HOME_MAX_CHARACTERS);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  g_signal_connect (field, "changed", G_CALLBACK (changed_cb), local);
  g_signal_connect (field, "activate", G_CALLBACK (keep_cb), local);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), local);
  gtk_widget_add_controller (field, focus);
  return field;
}

static GtkWidget *
new_labelled (const char *word, const char *example, GtkWidget *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), hih_words_new (word, "strong"));
  /* Not within the field: there is no room for it in large words. */
  gtk_box_append (GTK_BOX (box), hih_words_new (example, "soft"));
  gtk_box_append (GTK_BOX (box), field);
  return box;
}

static GtkWidget *
new_code (Local *local, guint code, HihHomeCard *card)
{
  const char *words[] = { _("In force"), _("Retired"), _("As a drill") };
  g_autofree char *name = g_strconcat ("card-since-", codes[code].key, NULL);
  /* translators: such as the health code */
  g_autofree char *since = g_strdup_printf (_("%s: since when"), _(codes[code].word));
  const char *status = hih_home_card_get_status (card, codes[code].key);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  local->chosen[code] = "";
  local->chips[code] = hih_tiles_new_line (8, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *chip_name = g_strdup_printf ("card-%s-%s", codes[code].key, statuses[i]);
      g_autofree char *heard = g_strdup_printf (_("%s: %s"), _(codes[code].word), words[i]);
      GtkWidget *chip = hih_control_new ("flag", words[i], NULL);

      if (g_str_equal (status, statuses[i]))
        local->chosen[code] = statuses[i];
      gtk_widget_set_name (chip, chip_name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
      g_object_set_data (G_OBJECT (chip), "code", GUINT_TO_POINTER (code));
      g_object_set_data (G_OBJECT (chip), "status", (gpointer) statuses[i]);
      g_signal_connect (chip, "clicked", G_CALLBACK (chip_cb), local);
      hih_tiles_append (HIH_TILES (local->chips[code]), chip);
    }
  local->days[code] = new_field (local, name, since,
                                 hih_home_card_get_since (card, codes[code].key));
  mark (local, code);
  gtk_box_append (GTK_BOX (box), hih_words_new (_(codes[code].word), "strong"));
  gtk_box_append (GTK_BOX (box), local->chips[code]);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("since when, like 2022-12-13"), "soft"));
  gtk_box_append (GTK_BOX (box), local->days[code]);
  return box;
}

static GtkWidget *
make (HihPage *page)
{
  HihHomeCard *card = hih_context_get_home_card (hih_page_get_context (page));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *fields = hih_tiles_new_columns (280, 2, 12);
  GtkWidget *rules = hih_tiles_new_columns (280, 2, 12);
  GtkWidget *line = hih_tiles_new_line (12, FALSE);
  Local *local = g_rc_box_new0 (Local);
  GtkWidget *keep;

  local->page = page;
  local->kept = g_object_ref_sink (hih_words_new (_("Kept. Lessons and cards say it from now on."), "able"));
  gtk_widget_set_name (local->kept, "card-kept");
  gtk_widget_set_visible (local->kept, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      local->fields[i] = new_field (local, lines[i].name, _(lines[i].word),
                                    hih_home_card_get (card, lines[i].key));
      hih_tiles_append (HIH_TILES (fields), new_labelled (_(lines[i].word), _(lines[i].example), local->fields[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    hih_tiles_append (HIH_TILES (rules), new_code (local, i, card));
  keep = hih_control_new ("check", _("Keep"), "primary");
  gtk_widget_set_name (keep, "card-keep");
  gtk_widget_set_valign (local->kept, GTK_ALIGN_CENTER);
  g_signal_connect (keep, "clicked", G_CALLBACK (keep_cb), local);
  hih_tiles_append (HIH_TILES (line), keep);
  hih_tiles_append (HIH_TILES (line), local->kept);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("Filled in once; every lesson tells it as the way without a phone, and it "
                                                  "stands on the cards to take home."), NULL));
  gtk_box_append (GTK_BOX (box), fields);
  gtk_box_append (GTK_BOX (box), rules);
  gtk_box_append (GTK_BOX (box), line);
  g_signal_connect (box, "unmap", G_CALLBACK (gone_cb), local);
  g_object_set_data_full (G_OBJECT (box), "local", local, local_unref);
  return box;
}

const HihHomeSection hih_home_local = {
  "location",
  N_("Local card"),
  N_("Desk, telephone, hours, and which codes hold here: what lessons say of the way without a phone."),
  make,
};
