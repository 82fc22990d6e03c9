/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-page-restore.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-loss.h"
#include "hih-restoring.h"
#include "hih-safety-words.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihPageRestore
{
  HihPage parent_instance;

  char *path;
  HihBackup *backup; /* (nullable): once it was looked at */
  GtkWidget *box;    /* what is said */
  GtkWidget *buttons;
  gboolean busy;     /* nothing leads away */
};

G_DEFINE_FINAL_TYPE (HihPageRestore, hih_page_restore, HIH_TYPE_PAGE)

static void
clear (HihPageRestore *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  hih_tiles_remove_all (HIH_TILES (self->buttons));
}

static GtkWidget *
add_words (HihPageRestore *self, const char *words, const char *classes)
{
  GtkWidget *label = hih_words_new (words, classes);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static GtkWidget *
add_button (HihPageRestore *self, const char *name, const char *icon, const char *words, const char *classes, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, classes);

  gtk_widget_set_name (button, name);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  hih_tiles_append (HIH_TILES (self->buttons), button);
  return button;
}

static gboolean
hih_page_restore_go_back (HihPage *page)
{
  if (!HIH_PAGE_RESTORE (page)->busy)
    hih_page_go_to (page, HIH_PLACE_DESK, "home/backups");
  return TRUE;
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_restore_go_back (user_data);
}

static void
show_trouble (HihPageRestore *self, const char *words)
{
  clear (self);
  gtk_widget_set_name (add_words (self, words, NULL), "restore-trouble");
  gtk_widget_grab_focus (add_button (self, "restore-back", "back", _("Back to the desk"), "primary", G_CALLBACK (back_cb)));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageRestore) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRestoring) done = hih_restoring_run_finish (result, &error);
  g_autofree char *from = hih_moment_dup (self->backup->at_ms > 0 ? self->backup->at_ms : self->backup->last_at_ms);
  g_autofree char *words = NULL, *before = NULL;

  self->busy = FALSE;
  hih_error_log (error);
  if (g_cancellable_is_cancelled (hih_page_get_cancellable (HIH_PAGE (self))))
    return;
  if (done == NULL)
    {
      words = g_strdup_printf ("%s %s", hih_error_get_text (error), _("Nothing was put back; the records are as before."));
      show_trouble (self, words);
      return;
    }
  clear (self);
  /* translators: a day and an hour */
  words = g_strdup_printf (_("The records of %s are back."), from);
  gtk_widget_set_name (add_words (self, words, "strong"), "restore-done");
  if (done->restored->before_path != NULL)
    {
      /* translators: the path of a file */
      before = g_strdup_printf (_("Those of before are kept: %s"), done->restored->before_path);
      add_words (self, before, NULL);
    }
  if (done->restored->n_erased > 0)
    add_words (self, _("Who was erased since then was erased from them too."), NULL);
  gtk_widget_grab_focus (add_button (self, "restore-back", "check", _("To the desk"), "primary", G_CALLBACK (back_cb)));
}

static void
restore_cb (GtkWidget *button, gpointer user_data)
{
  HihPageRestore *self = user_data;
  GtkWidget *bar = gtk_progress_bar_new ();

  self->busy = TRUE;
  clear (self);
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (bar));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Putting back"), -1);
  add_words (self, _("One moment: a copy of today's records is made, then the older ones take their place."), NULL);
  gtk_box_append (GTK_BOX (self->box), bar);
  hih_restoring_run_async (hih_page_get_context (HIH_PAGE (self)), self->path, done_cb, g_object_ref (self));
}

/* @words: "· 3 people" (transfer full) */
static void
add_loss (HihPageRestore *self, guint n, char *words)
{
  g_autofree char *line = g_strconcat ("·  ", words, NULL);

  if (n > 0)
    add_words (self, line, NULL);
  g_free (words);
}

/* What is asked: of when it is, what is in it, what will be missing. @loss: (nullable): not known. */
static void
ask (HihPageRestore *self, const HihLoss *loss)
{
  const HihBackup *backup = self->backup;
  g_autofree char *last = hih_moment_dup (backup->last_at_ms);
  /* translators: a number of people; a day and an hour */
  g_autofree char *inside = g_strdup_printf (ngettext ("This copy is good. %u person is in it, and the last entry is of %s.",
                                                       "This copy is good. %u people are in it, and the last entry is of %s.",
                                                       backup->n_people), backup->n_people, last);

  clear (self);
  gtk_widget_set_name (add_words (self, inside, NULL), "restore-inside");
  if (loss == NULL)
    add_words (self, _("The records of today cannot be read, so it cannot be told what is missing in this copy."), NULL);
  else if (loss->n_people + loss->n_runs + loss->n_classes + loss->n_care + loss->n_other == 0)
    gtk_widget_set_name (add_words (self, _("Nothing was written down since then: nothing will be missing."), "strong"),
                         "restore-loss");
  else
    {
      gtk_widget_set_name (add_words (self, _("What was written down since then will be missing:"), "strong"), "restore-loss");
      add_loss (self, loss->n_people,
                g_strdup_printf (ngettext ("%u person who was added", "%u people who were added", loss->n_people), loss->n_people));
      add_loss (self, loss->n_runs,
                g_strdup_printf (ngettext ("%u exercise or film", "%u exercises and films", loss->n_runs), loss->n_runs));
      add_loss (self, loss->n_classes, g_strdup_printf (ngettext ("%u class", "%u classes", loss->n_classes), loss->n_classes));
      add_loss (self, loss->n_care,
                g_strdup_printf (ngettext ("%u entry about calls, services and helpers",
                                           "%u entries about calls, services and helpers", loss->n_care), loss->n_care));
      add_loss (self, loss->n_other, g_strdup_printf (ngettext ("%u other entry, such as a tick",
                                                                "%u other entries, such as ticks", loss->n_other), loss->n_other));
    }
  add_words (self, _("A copy of today's records is made first, and they are kept beside: they can be put back in the same "
                     "way. From then on this computer counts as a new one, so that nothing is mixed up with what others "
                     "have."), "soft");
  add_button (self, "restore-go", "undo", _("Put back"), NULL, G_CALLBACK (restore_cb));
  gtk_widget_grab_focus (add_button (self, "restore-back", "back", _("Leave all as it is"), "primary", G_CALLBACK (back_cb)));
}

