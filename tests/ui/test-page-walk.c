/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks through every page in a real window, at the sizes and text sizes there are, and looks at every widget: large
 * enough to be tapped, named, its words whole, reachable with Tab, inside the window. The phone inside is walked by its
 * own test. With HIH_WALK_PICTURES=DIR every page is saved as a picture for eyes; HIH_WALK_THEME=dark changes colours.
 */
#include "config.h"

#include "page-house.h"
#include "page-lines.h"

#include "hih-control.h"
#include "hih-film-box.h"
#include "hih-fit.h"
#include "hih-icon.h"
#include "hih-lesson-bars.h"
#include "hih-locale.h"
#include "hih-page-lesson.h"
#include "hih-tour.h"

#define LESSON "video-call"
#define LESSON_WITH_STATUS "health-code"
#define LESSON_WITH_LONG_WAYS "know-the-phone" /* without a phone */

/* What must be seen at once, without scrolling, wherever the words have their usual size and the window is 1024 × 600
 * or more; with larger words, up to most_percent, at 1280 × 800, up to most_small at 1024 × 600. */
typedef struct
{
  const char *place;
  const char *name;
  int most_percent, most_small;
} Sight;

static const Sight sights[] = {
  { "who", "person", 150 },          { "who", "guest", 100 },          { "who", "teacher", 100 },
  { "welcome-1", "next", 200 },      { "welcome-2", "next", 200 },     { "welcome-3", "next", 200 },
  { "lessons", "go-on", 200 },       { "overview", "play", 200 },      { "overview", "strip", 200 },
  { "overview-status", "note", 150 }, { "overview-status", "strip", 200 },
  { "follow", "again", 150 },        { "follow", "show-me", 150 },     { "guided", "again", 150 },
  { "alone", "again", 150 },         { "alone-note", "note", 200 },    { "done", "home", 200 },
  { "done", "print", 200 },          { "done", "next-lesson", 200 },
  { "done", "real-phone", 200, 200 }, { "done", "offline", 100 },      { "door", "enter", 200 },
  { "door", "digit-0", 200 },        { "door", "rub", 200 },
};

typedef struct
{
  House *house;
  GtkWidget *window;
  const char *size; /* such as 1280x800-100 */
  const char *place;
  int width;
  int height;
  int percent;
  int least;
  guint n_buttons;
  GPtrArray *focusable;
} Walk;

G_GNUC_PRINTF (2, 3)
static void
complain (Walk *walk, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s, %s: %s", walk->size, walk->place, words);
  g_test_fail ();
}

static char *
describe (GtkWidget *widget)
{
  return g_strdup_printf ("%s “%s”", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget));
}

/* Whether something around @widget cuts it off to the left or right; scrolling sideways is nobody's job here. */
static void
look_at_sides (Walk *walk, GtkWidget *widget, const char *who)
{
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    {
      graphene_rect_t box;

      if (around != walk->window && !GTK_IS_SCROLLED_WINDOW (around) &&
          gtk_widget_get_overflow (around) != GTK_OVERFLOW_HIDDEN)
        continue;
      g_assert_true (gtk_widget_compute_bounds (widget, around, &box));
      if (box.origin.x < -0.5 || box.origin.x + box.size.width > gtk_widget_get_width (around) + 0.5)
        {
          complain (walk, "%s goes from %.0f to %.0f in a %s %d wide", who, (double) box.origin.x,
                    (double) (box.origin.x + box.size.width), G_OBJECT_TYPE_NAME (around),
                    gtk_widget_get_width (around));
          return;
        }
    }
}

static void
look_at_button (Walk *walk, GtkWidget *button)
{
  g_autofree char *who = describe (button);
  graphene_rect_t bounds;

  walk->n_buttons++;
  g_assert_true (gtk_widget_compute_bounds (button, walk->window, &bounds));
  if (bounds.size.width + 0.5 < walk->least || bounds.size.height + 0.5 < walk->least)
    complain (walk, "%s is only %.0f x %.0f", who, (double) bounds.size.width, (double) bounds.size.height);
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
    complain (walk, "%s has no name", who);
  if (walk->least >= 60 && HIH_IS_CONTROL (button) && !hih_control_has_word (HIH_CONTROL (button)))
    complain (walk, "%s has no word", who);
  look_at_sides (walk, button, who);
}

