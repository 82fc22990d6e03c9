/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-desk-erase.h"

#include "hih-control.h"
#include "hih-footed.h"
#include "hih-home-section.h"
#include "hih-icon.h"
#include "hih-people-file.h"
#include "hih-privacy.h"
#include "hih-size-sheet.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MAX_NAMES 8

/* Taking along. */

typedef struct
{
  HihPage *page; /* (owned) */
  GFile *file;   /* (owned) */
  GBytes *bytes; /* (owned) (nullable) */
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->page);
  g_clear_object (&taking->file);
  g_clear_pointer (&taking->bytes, g_bytes_unref);
  g_free (taking);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Taking *taking = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    hih_home_tell (taking->page, error);
  else if (hih_page_check (taking->page, NULL))
    {
      g_autofree char *name = g_file_get_parse_name (taking->file);
      /* translators: the path of a file */
      g_autofree char *text = g_strdup_printf (_("Everything that is kept about them lies here: %s. It is theirs to take."), name);

      hih_page_show_sheet (taking->page, hih_text_sheet_new (taking->page, _("Written"), text));
    }
  taking_free (taking);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Taking *taking = user_data;
  g_autoptr (GError) error = NULL;
  char *json = hih_records_export_trainee_finish (HIH_RECORDS (source), result, &error);

  if (json == NULL)
    {
      hih_home_tell (taking->page, error);
      taking_free (taking);
      return;
    }
  taking->bytes = g_bytes_new_take (json, strlen (json));
  /* It is about one person: nobody else's to read. */
  g_file_replace_contents_bytes_async (taking->file, taking->bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb,
                                       taking);
}

static void
file_cb (GFile *file, gpointer user_data)
{
  HihPage *page = user_data;
  HihTrainee *trainee = g_object_get_data (G_OBJECT (page), "taken-along");
  Taking *taking = g_new0 (Taking, 1);

  taking->page = g_object_ref (page);
  taking->file = g_object_ref (file);
  hih_records_export_trainee_async (hih_context_get_records (hih_page_get_context (page)), &trainee->id, NULL, exported_cb,
                                    taking);
}

void
hih_desk_take_along (HihPage *page, HihTrainee *trainee)
{
  g_autofree char *name = g_strconcat (trainee->name, ".json", NULL);

  g_strdelimit (name, "/", '-');
  g_object_set_data_full (G_OBJECT (page), "taken-along", hih_trainee_ref (trainee), (GDestroyNotify) hih_trainee_unref);
  hih_people_file_ask_save (GTK_WIDGET (page), _("Everything about one person"), name, file_cb, page);
}

/* Erasing. */

typedef struct
{
  HihPage *page; /* (owned) */
  GArray *people;
  char *names; /* as they are told */
  gboolean sure;
} Erasing;

static void
erasing_free (gpointer data)
{
  Erasing *erasing = data;

  g_object_unref (erasing->page);
  g_array_unref (erasing->people);
  g_free (erasing->names);
  g_free (erasing);
}

static void erase (Erasing *erasing, gboolean delete_traces);

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  g_autoptr (HihPage) page = g_object_ref (((Erasing *) user_data)->page);

  hih_page_close_sheet (page);
  gtk_widget_activate_action (GTK_WIDGET (page), "desk.refresh", NULL);
}

static void
delete_cb (GtkWidget *button, gpointer user_data)
{
  Erasing *erasing = user_data;

  gtk_widget_set_sensitive (button, FALSE);
  erase (erasing, TRUE);
}

/* A sheet's buttons hold what they are about. */
static GtkWidget *
new_sheet (Erasing *erasing, const char *title, GtkWidget **buttons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *back;

  *buttons = hih_tiles_new_columns (200, 2, 12);
  g_object_set_data_full (G_OBJECT (box), "erasing", erasing, erasing_free);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (title, "title"));
  back = hih_control_new ("back", _("Back"), NULL);
  gtk_widget_set_name (back, "erase-close");
  g_signal_connect (back, "clicked", G_CALLBACK (close_cb), erasing);
  hih_tiles_append (HIH_TILES (*buttons), back);
  return box;
}

static void
show_sheet (HihPage *page, GtkWidget *box, GtkWidget *buttons)
{
  GtkWidget *sheet = hih_footed_new_sheet (box, buttons);

  gtk_widget_add_css_class (sheet, "desk");
  hih_page_show_sheet (page, sheet);
}

static char *
dup_trace (const HihTrace *trace)
{
  g_autofree char *file = g_filename_display_name (trace->path);
  g_autoptr (GDateTime) gone = trace->gone_at_ms > 0 ? g_date_time_new_from_unix_local (trace->gone_at_ms / 1000) : NULL;
  g_autofree char *day = gone != NULL ? g_date_time_format (gone, "%Y-%m-%d") : NULL;

  if (trace->deleted)
    /* translators: a file */
    return g_strdup_printf (_("Deleted: %s"), file);
  if (day != NULL)
    /* translators: a file; a day */
    return g_strdup_printf (_("%s: thinned out by %s, if the program runs every day"), file, day);
  return g_strdup_printf (_("%s: stays until somebody deletes it"), file);
}

