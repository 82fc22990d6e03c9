/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As on a phone: 1 to 9 in three rows, 0 in the middle below, and beside it what takes the last digit away. */
#include "config.h"

#include "hih-digit-keys.h"

#include "hih-control.h"

#include <glib/gi18n.h>

#define GAP 12

static void
add (GtkEditable *field, const char *digit)
{
  int end = -1;

  gtk_editable_insert_text (field, digit, -1, &end);
  gtk_editable_set_position (field, -1);
}

static void
digit_cb (GtkWidget *key, gpointer field)
{
  add (field, hih_control_get_words (HIH_CONTROL (key)));
}

static void
rub_cb (GtkWidget *key, gpointer field)
{
  int length = (int) g_utf8_strlen (gtk_editable_get_text (field), -1);

  gtk_editable_delete_text (field, MAX (0, length - 1), -1);
}

/**
 * hih_digit_keys_new:
 * @field: an editable that outlives the keys
 *
 * Returns: (transfer floating): twelve places of at least 60 px
 */
GtkWidget *
hih_digit_keys_new (GtkEditable *field)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *rub = hih_control_new ("backspace", _("Delete"), "digit-rub");

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), GAP);
  gtk_grid_set_row_spacing (GTK_GRID (grid), GAP);
  for (int i = 1; i <= 10; i++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", i % 10);
      g_autofree char *name = g_strconcat ("digit-", digit, NULL);
      GtkWidget *key = hih_control_new (NULL, digit, "digit-key");

      gtk_widget_set_name (key, name);
      gtk_widget_set_hexpand (key, TRUE);
      g_signal_connect_object (key, "clicked", G_CALLBACK (digit_cb), field, 0);
      gtk_grid_attach (GTK_GRID (grid), key, i == 10 ? 1 : (i - 1) % 3, (i - 1) / 3, 1, 1);
    }
  hih_control_set_upright (HIH_CONTROL (rub), TRUE);
  gtk_widget_set_name (rub, "rub");
  g_signal_connect_object (rub, "clicked", G_CALLBACK (rub_cb), field, 0);
  gtk_grid_attach (GTK_GRID (grid), rub, 2, 3, 1, 1);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  return grid;
}

/**
 * hih_digit_keys_type:
 *
 * Returns: whether the key was a digit: then it stands in the field
 */
gboolean
hih_digit_keys_type (GtkEditable *field, guint keyval, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  const char digit[] = { (char) c, '\0' };

  if (c < '0' || c > '9' || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  add (field, digit);
  return TRUE;
}