/* What opens belongs to what follows, and a number that is to be typed is read at one go. */
static void
look_at_line_ends (Walk *walk, const char *text, PangoLayout *layout)
{
  const char *digits = "零一二三四五六七八九";

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL && line->next != NULL; line = line->next)
    {
      const PangoLayoutLine *next = line->next->data;
      const char *begin = text + next->start_index;
      gunichar last, first;

      if (next->start_index <= 0 || *begin == '\0')
        continue;
      last = g_utf8_get_char (g_utf8_prev_char (begin));
      first = g_utf8_get_char (begin);
      if (g_unichar_type (last) == G_UNICODE_INITIAL_PUNCTUATION || g_unichar_type (last) == G_UNICODE_OPEN_PUNCTUATION)
        complain (walk, "a line of “%s” ends with what opens", text);
      if (g_utf8_strchr (digits, -1, last) != NULL && g_utf8_strchr (digits, -1, first) != NULL)
        complain (walk, "a number of “%s” is torn", text);
    }
}

static void
look_at_label (Walk *walk, GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  g_autofree char *flaw = NULL;
  int width, height;

  if (*text == '\0')
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    complain (walk, "“%s” ends in dots", text);
  if (width > gtk_widget_get_width (label) + 1 || height > gtk_widget_get_height (label) + 1)
    complain (walk, "“%s” is cut: needs %d x %d, has %d x %d", text, width, height, gtk_widget_get_width (label),
              gtk_widget_get_height (label));
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
  look_at_sides (walk, label, text);
  look_at_line_ends (walk, text, layout);
  flaw = page_lines_dup_flaw (GTK_LABEL (label));
  if (flaw != NULL)
    complain (walk, "%s", flaw);
}

/* A number in its disc. */
static void
look_at_disc (Walk *walk, GtkWidget *disc)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (disc, disc, &box));
  if (ABS (box.size.width - box.size.height) > 2)
    complain (walk, "the disc “%s” is %.0f x %.0f", gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (disc))),
              (double) box.size.width, (double) box.size.height);
}

/* Icons grow with the words beside them. */
static void
look_at_icon (Walk *walk, GtkWidget *image)
{
  GtkWidget *fit = gtk_widget_get_ancestor (image, HIH_TYPE_FIT);
  int percent = walk->percent * (fit != NULL ? hih_fit_get_percent (HIH_FIT (fit)) : 100) / 100, size;

  gtk_widget_measure (image, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
  if (size * 100 < 18 * percent)
    complain (walk, "the icon %s is only %d px", hih_icon_get (image), size);
}

static void
look (Walk *walk, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || HIH_IS_PHONE_VIEW (widget))
    return;
  if (GTK_IS_BUTTON (widget))
    look_at_button (walk, widget);
  if (GTK_IS_LABEL (widget))
    look_at_label (walk, widget);
  if (gtk_widget_has_css_class (widget, "overview-number"))
    look_at_disc (walk, widget);
  if (GTK_IS_IMAGE (widget) && hih_icon_get (widget) != NULL)
    look_at_icon (walk, widget);
  if ((GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget)) && gtk_widget_is_sensitive (widget))
    g_ptr_array_add (walk->focusable, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look (walk, child);
}

/* Tab visits everything that can be used. Of a long list it comes to the row it was at; the arrows go to the others. */
static void
tab_through (Walk *walk, GtkWidget *page)
{
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);

  gtk_window_set_focus (GTK_WINDOW (walk->window), NULL);
  for (guint i = 0; i < 400 && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD); i++)
    {
      for (GtkWidget *w = gtk_window_get_focus (GTK_WINDOW (walk->window)); w != NULL; w = gtk_widget_get_parent (w))
        g_hash_table_add (visited, w);
    }
  for (guint i = 0; i < walk->focusable->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (walk->focusable, i);
      GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);
      g_autofree char *who = describe (widget);

      if (!g_hash_table_contains (visited, list != NULL ? list : widget))
        complain (walk, "Tab does not reach %s", who);
    }
}

