/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same words in the same dress on every screen of that sort, so that nobody takes it for the real thing. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

#include <glib/gi18n.h>

static const struct
{
  const char *what;
  const char *icon;
  const char *words;
} marks[] = {
  { "payment", "shield-check", N_("Practice: no real money is paid") },
  { "scam", "warning", N_("Fraud drill: not real") },
  { "drill", "shield-check", N_("This is only a drill") },
  { "practice", "shield-check", N_("Only a practice password") },
  { "code", "shield-check", N_("Only a practice code") },
};

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  const char *what = hih_element_get_attribute (node->element, "what");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = hih_element_view_new_label ("mark-words");
  GtkWidget *icon;
  gsize i = 0;

  /* The loader lets no other pass. */
  while (i < G_N_ELEMENTS (marks) - 1 && g_strcmp0 (marks[i].what, what) != 0)
    i++;
  icon = hih_phone_picture_new_icon (marks[i].icon, 30);
  gtk_widget_add_css_class (box, marks[i].what);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  hih_element_view_set_label (label, _(marks[i].words));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
}

const HihElementView hih_element_view_mark = {
  .name = "mark",
  .create = create,
  .update = update,
};
