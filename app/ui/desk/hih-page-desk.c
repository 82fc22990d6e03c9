/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's desk: a list at the left, one part at the right. Each part is a file of its own and a line of
 * hih-desk-parts.def; it is made when it is first chosen. Up and Down go through the list, Right and F6 lead into the
 * part, F6 leads back. */
#include "config.h"

#include "hih-page-desk.h"

#include "hih-classes.h"
#include "hih-control.h"
#include "hih-desk-part.h"
#include "hih-footed.h"
#include "hih-scroller.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* Narrower than this the list stands over the part, in px. There it may take a third of the height and scrolls. */
#define STACK_BELOW 800
#define STACKED_SHARE 3
#define STACKED_LEAST 200 /* what a list with a foot asks for at least */
#define STACKED_MARGINS 16
#define SIDE_SHARE 0.4
/* Lower than this the list stands closer together, so that its foot is in sight without scrolling; over the part always. */
#define TIGHT_BELOW 680
#define GAP 8
#define SHED_US 4000 /* in one turn of the main loop, of a part that goes */
#define TIGHT_GAP 2

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
  GtkWidget *side;   /* the list, and its foot that stays in sight */
  GtkWidget *list;
  GtkWidget *inside; /* of the list: head and tiles; when stacked the foot too, for there is no room to keep it apart */
  GtkWidget *head;   /* whose desk it is; left out when stacked */
  GtkWidget *home;   /* its name */
  GtkWidget *tiles;  /* the parts' buttons */
  GtkWidget *foot;   /* what leads away from the desk */
  GtkWidget *buttons[N_PARTS];
  GtkWidget *parts[N_PARTS]; /* NULL until first chosen */
  GtkWidget *place;          /* where the parts stand */
  GtkWidget *class;          /* begins a class, or goes on with the one that is open */
  char *open;                /* (nullable): the open class's id */
  guint chosen;
  char *first;               /* (nullable): what is to be open when it is shown */
  gboolean stacked; /* the list stands over the part */
  HihPlaceKind going;
  guint leaving; /* source */
};

G_DEFINE_FINAL_TYPE (HihPageDesk, hih_page_desk, HIH_TYPE_PAGE)

/* Where the list scrolls, the part that is open is in sight. */
static gboolean
show_chosen_cb (gpointer user_data)
{
  HihPageDesk *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->list));
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (self->list) && gtk_widget_compute_bounds (self->buttons[self->chosen], self->inside, &bounds))
    gtk_adjustment_clamp_page (adjustment, MAX (0, bounds.origin.y - GAP), bounds.origin.y + bounds.size.height + GAP);
  return G_SOURCE_REMOVE;
}

/* When everything has its place. */
static void
show_chosen (HihPageDesk *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
choose (HihPageDesk *self, guint chosen)
{
  self->chosen = chosen;
  if (self->parts[chosen] == NULL)
    {
      self->parts[chosen] = kinds[chosen].make (HIH_PAGE (self));
      gtk_box_append (GTK_BOX (self->place), self->parts[chosen]);
      hih_desk_part_set_stacked (HIH_DESK_PART (self->parts[chosen]), self->stacked);
    }
  for (guint i = 0; i < N_PARTS; i++)
    {
      hih_control_set_look (HIH_CONTROL (self->buttons[i]), i == chosen ? "chosen" : "plain");
      if (self->parts[i] != NULL)
        gtk_widget_set_visible (self->parts[i], i == chosen);
    }
  hih_desk_part_shown (HIH_DESK_PART (self->parts[chosen]));
  show_chosen (self);
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

/* Which part @path ("home", or "home/backups": a section of it, which the part opens itself) is in; N_PARTS: none. */
static guint
find_part (const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", 2);
  guint i;

  for (i = 0; i < N_PARTS && !g_str_equal (kinds[i].name + strlen ("desk-"), names[0]); i++)
    ;
  return i;
}

static void
open_section (HihPageDesk *self, const char *path)
{
  const char *section = strchr (path, '/');

  if (section != NULL)
    gtk_widget_activate_action (self->parts[self->chosen], "part.section", "s", section + 1);
}

static void
go_to_part (HihPageDesk *self, const char *path)
{
  guint i = find_part (path);

  if (i == N_PARTS)
    return;
  choose (self, i);
  gtk_widget_grab_focus (self->buttons[i]);
  open_section (self, path);
}

static void
go_to_part_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_to_part (HIH_PAGE_DESK (widget), g_variant_get_string (parameter, NULL));
}

/* Something it shows is other now. */
static void
refresh_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose (HIH_PAGE_DESK (widget), HIH_PAGE_DESK (widget)->chosen);
}

