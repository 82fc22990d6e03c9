/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of digits and the keys for it. What was typed is known only by the brain; the keys tell it the whole anew. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-pad.h"
#include "hih-phone-pane.h"

#include <glib/gi18n.h>

#define TYPED "hih-typed"
#define CONTEXT "hih-context"
#define PLACEHOLDER "hih-placeholder"
#define N_DOTS 6

typedef struct
{
  const char *look;
  const char *keys[13];
} Look;

static const Look looks[] = {
  { "dial", { "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#", NULL } },
  { "pin", { "1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", HIH_ELEMENT_PAD_BACK, NULL } },
  { "id", { "1", "2", "3", "4", "5", "6", "7", "8", "9", "X", "0", HIH_ELEMENT_PAD_BACK, NULL } },
  { "amount", { "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", HIH_ELEMENT_PAD_BACK, NULL } },
};

static const Look *
get_look (const HihSceneNode *node)
{
  const char *look = hih_element_get_attribute (node->element, "look");

  for (guint i = 0; look != NULL && i < G_N_ELEMENTS (looks); i++)
    {
      if (g_str_equal (looks[i].look, look))
        return &looks[i];
    }
  return &looks[0];
}

static void
type (GtkWidget *widget, const char *key)
{
  const char *typed = g_object_get_data (G_OBJECT (widget), TYPED);
  g_autofree char *longer = hih_element_pad_dup_typed (typed != NULL ? typed : "", key);

  hih_element_context_act (g_object_get_data (G_OBJECT (widget), CONTEXT), HIH_GESTURE_TYPE,
                           hih_element_view_get_widget_target (widget), longer);
}

/* The keyboard of the computer types too, while one of the keys has the focus. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const Look *look = g_object_get_data (G_OBJECT (widget), "look");
  char digit[2] = { 0 };

  if (keyval == GDK_KEY_BackSpace)
    {
      type (widget, HIH_ELEMENT_PAD_BACK);
      return GDK_EVENT_STOP;
    }
  digit[0] = g_ascii_toupper ((char) (gdk_keyval_to_unicode (keyval) & 0x7f));
  if (digit[0] == '\0' || !g_strv_contains ((const char *const *) look->keys, digit))
    return GDK_EVENT_PROPAGATE;
  type (widget, digit);
  return GDK_EVENT_STOP;
}

/* Six boxes, filled by dots: nobody beside reads along. */
static GtkWidget *
create_dots (GtkWidget *box)
{
  GtkWidget *dots = hih_phone_pane_new (HIH_PANE_ROW, "pin-dots", 8);

  gtk_widget_set_halign (dots, GTK_ALIGN_CENTER);
  for (int i = 0; i < N_DOTS; i++)
    {
      GtkWidget *cell = gtk_label_new ("");

      gtk_widget_add_css_class (cell, "pin-cell");
      gtk_widget_add_css_class (cell, "boxed");
      gtk_widget_set_parent (cell, dots);
    }
  hih_element_view_keep (box, "dots", dots);
  return dots;
}

static GtkWidget *
create_line (GtkWidget *box, const Look *look)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *digits = hih_element_view_new_label ("pad-digits");

  gtk_widget_add_css_class (line, "pad-line");
  gtk_widget_set_hexpand (digits, TRUE);
  gtk_label_set_xalign (GTK_LABEL (digits), 0.5f);
  gtk_label_set_justify (GTK_LABEL (digits), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (line), digits);
  if (g_str_equal (look->look, "dial"))
    {
      GtkWidget *back = hih_element_pad_new_key (HIH_ELEMENT_PAD_BACK, type, box);

      gtk_widget_add_css_class (back, "line-key");
      gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), back);
      hih_element_view_keep (box, "back", back);
    }
  else
    gtk_widget_add_css_class (line, "boxed");
  hih_element_view_keep (box, "digits", digits);
  return line;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  const Look *look = get_look (node);
  gboolean secret = g_str_equal (look->look, "pin");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *pad = hih_element_pad_new (look->keys, type, box);
  GtkWidget *title = hih_element_view_new_label ("pad-title");
  GtkWidget *words = hih_element_view_new_label ("pad-words");
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (box, look->look);
  gtk_label_set_xalign (GTK_LABEL (title), 0.5f);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (words), 0.5f);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words); /* in the title's place */
  gtk_box_append (GTK_BOX (box), secret ? create_dots (box) : create_line (box, look));
  gtk_box_append (GTK_BOX (box), pad);
  g_object_set_data (G_OBJECT (box), "look", (gpointer) look);
  g_object_set_data_full (G_OBJECT (box), CONTEXT, g_object_ref (context), g_object_unref);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (box, keys);
  hih_element_view_keep (box, HIH_ELEMENT_VIEW_RING, pad);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "words", words);
  return box;
}

