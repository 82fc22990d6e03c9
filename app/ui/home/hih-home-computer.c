/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door's digits, a backup, leaving the program. */
#include "config.h"

#include "hih-home-section.h"

#include "hih-error-text.h"
#include "hih-size-sheet.h"
#include "hih-tiles.h"

#include <glib/gi18n.h>

static void
pin_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_DOOR, HIH_DOOR_CHANGE);
}

static void
backup_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hih_records_backup_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *text = NULL;

  if (!hih_page_check (page, NULL))
    return;
  hih_error_log (error);
  /* translators: the path of a file */
  text = path != NULL ? g_strdup_printf (_("A good copy lies here: %s"), path) : g_strdup (hih_error_get_text (error));
  hih_page_show_sheet (page, hih_text_sheet_new (page, _("Backup"), text));
}

static void
make_backup_cb (GtkWidget *button, gpointer user_data)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (user_data));

  if (records != NULL)
    hih_records_backup_async (records, NULL, NULL, backup_cb, g_object_ref (user_data));
}

static void
quit_cb (GtkWidget *button, gpointer user_data)
{
  gtk_widget_activate_action (user_data, "window.close", NULL);
}

static GtkWidget *
make (HihPage *page)
{
  GtkWidget *line = hih_tiles_new_line (8, FALSE);

  hih_home_add_button (line, page, "lock", _("Other digits for the door"), "home-digits", G_CALLBACK (pin_cb));
  hih_home_add_button (line, page, "doc", _("Make a backup now"), "home-backup", G_CALLBACK (make_backup_cb));
  hih_home_add_button (line, page, "door", _("Close the program"), "home-close", G_CALLBACK (quit_cb));
  return line;
}

const HihHomeSection hih_home_computer = {
  "lock",
  N_("This computer"),
  N_("Digits for the door, a backup, closing the program."),
  make,
};