static void
show_traces (Erasing *erasing, GPtrArray *traces)
{
  g_autofree char *title = g_strdup_printf (_("Erased: %s"), erasing->names);
  GtkWidget *buttons, *box = new_sheet (erasing, title, &buttons);
  guint n_left = 0;

  for (guint i = 0; i < traces->len; i++)
    n_left += !((HihTrace *) traces->pdata[i])->deleted;
  gtk_box_append (GTK_BOX (box), hih_words_new (_("The records hold the name no more. Copies made elsewhere, such as on a "
                                                  "stick, are not known here."), NULL));
  if (n_left > 0)
    gtk_box_append (GTK_BOX (box), hih_words_new (_("These older files here still hold it:"), "strong"));
  else
    gtk_box_append (GTK_BOX (box), hih_words_new (_("No older file here holds it any more."), "able"));
  for (guint i = 0; i < traces->len; i++)
    {
      g_autofree char *words = dup_trace (traces->pdata[i]);
      GtkWidget *line = hih_words_new (words, "row-line");

      gtk_widget_set_name (line, "erase-trace");
      gtk_label_set_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), line);
    }
  if (n_left > 0)
    {
      GtkWidget *delete = hih_control_new ("trash", _("Delete these too"), NULL);

      gtk_widget_set_name (delete, "erase-traces");
      g_signal_connect (delete, "clicked", G_CALLBACK (delete_cb), erasing);
      hih_tiles_append (HIH_TILES (buttons), delete);
    }
  show_sheet (erasing->page, box, buttons);
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Erasing *erasing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) traces = hih_records_erase_trainees_finish (HIH_RECORDS (source), result, &error);

  if (traces != NULL && hih_page_check (erasing->page, NULL))
    {
      show_traces (erasing, traces);
      return;
    }
  if (traces == NULL)
    hih_home_tell (erasing->page, error);
  erasing_free (erasing);
}

/* On a copy: the sheet that asked may go. */
static void
erase (Erasing *erasing, gboolean delete_traces)
{
  Erasing *copy = g_new0 (Erasing, 1);

  copy->page = g_object_ref (erasing->page);
  copy->people = g_array_ref (erasing->people);
  copy->names = g_strdup (erasing->names);
  hih_records_erase_trainees_async (hih_context_get_records (hih_page_get_context (copy->page)),
                                    (const HihId *) (gconstpointer) copy->people->data, copy->people->len, delete_traces,
                                    NULL, erased_cb, copy);
}

static void
erase_cb (GtkWidget *button, gpointer user_data)
{
  Erasing *erasing = user_data;

  if (!erasing->sure)
    {
      erasing->sure = TRUE;
      hih_control_set_words (HIH_CONTROL (button), _("Really: erase for good"));
      hih_control_set_look (HIH_CONTROL (button), "danger");
      return;
    }
  gtk_widget_set_sensitive (button, FALSE);
  erase (erasing, FALSE);
}

static char *
join_names (const char *const *names)
{
  guint n = g_strv_length ((char **) names);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? _(", ") : "", names[i]);
  if (n > MAX_NAMES)
    g_string_append_printf (joined, ngettext (" and %u more", " and %u more", n - MAX_NAMES), n - MAX_NAMES);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
append_point (GtkWidget *box, const char *icon, const char *words)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = hih_icon_new (icon, 24);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), hih_words_new (words, NULL));
  gtk_box_append (GTK_BOX (box), row);
}

void
hih_desk_erase_open (HihPage *page, GArray *people, const char *const *names)
{
  Erasing *erasing = g_new0 (Erasing, 1);
  g_autofree char *title = NULL;
  GtkWidget *box, *buttons, *go;

  erasing->page = g_object_ref (page);
  erasing->people = g_array_copy (people);
  erasing->names = join_names (names);
  /* translators: people's names */
  title = g_strdup_printf (_("Erase %s?"), erasing->names);
  box = new_sheet (erasing, title, &buttons);
  append_point (box, "trash", _("Goes for good: the name, the picture, who spoke for them, whom they call; nobody lists them "
                                "any more, and it cannot be taken back."));
  append_point (box, "chart", _("Stays: numbers without a name. How many were in a class, how many can do a lesson alone."));
  append_point (box, "folder", _("Older backups may still hold the name. They are listed next, with the day each goes by itself, "
                                 "and can be deleted too."));
  go = hih_control_new ("trash", _("Erase for good"), NULL);
  gtk_widget_set_name (go, "erase-go");
  g_signal_connect (go, "clicked", G_CALLBACK (erase_cb), erasing);
  hih_tiles_append (HIH_TILES (buttons), go);
  show_sheet (page, box, buttons);
}