static void
loss_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageRestore) self = user_data;
  g_autoptr (GError) error = NULL;
  HihLoss loss;
  gboolean known = hih_records_count_since_finish (HIH_RECORDS (source), result, &loss, &error);

  if (g_cancellable_is_cancelled (hih_page_get_cancellable (HIH_PAGE (self))))
    return;
  hih_error_log (error);
  ask (self, known ? &loss : NULL);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageRestore) self = user_data;
  g_autoptr (GError) error = NULL;
  HihRecords *records = hih_context_get_records (hih_page_get_context (HIH_PAGE (self)));

  self->backup = hih_backup_check_finish (result, &error);
  if (g_cancellable_is_cancelled (hih_page_get_cancellable (HIH_PAGE (self))))
    return;
  hih_error_log (error);
  if (self->backup == NULL)
    show_trouble (self, hih_error_get_text (error));
  else if (self->backup->fault != NULL && self->backup->code == HIH_RECORDS_ERROR_NEWER)
    show_trouble (self, _("This copy was made by a newer version of this program. It cannot be put back here."));
  else if (self->backup->fault != NULL && self->backup->code == HIH_RECORDS_ERROR_CORRUPT)
    show_trouble (self, _("This copy is damaged and cannot be put back. Nothing was changed; please choose another."));
  else if (self->backup->fault != NULL)
    show_trouble (self, _("This file is no copy of the records. Nothing was changed; please choose another."));
  else if (records != NULL)
    hih_records_count_since_async (records, self->backup->last_at_ms, hih_page_get_cancellable (HIH_PAGE (self)), loss_cb,
                                   g_object_ref (self));
  else
    ask (self, NULL);
}

static void
hih_page_restore_shown (HihPage *page)
{
  HihPageRestore *self = HIH_PAGE_RESTORE (page);

  add_words (self, _("Looking at it closely …"), NULL);
  gtk_widget_grab_focus (add_button (self, "restore-back", "back", _("Leave all as it is"), NULL, G_CALLBACK (back_cb)));
  hih_backup_check_async (self->path, hih_page_get_cancellable (page), checked_cb, g_object_ref (self));
}

static HihStay
hih_page_restore_get_stay (HihPage *page)
{
  return HIH_PAGE_RESTORE (page)->busy ? HIH_STAY_MOVING : HIH_STAY_USUAL;
}

static char *
hih_page_restore_dup_help (HihPage *page)
{
  return g_strdup (_("An older copy takes the place of the records. First it is told what will be missing then; nothing "
                     "happens before you say so."));
}

static void
hih_page_restore_finalize (GObject *object)
{
  HihPageRestore *self = HIH_PAGE_RESTORE (object);

  g_clear_pointer (&self->backup, hih_backup_unref);
  g_free (self->path);
  G_OBJECT_CLASS (hih_page_restore_parent_class)->finalize (object);
}

static void
hih_page_restore_class_init (HihPageRestoreClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_page_restore_finalize;
  page_class->shown = hih_page_restore_shown;
  page_class->go_back = hih_page_restore_go_back;
  page_class->get_stay = hih_page_restore_get_stay;
  page_class->dup_help = hih_page_restore_dup_help;
}

static void
hih_page_restore_init (HihPageRestore *self)
{
}

/**
 * hih_page_restore_new:
 *
 * Returns: (transfer floating): the page; it looks at the backup as soon as it is shown
 */
HihPage *
hih_page_restore_new (HihContext *context, const char *path)
{
  HihPageRestore *self = g_object_new (HIH_TYPE_PAGE_RESTORE, "context", context, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *clamp = adw_clamp_new ();

  self->path = g_strdup (path);
  hih_page_set_title (HIH_PAGE (self), _("Put a copy back"));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->buttons = hih_tiles_new_line (12, FALSE);
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Put a copy back"), "title"));
  gtk_box_append (GTK_BOX (box), self->box);
  gtk_box_append (GTK_BOX (box), self->buttons);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  hih_page_set_body (HIH_PAGE (self), clamp);
  return HIH_PAGE (self);
}
