/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is good and how long it stays is told by the records; this shows it. Putting back is a page of its own. */
#include "config.h"

#include "hih-home-section.h"

#include "hih-control.h"
#include "hih-disk-sheet.h"
#include "hih-error-text.h"
#include "hih-icon.h"
#include "hih-restoring.h"
#include "hih-safety-words.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* The latest; the rest with one more tap. */
#define AT_ONCE 5

#define HIH_TYPE_HOME_BACKUPS (hih_home_backups_get_type ())
G_DECLARE_FINAL_TYPE (HihHomeBackups, hih_home_backups, HIH, HOME_BACKUPS, AdwBin)

struct _HihHomeBackups
{
  AdwBin parent_instance;

  HihPage *page; /* (nullable) (weak): an answer may come when it is gone */
  GtkWidget *state;
  GtkWidget *said; /* what became of the last tap */
  GtkWidget *bar;
  GtkWidget *rows;
  GtkWidget *make;
  GtkWidget *elsewhere;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (HihHomeBackups, hih_home_backups, ADW_TYPE_BIN)

static void refresh (HihHomeBackups *self);

/* Whether nobody waits for an answer any more. */
static gboolean
is_left (HihHomeBackups *self)
{
  return self->page == NULL || g_cancellable_is_cancelled (hih_page_get_cancellable (self->page));
}

static HihRecords *
records_of (HihHomeBackups *self)
{
  return hih_context_get_records (hih_page_get_context (self->page));
}

static gint64
now_of (HihHomeBackups *self)
{
  return hih_clock_get_wall_ms (hih_context_get_clock (hih_page_get_context (self->page)));
}

static void
say (HihHomeBackups *self, const char *words, gboolean warns)
{
  if (warns)
    gtk_widget_remove_css_class (self->said, "good");
  else
    gtk_widget_add_css_class (self->said, "good");
  gtk_label_set_label (GTK_LABEL (self->said), words);
  gtk_widget_set_visible (self->said, *words != '\0');
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihHomeBackups) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihBackup) backup = hih_backup_check_finish (result, &error);
  g_autofree char *moment = NULL;
  g_autofree char *words = NULL;

  if (is_left (self))
    return;
  hih_error_log (error);
  gtk_widget_set_visible (self->bar, FALSE);
  if (backup == NULL)
    {
      say (self, hih_error_get_text (error), TRUE);
      return;
    }
  moment = hih_moment_dup (backup->last_at_ms);
  if (backup->fault != NULL)
    words = g_strdup (_("This copy is damaged. It is not used; another one is."));
  else
    /* translators: a number of people; a day and an hour */
    words = g_strdup_printf (ngettext ("Looked at closely: it is good. %u person is in it, and the last entry is of %s.",
                                       "Looked at closely: it is good. %u people are in it, and the last entry is of %s.",
                                       backup->n_people), backup->n_people, moment);
  say (self, words, backup->fault != NULL);
}

static void
check_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeBackups *self = user_data;

  say (self, _("Looking at it closely …"), FALSE);
  hih_backup_check_async (g_object_get_data (G_OBJECT (button), "path"), NULL, checked_cb, g_object_ref (self));
}

static void
restore_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeBackups *self = user_data;

  hih_page_go_to (self->page, HIH_PLACE_RESTORE, g_object_get_data (G_OBJECT (button), "path"));
}

static GtkWidget *
new_row_button (HihHomeBackups *self, const HihBackup *backup, const char *name, const char *icon, const char *words,
                const char *moment, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, "compact");
  g_autofree char *said = g_strdup_printf ("%s: %s", words, moment);

  gtk_widget_set_name (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->path), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