static void
look_for (Walk *walk, const Sight *sight)
{
  GtkWidget *widget = house_find (walk->house, sight->name);
  graphene_rect_t box;

  if (widget == NULL)
    {
      complain (walk, "there is no “%s”", sight->name);
      return;
    }
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    {
      if (around != walk->window && !GTK_IS_SCROLLED_WINDOW (around) &&
          gtk_widget_get_overflow (around) != GTK_OVERFLOW_HIDDEN)
        continue;
      g_assert_true (gtk_widget_compute_bounds (widget, around, &box));
      if (box.origin.y < -0.5 || box.origin.y + box.size.height > gtk_widget_get_height (around) + 0.5)
        complain (walk, "“%s” wants scrolling: from %.0f to %.0f in a %s %d high", sight->name, (double) box.origin.y,
                  (double) (box.origin.y + box.size.height), G_OBJECT_TYPE_NAME (around),
                  gtk_widget_get_height (around));
    }
}

/* The innermost widget that needs more width than there is. */
static GtkWidget *
find_widest (GtkWidget *widget, int width)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int min = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
      if (min + 60 > width)
        return find_widest (child, min);
    }
  return widget;
}

static void
take_picture (Walk *walk)
{
  static guint number;
  const char *dir = g_getenv ("HIH_WALK_PICTURES");
  const char *theme = g_getenv ("HIH_WALK_THEME");
  g_autofree char *file = g_strdup_printf ("%s%s%s-%02u-%s.png", walk->size, theme != NULL ? "-" : "",
                                           theme != NULL ? theme : "", number++ % 100, walk->place);
  g_autofree char *path = NULL;

  if (dir == NULL)
    return;
  g_strdelimit (file, "/", '-');
  path = g_build_filename (dir, file, NULL);
  if (!hih_picture_save (walk->window, path))
    {
      house_settle (walk->house);
      hih_picture_save (walk->window, path);
    }
}

/* Not everybody has an Escape key, and nobody looks for a button that is below the window. */
static gboolean
has_way_out (GtkWidget *widget)
{
  graphene_rect_t box;

  if (GTK_IS_BUTTON (widget) && g_str_has_suffix (gtk_widget_get_name (widget), "-close"))
    return gtk_widget_get_mapped (widget) &&
           gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &box) && box.origin.y >= 0 &&
           box.origin.y + box.size.height <= gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_way_out (child))
        return TRUE;
    }
  return FALSE;
}

static void
look_around (Walk *walk, const char *place, int least)
{
  GtkWidget *page = GTK_WIDGET (hih_window_get_page (walk->house->window));
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (walk->window));
  int needed;

  walk->place = place;
  walk->least = least;
  walk->n_buttons = 0;
  walk->focusable = g_ptr_array_new ();
  house_settle (walk->house);
  take_picture (walk);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  if (gtk_widget_get_height (walk->window) != walk->height)
    complain (walk, "the window is %d high now", gtk_widget_get_height (walk->window));
  if (needed > walk->width || gtk_widget_get_width (walk->window) != walk->width)
    {
      g_autofree char *who = describe (find_widest (content, needed));

      complain (walk, "the page is %d wide, the window %d: %s", needed, gtk_widget_get_width (walk->window), who);
    }
  look (walk, hih_window_has_sheet (walk->house->window) ? content : page);
  if (hih_window_has_sheet (walk->house->window) && !has_way_out (content))
    complain (walk, "the sheet has no way out in sight");
  g_assert_cmpuint (walk->n_buttons, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      int most = walk->width == 1280 ? sights[i].most_percent : walk->width == 1024 ? sights[i].most_small : 0;

      if (strcmp (sights[i].place, place) == 0 && walk->width >= 1024 && walk->percent <= MAX (100, most))
        look_for (walk, &sights[i]);
    }
  if (!hih_window_has_sheet (walk->house->window))
    tab_through (walk, page);
  g_clear_pointer (&walk->focusable, g_ptr_array_unref);
}

