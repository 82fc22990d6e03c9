/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's desk: a list at the left, one part at the right. Each part is a file of its own. */
#include "config.h"

#include "hih-page-desk.h"

#include "hih-control.h"
#include "hih-desk-home.h"
#include "hih-desk-lessons.h"
#include "hih-desk-people.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define N_PARTS 3

struct _HihPageDesk
{
  HihPage parent_instance;

  GtkWidget *buttons[N_PARTS];
  GtkWidget *parts[N_PARTS];
};

G_DEFINE_FINAL_TYPE (HihPageDesk, hih_page_desk, HIH_TYPE_PAGE)

static const char *icons[N_PARTS] = { "people", "book", "home" };
static const char *names[N_PARTS] = { "desk-people", "desk-lessons", "desk-home" };

static void
choose (HihPageDesk *self, guint chosen)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      hih_control_set_look (HIH_CONTROL (self->buttons[i]), i == chosen ? "chosen" : NULL);
      gtk_widget_set_visible (self->parts[i], i == chosen);
    }
}

static void
part_cb (GtkWidget *button, gpointer user_data)
{
  HihPageDesk *self = user_data;

  for (guint i = 0; i < N_PARTS; i++)
    {
      if (self->buttons[i] == button)
        choose (self, i);
    }
}

static void
leave_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_WHO, NULL);
}

static gboolean
hih_page_desk_go_back (HihPage *page)
{
  hih_page_go_to (page, HIH_PLACE_WHO, NULL);
  return TRUE;
}

static void
hih_page_desk_shown (HihPage *page)
{
  hih_desk_people_reload (HIH_DESK_PEOPLE (HIH_PAGE_DESK (page)->parts[0]));
}

static char *
hih_page_desk_dup_help (HihPage *page)
{
  return g_strdup (_("People: who learns here. Lessons: try one without recording, and say whether its service is still "
                     "in force. This home: digits of the door, backup, leaving the program."));
}

static void
hih_page_desk_class_init (HihPageDeskClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  page_class->shown = hih_page_desk_shown;
  page_class->go_back = hih_page_desk_go_back;
  page_class->dup_help = hih_page_desk_dup_help;
}

static void
hih_page_desk_init (HihPageDesk *self)
{
}

/**
 * hih_page_desk_new:
 *
 * Returns: (transfer floating): the page
 */
HihPage *
hih_page_desk_new (HihContext *context)
{
  HihPageDesk *self = g_object_new (HIH_TYPE_PAGE_DESK, "context", context, NULL);
  const char *words[N_PARTS] = { _("People"), _("Lessons"), _("This home") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *leave = hih_control_new ("door", _("Leave"), NULL);
  GtkWidget *split;

  hih_page_set_title (HIH_PAGE (self), _("The instructor's desk"));
  self->parts[0] = hih_desk_people_new (HIH_PAGE (self));
  self->parts[1] = hih_desk_lessons_new (HIH_PAGE (self));
  self->parts[2] = hih_desk_home_new (HIH_PAGE (self));
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->buttons[i] = hih_control_new (icons[i], words[i], NULL);
      hih_control_set_at_start (HIH_CONTROL (self->buttons[i]), TRUE);
      gtk_widget_set_name (self->buttons[i], names[i]);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (part_cb), self, 0);
      gtk_box_append (GTK_BOX (side), self->buttons[i]);
      gtk_box_append (GTK_BOX (content), self->parts[i]);
    }
  gtk_widget_set_name (leave, "leave");
  g_signal_connect_object (leave, "clicked", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_css_class (side, "side");
  gtk_widget_set_hexpand (content, TRUE);
  split = hih_split_new (side, content, 20, 190);
  hih_split_set_stack_below (HIH_SPLIT (split), 800);
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box),
                  hih_split_new (hih_words_new_heading (_("The instructor's desk"), "title"), leave, 16, 0));
  gtk_box_append (GTK_BOX (box), split);
  hih_page_set_body (HIH_PAGE (self), box);
  choose (self, 0);
  return HIH_PAGE (self);
}