/* How large, how many people, how long it stays. */
static char *
dup_details (const HihBackup *backup)
{
  g_autofree char *size = g_format_size ((guint64) backup->n_bytes);
  g_autoptr (GDateTime) gone_at = g_date_time_new_from_unix_local (backup->gone_at_ms / 1000);
  g_autofree char *gone = gone_at != NULL ? g_date_time_format (gone_at, _("%B %-e")) : g_strdup ("");
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", backup->n_people), backup->n_people);

  if (backup->fault != NULL)
    /* translators: a size such as 1.2 MB */
    return g_strdup_printf (_("Damaged · %s"), size);
  if (backup->gone_at_ms == 0)
    /* translators: a number of people, a size such as 1.2 MB */
    return g_strdup_printf (_("Good · %s · %s · stays"), people, size);
  /* translators: a number of people, a size such as 1.2 MB, a day */
  return g_strdup_printf (_("Good · %s · %s · until %s"), people, size, gone);
}

/* Whether the one before or after it in @list is of the same minute. */
static gboolean
is_of_a_minute (GPtrArray *list, guint i)
{
  gint64 minute = ((const HihBackup *) list->pdata[i])->at_ms / 60000;

  return (i > 0 && ((const HihBackup *) list->pdata[i - 1])->at_ms / 60000 == minute) ||
         (i + 1 < list->len && ((const HihBackup *) list->pdata[i + 1])->at_ms / 60000 == minute);
}

static GtkWidget *
new_row (HihHomeBackups *self, const HihBackup *backup, gboolean exact)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = hih_tiles_new_line (8, TRUE);
  g_autofree char *moment = exact ? hih_moment_dup_exact (backup->at_ms) : hih_moment_dup (backup->at_ms);
  g_autofree char *details = dup_details (backup);
  GtkWidget *icon = hih_icon_new (backup->fault == NULL ? "shield-check" : "warning", 24);
  GtkWidget *row;

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), hih_words_new (moment, "strong"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (details, "soft"));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  hih_tiles_append (HIH_TILES (buttons), new_row_button (self, backup, "backup-check", "search", _("Check"), moment,
                                                         G_CALLBACK (check_cb)));
  if (backup->fault == NULL)
    hih_tiles_append (HIH_TILES (buttons), new_row_button (self, backup, "backup-restore", "undo", _("Put back"), moment,
                                                           G_CALLBACK (restore_cb)));
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), texts);
  row = hih_split_new (head, buttons, 12, 0);
  gtk_widget_add_css_class (row, "row-line");
  gtk_widget_set_name (row, "backup");
  return row;
}

static void
all_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeBackups *self = user_data;

  self->all = TRUE;
  refresh (self);
}

static void
add_more (HihHomeBackups *self, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);
  GtkWidget *more = hih_control_new ("down", words, NULL);

  gtk_widget_set_name (more, "backups-all");
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  g_signal_connect_object (more, "clicked", G_CALLBACK (all_cb), self, 0);
  gtk_box_append (GTK_BOX (self->rows), more);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihHomeBackups) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hih_backups_list_finish (result, &error);
  g_autofree char *words = NULL;
  gint64 newest_ms = 0;
  gboolean warns;
  GtkWidget *child;

  if (is_left (self) || !hih_page_check (self->page, error))
    return;
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < list->len; i++)
    {
      const HihBackup *backup = g_ptr_array_index (list, i);

      if (backup->fault == NULL && backup->at_ms > newest_ms)
        newest_ms = backup->at_ms;
      if (self->all || i < AT_ONCE)
        gtk_box_append (GTK_BOX (self->rows), new_row (self, backup, is_of_a_minute (list, i)));
    }
  if (!self->all && list->len > AT_ONCE)
    add_more (self, list->len - AT_ONCE);
  words = hih_backup_dup_words (newest_ms, records_of (self) != NULL ? hih_records_get_backup_fault (records_of (self)) : -1,
                                now_of (self), &warns);
  gtk_label_set_label (GTK_LABEL (self->state), words);
}

static void
refresh (HihHomeBackups *self)
{
  hih_backups_list_async (hih_restoring_get_dir (hih_page_get_context (self->page)), now_of (self), hih_page_get_cancellable (self->page), listed_cb, g_object_ref (self));
}