static void
walk_before_sitting_down (Walk *walk)
{
  hih_window_begin (walk->house->window, walk->house->context, HIH_PLACE_WELCOME);
  look_around (walk, "welcome-1", 60);
  house_press (walk->house, "next");
  look_around (walk, "welcome-2", 60);
  house_press (walk->house, "next");
  look_around (walk, "welcome-3", 60);
  house_go (walk->house, HIH_PLACE_WHO, NULL);
  house_wait (walk->house, "person");
  look_around (walk, "who", 60);
  house_press (walk->house, "size");
  house_wait (walk->house, "sheet-close");
  look_around (walk, "text-size", 60);
  house_press (walk->house, "sheet-close");
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Folded, the stages have no room. */
static void
go_to_stage (Walk *walk, const char *stage)
{
  house_settle (walk->house);
  if (house_find (walk->house, stage) == NULL)
    house_press (walk->house, "fold");
  house_press (walk->house, stage);
  house_settle (walk->house);
}

/* Narrow, what is to be done stands over a phone that is nearly as wide as the window; it unfolds, and folds again. */
static void
look_at_practice (Walk *walk, const char *place, gboolean begins_folded)
{
  GtkWidget *phone = find_type (walk->window, HIH_TYPE_PHONE_VIEW);

  look_around (walk, place, 60);
  if (walk->width >= 700)
    return;
  if (begins_folded)
    {
      house_press (walk->house, "fold");
      look_around (walk, place, 60);
    }
  if (gtk_widget_get_mapped (phone))
    complain (walk, "the phone stands under what is unfolded");
  house_press (walk->house, "fold");
  look_around (walk, place, 60);
  for (GtkWidget *part = gtk_widget_get_first_child (phone); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      graphene_rect_t box;

      g_assert_true (gtk_widget_compute_bounds (part, walk->window, &box));
      /* Larger words in the strip over it take a little of its width. */
      if (gtk_widget_has_css_class (part, "frame") && box.size.width < (walk->percent == 100 ? 320 : 300))
        complain (walk, "the phone is only %.0f px wide", (double) box.size.width);
    }
}

/* A film has none of the room that large words would take. Where none was made, there is its empty box. */
static void
look_at_film (Walk *walk)
{
  GtkWidget *box = find_type (walk->window, HIH_TYPE_FILM_BOX);
  GtkWidget *picture = GTK_WIDGET (hih_film_box_get_view (HIH_FILM_BOX (box)));
  int width;

  walk->place = "film";
  hih_film_box_set_cover (HIH_FILM_BOX (box), NULL);
  gtk_widget_set_visible (find_type (walk->window, HIH_TYPE_PLAYER_BAR), TRUE);
  house_settle (walk->house);
  take_picture (walk);
  width = MIN (gtk_widget_get_width (picture), gtk_widget_get_height (picture) * 16 / 9);
  if ((walk->width < 700 || walk->percent == 200) && width * 100 < walk->width * (walk->width < 700 ? 97 : 60))
    complain (walk, "the film is only %d px wide", width);
}

static void
walk_lesson (Walk *walk)
{
  House *house = walk->house;

  house_go (house, HIH_PLACE_LESSON, LESSON_WITH_STATUS);
  house_wait (house, "play");
  look_around (walk, "overview-status", 60);
  house_go (house, HIH_PLACE_LESSON, LESSON);
  house_wait (house, "play");
  look_around (walk, "overview", 60);
  house_press (house, "play");
  look_around (walk, "watch", 60);
  /* Only a film has captions; where none was made the phone itself plays. */
  if (house_find (house, "caption-look") != NULL)
    {
      house_press (house, "caption-look");
      look_around (walk, "captions", 60);
      house_press (house, "sheet-close");
    }
  go_to_stage (walk, "stage-follow");
  look_at_practice (walk, "follow", TRUE);
  go_to_stage (walk, "stage-guided");
  look_at_practice (walk, "guided", TRUE);
  go_to_stage (walk, "stage-alone");
  look_at_practice (walk, "alone", FALSE);
  house_press (house, "help");
  look_around (walk, "alone-note", 60);
  house_go (house, HIH_PLACE_LESSON, LESSON_WITH_STATUS); /* where nothing was begun */
  house_wait (house, "play");
  look_at_film (walk);
}

/* The sections of "This home" that are pages of their own. */
static const char *sections[] = {
#define HIH_HOME_SECTION(name) "home-" #name,
#include "hih-home-sections.def"
#undef HIH_HOME_SECTION
};

static void
walk_pages (gconstpointer data)
{
  Walk walk = { .size = data };
  const char *theme = g_getenv ("HIH_WALK_THEME");
  HihPlace done = { .kind = HIH_PLACE_DONE, .id = LESSON, .able = TRUE };

  g_assert_cmpint (sscanf (data, "%dx%d/%d", &walk.width, &walk.height, &walk.percent), ==, 3);
  walk.house = house_new (walk.width, walk.height, walk.percent, theme != NULL ? theme : "light");
  walk.window = GTK_WIDGET (walk.house->window);
  walk_before_sitting_down (&walk);
  house_sit_down (walk.house);
  look_around (&walk, "lessons", 60);
  house_go (walk.house, HIH_PLACE_TOPIC, "family");
  house_wait (walk.house, "lesson");
  look_around (&walk, "topic", 60);
  walk_lesson (&walk);
  hih_window_go (walk.house->window, &done);
  look_around (&walk, "done", 60);
  done.id = LESSON_WITH_LONG_WAYS;
  hih_window_go (walk.house->window, &done);
  look_around (&walk, "done", 60);
  house_go (walk.house, HIH_PLACE_DOOR, NULL);
  look_around (&walk, "door", 60);
  if (strcmp (hih_locale_get_language (), "zh_CN") != 0)
    {
      house_free (walk.house); /* what a trainee sees */
      return;
    }
  house_go (walk.house, HIH_PLACE_DESK, NULL);
  house_wait (walk.house, "today-home");
  look_around (&walk, "desk-today", 44);
  house_press (walk.house, "desk-people");
  house_wait (walk.house, "person-row");
  look_around (&walk, "desk-people", 44);
  house_press (walk.house, "people-several");
  house_press (walk.house, "people-all");
  look_around (&walk, "desk-several", 44);
  house_press (walk.house, "people-into");
  house_wait (walk.house, "group-new");
  look_around (&walk, "desk-group", 44);
  house_press (walk.house, "group-close");
  house_press (walk.house, "people-several");
  house_press (walk.house, "person-row");
  house_wait (walk.house, "person-keep");
  look_around (&walk, "desk-person", 44);
  house_press (walk.house, "person-helps");
  house_wait (walk.house, "helps-close");
  look_around (&walk, "desk-helps", 44);
  house_press (walk.house, "helps-close");
  house_press (walk.house, "desk-progress");
  house_wait (walk.house, "matrix-list");
  look_around (&walk, "desk-progress", 44);
  house_press (walk.house, "matrix-list");
  house_wait (walk.house, "practise");
  look_around (&walk, "desk-one-person", 44);
  house_press (walk.house, "person-back");
  house_press (walk.house, "desk-lessons");
  look_around (&walk, "desk-lessons", 44);
  house_press (walk.house, "desk-home");
  look_around (&walk, "desk-home", 44);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      house_press (walk.house, sections[i]);
      house_wait (walk.house, "home-back");
      look_around (&walk, sections[i], 44);
      house_press (walk.house, "home-back");
      house_wait (walk.house, sections[i]);
    }
  house_free (walk.house);
}