/* As it is printed on the card: place, birthday, the rest. */
static char *
dup_grouped (const char *digits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; digits[i] != '\0'; i++)
    {
      if (i == 6 || i == 14)
        g_string_append (text, "\u2002");
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_shown (const Look *look, const char *typed)
{
  if (g_str_equal (look->look, "id"))
    return dup_grouped (typed);
  return g_str_equal (look->look, "amount") && *typed != '\0' ? g_strconcat ("¥ ", typed, NULL) : g_strdup (typed);
}

static void
update_dots (GtkWidget *dots, const char *typed)
{
  guint n = (guint) strlen (typed), i = 0;
  g_autofree char *said = g_strdup_printf (ngettext ("%u digit of 6", "%u digits of 6", n), n);

  for (GtkWidget *cell = gtk_widget_get_first_child (dots); cell != NULL; cell = gtk_widget_get_next_sibling (cell), i++)
    {
      gtk_label_set_label (GTK_LABEL (cell), i < n ? "●" : "");
      hih_element_view_set_class (cell, "next", i == n);
    }
  hih_element_view_set_name (dots, said, NULL);
}

static void
update_line (GtkWidget *widget, const char *typed)
{
  GtkWidget *digits = hih_element_view_part (widget, "digits");
  GtkWidget *back = hih_element_view_part (widget, "back");
  g_autofree char *shown = dup_shown (g_object_get_data (G_OBJECT (widget), "look"), typed);
  gboolean empty = *typed == '\0';

  gtk_label_set_label (GTK_LABEL (digits), empty ? g_object_get_data (G_OBJECT (widget), PLACEHOLDER) : shown);
  hih_element_view_set_class (digits, "empty", empty);
  hih_element_view_set_class (digits, "long", strlen (typed) > 13);
  if (back != NULL)
    gtk_widget_set_visible (back, !empty);
}

static const char *
get_typed (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), TYPED);
}

static void
show_typed (GtkWidget *widget, const char *typed)
{
  GtkWidget *dots = hih_element_view_part (widget, "dots");

  if (dots != NULL)
    update_dots (dots, typed);
  else
    update_line (widget, typed);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  gboolean wrong = g_strcmp0 (node->value, "wrong") == 0;
  const char *typed = wrong || node->value == NULL ? "" : node->value;
  const char *words = hih_element_view_get_subtitle (context, node);

  g_object_set_data_full (G_OBJECT (widget), TYPED, g_strdup (typed), g_free);
  g_object_set_data_full (G_OBJECT (widget), PLACEHOLDER, g_strdup (hih_element_context_pick_text (context, node->placeholder)), g_free);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), wrong ? "" : hih_element_view_get_title (context, node));
  hih_element_view_set_label (hih_element_view_part (widget, "words"),
                              !wrong ? "" : *words != '\0' ? words : _("That is another number. Type it once more."));
  hih_element_view_set_class (widget, "again", wrong);
  show_typed (widget, typed);
}

const HihElementView hih_element_view_keypad = {
  .name = "keypad",
  .create = create,
  .update = update,
  .get_typed = get_typed,
  .show_typed = show_typed,
};