static void
go_to_person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HihPageDesk *self = HIH_PAGE_DESK (widget);
  const char *id, *lesson;
  HihId trainee;

  g_variant_get (parameter, "(&s&s)", &id, &lesson);
  if (!hih_id_parse (&trainee, id))
    return;
  go_to_part (self, "progress");
  hih_desk_part_open_person (HIH_DESK_PART (self->parts[self->chosen]), &trainee, lesson);
}

/* What stands in all of the parts is more than can go in one turn of the main loop: each goes by itself, its long list row by
 * row before it, and the one that is seen last. */
static gboolean
leave_part_cb (gpointer user_data)
{
  HihPageDesk *self = user_data;

  for (guint n = 1; n <= N_PARTS && gtk_widget_get_root (user_data) != NULL; n++)
    {
      GtkWidget **part = &self->parts[(self->chosen + n) % N_PARTS];
      gint64 end = g_get_monotonic_time () + SHED_US;

      if (*part == NULL)
        continue;
      while (hih_desk_part_shed (HIH_DESK_PART (*part)))
        {
          if (g_get_monotonic_time () > end)
            return G_SOURCE_CONTINUE;
        }
      gtk_box_remove (GTK_BOX (self->place), g_steal_pointer (part));
      return G_SOURCE_CONTINUE;
    }
  self->leaving = 0;
  if (gtk_widget_get_root (user_data) != NULL)
    hih_page_go_to (HIH_PAGE (self), self->going, self->going == HIH_PLACE_CLASS ? self->open : NULL);
  return G_SOURCE_REMOVE;
}

static void
leave_for (HihPageDesk *self, HihPlaceKind kind)
{
  self->going = kind;
  if (self->leaving == 0)
    self->leaving = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_part_cb, g_object_ref (self), g_object_unref);
}

static void
class_cb (GtkWidget *button, gpointer user_data)
{
  HihPageDesk *self = user_data;

  leave_for (self, self->open != NULL ? HIH_PLACE_CLASS : HIH_PLACE_CLASS_START);
}

/* A class that was not ended, perhaps as the current went, is gone on with. */
static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihClassSession) class = hih_records_get_class_finish (HIH_RECORDS (source), result, &error);
  char id[HIH_ID_STRING_LENGTH + 1];

  if (!hih_page_check (HIH_PAGE (self), error))
    return;
  g_clear_pointer (&self->open, g_free);
  if (class != NULL)
    {
      hih_id_to_string (&class->session, id);
      self->open = g_strdup (id);
    }
  hih_control_set_words (HIH_CONTROL (self->class), class != NULL ? _("Go on with the class") : _("Start a class"));
  hih_control_set_look (HIH_CONTROL (self->class), class != NULL ? "primary" : "plain");
}

static void
leave_cb (GtkWidget *button, gpointer user_data)
{
  leave_for (user_data, HIH_PLACE_WHO);
}

static gboolean
hih_page_desk_go_back (HihPage *page)
{
  leave_for (HIH_PAGE_DESK (page), HIH_PLACE_WHO);
  return TRUE;
}

static void
hih_page_desk_shown (HihPage *page)
{
  HihPageDesk *self = HIH_PAGE_DESK (page);
  HihRecords *records = hih_context_get_records (hih_page_get_context (page));

  choose (self, self->chosen);
  if (records != NULL)
    hih_records_get_class_async (records, NULL, hih_page_get_cancellable (page), open_cb, g_object_ref (self));
  gtk_widget_grab_focus (self->buttons[self->chosen]);
  if (self->first != NULL)
    open_section (self, self->first);
}

/* The buttons of the list from top to bottom. */
static GPtrArray *
collect_buttons (HihPageDesk *self)
{
  GPtrArray *buttons = g_ptr_array_new ();

  for (guint i = 0; i < N_PARTS; i++)
    g_ptr_array_add (buttons, self->buttons[i]);
  for (GtkWidget *button = gtk_widget_get_first_child (self->foot); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    g_ptr_array_add (buttons, button);
  return buttons;
}

/* Where the focus goes from @at in the list; -1: nowhere. */
static int
get_target (guint keyval, guint at, guint n)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
      return at > 0 ? (int) at - 1 : -1;
    case GDK_KEY_Down:
      return at + 1 < n ? (int) at + 1 : -1;
    case GDK_KEY_Home:
      return 0;
    case GDK_KEY_End:
      return (int) n - 1;
    default:
      return -1;
    }
}