static gboolean
has_bar (GtkWidget *widget)
{
  if (ADW_IS_HEADER_BAR (widget))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_bar (child))
        return TRUE;
    }
  return FALSE;
}

/* Nobody manages windows on the tests' display, as in a kiosk: the page has the whole height. */
static void
test_no_bar (void)
{
  House *house = house_new (1280, 800, 100, "light");

  hih_window_set_bare (house->window, FALSE);
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_wait (house, "person");
  house_settle (house);
  g_assert_false (has_bar (GTK_WIDGET (house->window)));
  house_free (house);
}

int
main (int argc, char **argv)
{
  static const char *sizes[] = { "360x740/100",   "360x740/200",   "1024x600/100",
                                 "1024x600/150",  "1024x600/200", "1280x800/100",  "1280x800/150",
                                 "1280x800/200",  "1920x1080/100", "1920x1080/200" };
  gboolean is_chinese = argc < 2 || argv[1][0] == '-';

  house_test_init_in (is_chinese ? "zh_CN" : argv[1], &argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/pages/", sizes[i], NULL);

      /* In another language: where words are largest and the room is least. */
      if (is_chinese || g_str_equal (sizes[i], "360x740/200") || g_str_equal (sizes[i], "1024x600/200"))
        g_test_add_data_func (path, sizes[i], walk_pages);
    }
  if (is_chinese)
    g_test_add_func ("/ui/bar/none-without-window-manager", test_no_bar);
  return g_test_run ();
}