static void
progress_cb (double share, gpointer data)
{
  if (!is_left (data))
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (HIH_HOME_BACKUPS (data)->bar), share);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihHomeBackups) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hih_records_backup_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *words = NULL;

  if (is_left (self))
    return;
  hih_error_log (error);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_sensitive (self->make, TRUE);
  gtk_widget_set_sensitive (self->elsewhere, TRUE);
  /* translators: the path of a file */
  words = path != NULL ? g_strdup_printf (_("A good copy lies here: %s"), path) : g_strdup (hih_error_get_text (error));
  say (self, words, path == NULL);
  refresh (self);
}

/* @folder: (nullable): beside the records */
static void
make (HihHomeBackups *self, const char *folder)
{
  if (is_left (self) || records_of (self) == NULL)
    return;
  say (self, _("A copy is being made and checked …"), FALSE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_widget_set_sensitive (self->make, FALSE);
  gtk_widget_set_sensitive (self->elsewhere, FALSE);
  hih_records_backup_telling_async (records_of (self), folder, progress_cb, self, NULL, made_cb, g_object_ref (self));
}

static void
make_cb (GtkWidget *button, gpointer user_data)
{
  make (user_data, NULL);
}

static void
folder_cb (const char *folder, gpointer told)
{
  make (told, folder);
}

static void
elsewhere_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeBackups *self = user_data;

  hih_disk_sheet_open (self->page, folder_cb, G_OBJECT (self));
}

static void
file_cb (const char *path, gpointer told)
{
  HihHomeBackups *self = told;

  if (!is_left (self))
    hih_page_go_to (self->page, HIH_PLACE_RESTORE, path);
}

static void
from_file_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeBackups *self = user_data;

  hih_backup_file_ask (self->page, file_cb, G_OBJECT (self));
}

static void
hih_home_backups_dispose (GObject *object)
{
  g_clear_weak_pointer (&HIH_HOME_BACKUPS (object)->page);
  G_OBJECT_CLASS (hih_home_backups_parent_class)->dispose (object);
}

static void
hih_home_backups_class_init (HihHomeBackupsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_home_backups_dispose;
}

static void
hih_home_backups_init (HihHomeBackups *self)
{
}

static GtkWidget *
new_content (HihPage *page)
{
  HihHomeBackups *self = g_object_new (HIH_TYPE_HOME_BACKUPS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *line = hih_tiles_new_line (8, FALSE);

  g_set_weak_pointer (&self->page, page);
  self->state = hih_words_new ("", NULL);
  self->said = hih_words_new ("", "notice-box");
  self->bar = gtk_progress_bar_new ();
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->make = hih_home_add_button (line, self, "doc", _("Make a backup now"), "backup-make", G_CALLBACK (make_cb));
  self->elsewhere = hih_home_add_button (line, self, "download", _("Copy to another disk"), "backup-elsewhere", G_CALLBACK (elsewhere_cb));
  hih_home_add_button (line, self, "folder", _("Put back from another disk"), "backup-from-file", G_CALLBACK (from_file_cb));
  gtk_widget_set_sensitive (self->make, records_of (self) != NULL);
  gtk_widget_set_sensitive (self->elsewhere, records_of (self) != NULL);
  gtk_widget_set_name (self->said, "backup-said");
  gtk_label_set_wrap_mode (GTK_LABEL (self->said), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_visible (self->said, FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("A copy is being made"), -1);
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("One is made by itself every day. Kept are all of the last two days, then "
                                                  "one a day, a week and a month. What is on another disk is safe from what "
                                                  "happens to this computer."), "soft"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->said);
  gtk_box_append (GTK_BOX (box), self->rows);
  adw_bin_set_child (ADW_BIN (self), box);
  refresh (self);
  return GTK_WIDGET (self);
}

const HihHomeSection hih_home_backups = {
  "shield-check",
  N_("Copies of the records"),
  N_("Those that are kept, one more now or on another disk, looking at one, putting one back."),
  new_content,
};
