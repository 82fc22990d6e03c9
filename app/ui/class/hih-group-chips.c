/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-group-chips.h"

#include "hih-choice.h"
#include "hih-collate.h"
#include "hih-control.h"
#include "hih-people.h"
#include "hih-scroller.h"
#include "hih-tiles.h"

/* In half lines: the half that is seen tells that there are more. */
#define MOST_HALF_LINES 5
#define GAP 8
#define ROOM_FOR_OUTLINE 8 /* of the focus, which the scroller would cut off */

struct _HihGroupChips
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *chips;
  GtkWidget *chosen; /* (nullable): one of the chips */
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihGroupChips, hih_group_chips, GTK_TYPE_WIDGET)

/* After it was laid out; nothing moves when it is in sight. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HihGroupChips *self = HIH_GROUP_CHIPS (widget);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (self->chosen == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (self->chosen) < 1 || !gtk_widget_compute_bounds (self->chosen, self->chips, &bounds))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_clamp_page (down, bounds.origin.y - GAP, bounds.origin.y + bounds.size.height + GAP);
  return G_SOURCE_REMOVE;
}

static void
choose (HihGroupChips *self, GtkWidget *chosen)
{
  hih_choice_mark (self->chips, chosen, "people");
  self->chosen = chosen;
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (chosen), "group"));
}

static void
chip_cb (GtkWidget *chip, gpointer user_data)
{
  choose (user_data, chip);
}

void
hih_group_chips_choose (HihGroupChips *self, const char *group)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->chips);

  while (chip != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (chip), "group"), group) != 0)
    chip = gtk_widget_get_next_sibling (chip);
  g_return_if_fail (chip != NULL);
  choose (self, chip);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

void
hih_group_chips_add (HihGroupChips *self, const char *words, const char *group)
{
  GtkWidget *chip = hih_control_new ("people", words, "chip");

  gtk_widget_set_name (chip, group == NULL ? "group-all" : *group == '\0' ? "group-none" : "group");
  g_object_set_data_full (G_OBJECT (chip), "group", g_strdup (group), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_cb), self, 0);
  hih_tiles_append (HIH_TILES (self->chips), chip);
}

guint
hih_group_chips_add_groups_of (HihGroupChips *self, GPtrArray *people)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < people->len; i++)
    {
      const HihTrainee *trainee = g_ptr_array_index (people, i);

      for (guint g = 0; trainee->groups[g] != NULL; g++)
        {
          if (g_hash_table_add (seen, (gpointer) trainee->groups[g]))
            g_ptr_array_add (groups, (gpointer) trainee->groups[g]);
        }
    }
  hih_collate_sort (groups);
  for (guint i = 0; i < groups->len; i++)
    hih_group_chips_add (self, g_ptr_array_index (groups, i), g_ptr_array_index (groups, i));
  return groups->len;
}

void
hih_group_chips_remove_all (HihGroupChips *self)
{
  self->chosen = NULL;
  hih_tiles_remove_all (HIH_TILES (self->chips));
}

static GtkSizeRequestMode
hih_group_chips_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_group_chips_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  HihGroupChips *self = HIH_GROUP_CHIPS (widget);
  GtkWidget *first = gtk_widget_get_first_child (self->chips);
  int line = 0, least;

  gtk_widget_measure (self->scroller, orientation, for_size, &least, natural, NULL, NULL);
  *minimum = least;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  /* The scroller itself asks as if all chips stood in one line. */
  gtk_widget_measure (self->chips, GTK_ORIENTATION_VERTICAL, for_size, minimum, natural, NULL, NULL);
  if (first != NULL)
    gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  *minimum = *natural = MAX (least, MIN (*natural, (line + GAP) * MOST_HALF_LINES / 2 + ROOM_FOR_OUTLINE));
}

static void
hih_group_chips_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (HIH_GROUP_CHIPS (widget)->scroller, width, height, baseline, NULL);
}

static void
hih_group_chips_dispose (GObject *object)
{
  HihGroupChips *self = HIH_GROUP_CHIPS (object);

  self->chosen = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_group_chips_parent_class)->dispose (object);
}

static void
hih_group_chips_class_init (HihGroupChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_group_chips_dispose;
  widget_class->get_request_mode = hih_group_chips_get_request_mode;
  widget_class->measure = hih_group_chips_measure;
  widget_class->size_allocate = hih_group_chips_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", HIH_TYPE_GROUP_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
hih_group_chips_init (HihGroupChips *self)
{
  self->chips = hih_tiles_new_line (GAP, FALSE);
  gtk_widget_set_margin_top (self->chips, ROOM_FOR_OUTLINE / 2);
  gtk_widget_set_margin_bottom (self->chips, ROOM_FOR_OUTLINE / 2);
  self->scroller = hih_scroller_new (self->chips);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * hih_group_chips_new:
 *
 * Returns: (transfer floating): no chips yet
 */
GtkWidget *
hih_group_chips_new (void)
{
  return g_object_new (HIH_TYPE_GROUP_CHIPS, NULL);
}