static gboolean
key_in_list (HihPageDesk *self, guint keyval)
{
  g_autoptr (GPtrArray) buttons = collect_buttons (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint at;
  int target;

  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_F6)
    return self->parts[self->chosen] != NULL && gtk_widget_child_focus (self->parts[self->chosen], GTK_DIR_TAB_FORWARD);
  if (!g_ptr_array_find (buttons, focus, &at) || (target = get_target (keyval, at, buttons->len)) < 0)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (buttons, target));
}

static gboolean
hih_page_desk_key (HihPage *page, guint keyval, GdkModifierType state)
{
  HihPageDesk *self = HIH_PAGE_DESK (page);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if ((gtk_widget_get_state_flags (self->side) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return key_in_list (self, keyval);
  return keyval == GDK_KEY_F6 && gtk_widget_grab_focus (self->buttons[self->chosen]);
}

/* What the list needs over the part, but never so much that the part is pushed away; a row cut in its middle says that
 * there are more. */
static int
get_stacked_height (HihPageDesk *self, int width, int height)
{
  int needed = 0, most = MAX (height / STACKED_SHARE, STACKED_LEAST), row = 0;

  gtk_widget_measure (self->inside, GTK_ORIENTATION_VERTICAL, MAX (1, width - STACKED_MARGINS), NULL, &needed, NULL, NULL);
  gtk_widget_measure (self->buttons[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &row, NULL, NULL);
  if (needed > most)
    most = most / (row + TIGHT_GAP) * (row + TIGHT_GAP) + row / 2;
  return MAX (1, MIN (needed, most));
}

/* Beside the part the foot stays under the list; over the part it is the list's last line. */
static void
place_foot (HihPageDesk *self, gboolean stacked)
{
  GtkWidget *parent = gtk_widget_get_parent (self->foot);
  GtkWidget *wanted = stacked ? self->inside : self->side;

  if (parent == wanted)
    return;
  g_object_ref (self->foot);
  if (parent == self->inside)
    gtk_box_remove (GTK_BOX (self->inside), self->foot);
  else
    hih_footed_set_foot (HIH_FOOTED (self->side), NULL);
  if (stacked)
    gtk_box_append (GTK_BOX (self->inside), self->foot);
  else
    hih_footed_set_foot (HIH_FOOTED (self->side), self->foot);
  g_object_unref (self->foot);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Beside the part the list is as wide as its words: of a share of the window it is sure. The parts come before whose desk it is:
 * the head is there when it pushes none of them out of sight. */
static void
fit_side (HihPageDesk *self, int width, int height)
{
  int natural = 0, needed = 0;

  gtk_widget_set_visible (self->head, TRUE);
  gtk_widget_set_size_request (self->side, -1, -1);
  gtk_widget_measure (self->side, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  natural = MIN (natural, (int) (width * SIDE_SHARE));
  gtk_widget_measure (self->side, GTK_ORIENTATION_VERTICAL, natural, NULL, &needed, NULL, NULL);
  gtk_widget_set_size_request (self->side, natural, -1);
  set_class (self->box, "headless", needed > height);
  gtk_widget_set_visible (self->head, needed <= height);
}

static void
hih_page_desk_resized (HihPage *page, int width, int height)
{
  HihPageDesk *self = HIH_PAGE_DESK (page);
  gboolean stacked = width < STACK_BELOW, tight = stacked || height < TIGHT_BELOW;

  set_class (self->box, "tight", tight);
  hih_tiles_set_max_columns (HIH_TILES (self->tiles), stacked ? N_PARTS : 1);
  hih_tiles_set_max_columns (HIH_TILES (self->foot), stacked ? 4 : 1);
  hih_tiles_set_gap (HIH_TILES (self->tiles), tight ? TIGHT_GAP : GAP);
  hih_tiles_set_gap (HIH_TILES (self->foot), tight ? TIGHT_GAP : GAP);
  place_foot (self, stacked);
  if (stacked)
    {
      gtk_widget_set_visible (self->head, FALSE);
      gtk_widget_set_size_request (self->side, -1, -1);
      set_class (self->box, "headless", FALSE);
    }
  else
    fit_side (self, width, height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->list),
                                              stacked ? get_stacked_height (self, width, height) : -1);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_vexpand (self->side, !stacked);
  set_class (self->box, "stacked", stacked);
  self->stacked = stacked;
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (self->parts[i] != NULL)
        hih_desk_part_set_stacked (HIH_DESK_PART (self->parts[i]), stacked);
    }
  show_chosen (self);
}

static char *
hih_page_desk_dup_help (HihPage *page)
{
  return g_strdup (_("Today: what is to be done first. People: who learns here, one by one or many at once. Reports: tables "
                     "to keep or to print. Lessons: try one without recording, and say whether its service is still in "
                     "force. This home: digits of the door, backup, leaving the program."));
}

static void
hih_page_desk_finalize (GObject *object)
{
  g_free (HIH_PAGE_DESK (object)->open);
  g_free (HIH_PAGE_DESK (object)->first);
  G_OBJECT_CLASS (hih_page_desk_parent_class)->finalize (object);
}

static void
hih_page_desk_class_init (HihPageDeskClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_page_desk_finalize;
  page_class->shown = hih_page_desk_shown;
  page_class->go_back = hih_page_desk_go_back;
  page_class->dup_help = hih_page_desk_dup_help;
  page_class->key = hih_page_desk_key;
  page_class->resized = hih_page_desk_resized;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "desk.part", "s", go_to_part_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "desk.person", "(ss)", go_to_person_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "desk.refresh", NULL, refresh_cb);
}

static void
hih_page_desk_init (HihPageDesk *self)
{
}

static void
home_name_cb (HihSettings *settings, const char *key, gpointer user_data)
{
  HihPageDesk *self = user_data;
  g_autofree char *home = hih_settings_dup_string (settings, key);

  gtk_label_set_label (GTK_LABEL (self->home), home);
  gtk_widget_set_visible (self->home, *home != '\0');
}

/* Whose desk it is: the program's name, and the home's under it when it was told. */
static GtkWidget *
new_head (HihPageDesk *self)
{
  HihSettings *settings = hih_context_get_settings (hih_page_get_context (HIH_PAGE (self)));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->home = hih_words_new ("", "soft");
  gtk_widget_add_css_class (head, "side-head");
  gtk_box_append (GTK_BOX (head), hih_words_new (g_get_application_name (), "section"));
  gtk_box_append (GTK_BOX (head), self->home);
  g_signal_connect_object (settings, "changed::" HIH_SETTING_HOME_NAME, G_CALLBACK (home_name_cb), self, 0);
  home_name_cb (settings, HIH_SETTING_HOME_NAME, self);
  return head;
}

static GtkWidget *
new_list_button (HihPageDesk *self, const char *icon, const char *words, const char *name, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, "plain");

  hih_control_set_at_start (HIH_CONTROL (button), TRUE);
  gtk_widget_set_name (button, name);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

/* The list: whose desk it is, a button a part, and at its foot the class and the ways out. */
static void
make_side (HihPageDesk *self)
{
  self->inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  self->tiles = hih_tiles_new_columns (100, N_PARTS, GAP);
  self->head = new_head (self);
  self->foot = hih_tiles_new_columns (100, 4, GAP);
  gtk_widget_add_css_class (self->foot, "side-foot");
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->buttons[i] = new_list_button (self, kinds[i].icon, _(kinds[i].word), kinds[i].name, G_CALLBACK (part_cb));
      hih_tiles_append (HIH_TILES (self->tiles), self->buttons[i]);
    }
  self->class = new_list_button (self, "raise", _("Start a class"), "class-start", G_CALLBACK (class_cb));
  gtk_widget_set_sensitive (self->class, hih_context_get_records (hih_page_get_context (HIH_PAGE (self))) != NULL);
  hih_tiles_append (HIH_TILES (self->foot), self->class);
  hih_tiles_append (HIH_TILES (self->foot),
                    new_list_button (self, "door", _("Hand over to trainees"), "leave", G_CALLBACK (leave_cb)));
  gtk_box_append (GTK_BOX (self->inside), self->head);
  gtk_box_append (GTK_BOX (self->inside), self->tiles);
  self->list = hih_scroller_new (self->inside);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->list), TRUE);
  self->side = hih_footed_new (self->list);
  hih_footed_set_foot (HIH_FOOTED (self->side), self->foot);
  gtk_widget_add_css_class (self->side, "side");
}

/**
 * hih_page_desk_new:
 * @part: (nullable): which part is open at first, as in hih-desk-parts.def; of home also a section, "home/backups"
 *
 * Returns: (transfer floating): the page
 */
HihPage *
hih_page_desk_new (HihContext *context, const char *part)
{
  HihPageDesk *self = g_object_new (HIH_TYPE_PAGE_DESK, "context", context, NULL);

  hih_page_set_title (HIH_PAGE (self), _("The instructor's desk"));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  make_side (self);
  gtk_widget_add_css_class (self->place, "desk-place");
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_set_vexpand (self->place, TRUE);
  gtk_widget_add_css_class (self->box, "desk");
  gtk_box_append (GTK_BOX (self->box), self->side);
  gtk_box_append (GTK_BOX (self->box), self->place);
  adw_bin_set_child (ADW_BIN (self), self->box);
  if (part != NULL && find_part (part) < N_PARTS)
    self->chosen = find_part (part);
  self->first = g_strdup (part);
  return HIH_PAGE (self);
}
