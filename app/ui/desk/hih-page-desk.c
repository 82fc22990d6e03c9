/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's desk: a list at the left, one part at the right. Each part is a file of its own and a line of
 * hih-desk-parts.def; it is made when it is first chosen. */
#include "config.h"

#include "hih-page-desk.h"

#include "hih-control.h"
#include "hih-desk-part.h"
#include "hih-scroller.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* Narrower than this the list stands over the part, in px at the ordinary size of words. */
#define STACK_BELOW 800

static const struct
{
  const char *name; /* of its button, for the tests */
  const char *icon;
  const char *word;
  GtkWidget *(*make) (HihPage *page);
} kinds[] = {
#define HIH_DESK_PART(name, icon, word) { "desk-" #name, icon, word, hih_desk_##name##_new },
#include "hih-desk-parts.def"
#undef HIH_DESK_PART
};

#define N_PARTS G_N_ELEMENTS (kinds)

struct _HihPageDesk
{
  HihPage parent_instance;

  GtkWidget *box;  /* list and part; beside each other, or one over the other */
  GtkWidget *list;
  GtkWidget *buttons[N_PARTS];
  GtkWidget *parts[N_PARTS]; /* NULL until first chosen */
  GtkWidget *place;          /* where the parts stand */
  guint chosen;
};

G_DEFINE_FINAL_TYPE (HihPageDesk, hih_page_desk, HIH_TYPE_PAGE)

static void
choose (HihPageDesk *self, guint chosen)
{
  self->chosen = chosen;
  if (self->parts[chosen] == NULL)
    {
      self->parts[chosen] = kinds[chosen].make (HIH_PAGE (self));
      gtk_box_append (GTK_BOX (self->place), self->parts[chosen]);
    }
  for (guint i = 0; i < N_PARTS; i++)
    {
      hih_control_set_look (HIH_CONTROL (self->buttons[i]), i == chosen ? "chosen" : "plain");
      if (self->parts[i] != NULL)
        gtk_widget_set_visible (self->parts[i], i == chosen);
    }
  hih_desk_part_shown (HIH_DESK_PART (self->parts[chosen]));
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
  HihPageDesk *self = HIH_PAGE_DESK (page);

  choose (self, self->chosen);
  gtk_widget_grab_focus (self->buttons[self->chosen]);
}

static void
hih_page_desk_resized (HihPage *page, int width, int height)
{
  HihPageDesk *self = HIH_PAGE_DESK (page);
  gboolean stacked = width < STACK_BELOW;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_vexpand (self->list, !stacked);
  if (stacked)
    gtk_widget_add_css_class (self->box, "stacked");
  else
    gtk_widget_remove_css_class (self->box, "stacked");
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
  page_class->resized = hih_page_desk_resized;
}

static void
hih_page_desk_init (HihPageDesk *self)
{
}

/* The list: the program's name, a button a part, and the way out at its foot. */
static GtkWidget *
new_list (HihPageDesk *self)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *name = hih_words_new (g_get_application_name (), "section");
  GtkWidget *tiles = hih_tiles_new_columns (120, N_PARTS, 8);
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *leave = hih_control_new ("door", _("Leave"), "plain");

  for (guint i = 0; i < N_PARTS; i++)
    {
      self->buttons[i] = hih_control_new (kinds[i].icon, _(kinds[i].word), "plain");
      hih_control_set_at_start (HIH_CONTROL (self->buttons[i]), TRUE);
      gtk_widget_set_name (self->buttons[i], kinds[i].name);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (part_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), self->buttons[i]);
    }
  hih_control_set_at_start (HIH_CONTROL (leave), TRUE);
  gtk_widget_set_name (leave, "leave");
  g_signal_connect_object (leave, "clicked", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_set_vexpand (room, TRUE);
  gtk_box_append (GTK_BOX (list), name);
  gtk_box_append (GTK_BOX (list), tiles);
  gtk_box_append (GTK_BOX (list), room);
  gtk_box_append (GTK_BOX (list), leave);
  return list;
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

  hih_page_set_title (HIH_PAGE (self), _("The instructor's desk"));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = hih_scroller_new (new_list (self));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "side");
  gtk_widget_add_css_class (self->place, "desk-place");
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_set_vexpand (self->place, TRUE);
  gtk_widget_add_css_class (self->box, "desk");
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->place);
  adw_bin_set_child (ADW_BIN (self), self->box);
  return HIH_PAGE (self);
}
