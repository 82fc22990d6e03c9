/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What helps one person: the desk's switches are kept, and the pages of whoever sits down are as they were switched. */
#include "config.h"

#include "page-house.h"

#include "hih-control.h"
#include "hih-page-lesson.h"
#include "hih-phone-stage.h"
#include "hih-tour.h"

#define LESSON "video-call"
#define LARGER 76

typedef struct
{
  House *house;
  HihTrainee *trainee; /* borrowed from the list */
  GPtrArray *people;
} Sitter;

static void
open_house (Sitter *sitter, const char *size)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  int width, height;

  g_assert_cmpint (sscanf (size, "%dx%d", &width, &height), ==, 2);
  sitter->house = house_new (width, height, 100, "light");
  hih_records_list_trainees_async (sitter->house->records, NULL, NULL, hih_records_wait_cb, &wait);
  sitter->people = hih_records_list_trainees_finish (sitter->house->records, hih_records_wait (&wait), NULL);
  g_assert_cmpuint (sitter->people->len, >, 0);
  sitter->trainee = g_ptr_array_index (sitter->people, 0);
  hih_window_begin (sitter->house->window, sitter->house->context, HIH_PLACE_WHO);
}

static void
close_house (Sitter *sitter)
{
  g_ptr_array_unref (sitter->people);
  house_free (sitter->house);
}

static void
set_pref (Sitter *sitter, HihPref pref, int value)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_records_set_pref_async (sitter->house->records, &sitter->trainee->id, pref, value, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_set_pref_finish (sitter->house->records, hih_records_wait (&wait), NULL));
}

static HihPrefs
get_prefs (Sitter *sitter, guint person)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihTrainee *trainee = g_ptr_array_index (sitter->people, person);
  HihPrefs prefs;

  hih_records_get_prefs_async (sitter->house->records, &trainee->id, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_get_prefs_finish (sitter->house->records, hih_records_wait (&wait), &prefs, NULL));
  return prefs;
}

static void
sit_down (Sitter *sitter)
{
  HihPlace place = { .kind = HIH_PLACE_LESSONS, .trainee = sitter->trainee, .fresh = TRUE };

  hih_window_go (sitter->house->window, &place);
  house_wait (sitter->house, "go-on");
}

/* The first time for this person: it begins with the overview. */
static void
open_lesson (Sitter *sitter)
{
  house_go (sitter->house, HIH_PLACE_LESSON, LESSON);
  house_wait (sitter->house, "play");
}

static void
begin_stage (Sitter *sitter, const char *stage)
{
  /* Narrow, the stages unfold over the phone. */
  if (house_find (sitter->house, stage) == NULL)
    {
      house_wait (sitter->house, "fold");
      house_press (sitter->house, "fold");
    }
  house_press (sitter->house, stage);
  house_settle (sitter->house);
}

static HihPhoneView *
get_view (Sitter *sitter)
{
  return hih_page_lesson_get_view (HIH_PAGE_LESSON (hih_window_get_page (sitter->house->window)));
}

/* The desk. */

typedef struct
{
  const char *name;
  HihPref pref;
  int first;
  int then;
} SwitchCase;

static const SwitchCase switch_cases[] = {
  { "helps-voice", HIH_PREF_VOICE, 0, 1 },
  { "helps-pace", HIH_PREF_VOICE_PACE_PERCENT, 75, 100 },
  { "helps-guard", HIH_PREF_TAP_GUARD_MS, 500, 300 },
  { "helps-targets", HIH_PREF_LARGER_TARGETS, 1, 0 },
  { "helps-calm", HIH_PREF_CALM_MOTION, 1, 0 },
  { "helps-left", HIH_PREF_LEFT_HAND, 1, 0 },
  { "helps-errorless", HIH_PREF_ERRORLESS, 1, 0 },
  { "helps-sounds", HIH_PREF_SOUTHERN_SOUNDS, 1, 0 },
};

static void
open_sheet (Sitter *sitter)
{
  house_go (sitter->house, HIH_PLACE_DESK, NULL);
  house_press (sitter->house, "desk-people");
  gtk_editable_set_text (GTK_EDITABLE (house_wait (sitter->house, "people-search")), sitter->trainee->name);
  house_wait (sitter->house, "person-row");
  house_settle (sitter->house);
  house_press (sitter->house, "person-row");
  house_press (sitter->house, "person-helps");
  house_wait (sitter->house, "helps-close");
}

/* Kept at once, of this one person; pressed again all is as it was. */
static void
test_switches (void)
{
  Sitter sitter;

  open_house (&sitter, "1280x800");
  open_sheet (&sitter);
  for (guint i = 0; i < G_N_ELEMENTS (switch_cases); i++)
    {
      const SwitchCase *one = &switch_cases[i];
      GtkWidget *button = house_wait (sitter.house, one->name);
      g_autofree char *before = g_strdup (hih_control_get_words (HIH_CONTROL (button)));

      g_test_message ("%s", one->name);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      house_press (sitter.house, one->name);
      g_assert_cmpint (get_prefs (&sitter, 0).values[one->pref], ==, one->first);
      g_assert_cmpint (get_prefs (&sitter, 1).set, ==, 0);
      g_assert_cmpstr (hih_control_get_words (HIH_CONTROL (button)), !=, before);
      house_press (sitter.house, one->name);
      g_assert_cmpint (get_prefs (&sitter, 0).values[one->pref], ==, one->then);
      g_assert_cmpstr (hih_control_get_words (HIH_CONTROL (button)), ==, before);
    }
  close_house (&sitter);
}

/* Opened anew the sheet says what was kept; the desk itself keeps its own size of words. */
static void
test_opened_again (void)
{
  Sitter sitter;
  g_autofree char *off = NULL;

  open_house (&sitter, "1280x800");
  open_sheet (&sitter);
  off = g_strdup (hih_control_get_words (HIH_CONTROL (house_wait (sitter.house, "helps-left"))));
  house_press (sitter.house, "helps-left");
  house_press (sitter.house, "size-200");
  house_press (sitter.house, "helps-close");
  g_assert_cmpint (get_prefs (&sitter, 0).values[HIH_PREF_TEXT_SIZE_PERCENT], ==, 200);
  g_assert_cmpint (hih_theme_get_text_percent (hih_window_get_theme (sitter.house->window)), ==, 100);
  open_sheet (&sitter);
  g_assert_cmpstr (hih_control_get_words (HIH_CONTROL (house_wait (sitter.house, "helps-left"))), !=, off);
  sit_down (&sitter);
  g_assert_cmpint (hih_theme_get_text_percent (hih_window_get_theme (sitter.house->window)), ==, 200);
  close_house (&sitter);
}

/* Tab comes to everything in the sheet. */
static void
test_keyboard (void)
{
  Sitter sitter;
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  GtkWidget *sheet;

  open_house (&sitter, "1024x600");
  open_sheet (&sitter);
  sheet = gtk_widget_get_parent (gtk_widget_get_parent (house_wait (sitter.house, "helps-close")));
  /* Tab goes by the places; before the first layout nothing has one. */
  house_settle (sitter.house);
  gtk_window_set_focus (GTK_WINDOW (sitter.house->window), NULL);
  for (guint i = 0; i < 40 && gtk_widget_child_focus (sheet, GTK_DIR_TAB_FORWARD); i++)
    g_hash_table_add (visited, gtk_window_get_focus (GTK_WINDOW (sitter.house->window)));
  for (guint i = 0; i < G_N_ELEMENTS (switch_cases); i++)
    g_assert_true (g_hash_table_contains (visited, house_wait (sitter.house, switch_cases[i].name)));
  g_assert_true (g_hash_table_contains (visited, house_wait (sitter.house, "size-150")));
  g_assert_true (g_hash_table_contains (visited, house_wait (sitter.house, "helps-close")));
  close_house (&sitter);
}

/* Left hand. */

static graphene_rect_t
get_bounds (Sitter *sitter, GtkWidget *widget)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (sitter->house->window), &box));
  return box;
}

#define AIR 8 /* px between the phone and the window's edge (look/README.md) */

static void
assert_places (Sitter *sitter, gboolean left_hand)
{
  static const char *const row[] = { "back", "repeat", "help", "next" };
  graphene_rect_t phone = get_bounds (sitter, GTK_WIDGET (get_view (sitter)));
  float width = (float) gtk_widget_get_width (GTK_WIDGET (sitter->house->window));

  if (left_hand)
    g_assert_cmpfloat_with_epsilon (phone.origin.x + phone.size.width, width - AIR, 1);
  else
    g_assert_cmpfloat_with_epsilon (phone.origin.x, AIR, 1);
  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    {
      graphene_rect_t box = get_bounds (sitter, house_wait (sitter->house, row[i]));

      if (left_hand)
        g_assert_cmpfloat (box.origin.x + box.size.width, <=, phone.origin.x + 1);
      else
        g_assert_cmpfloat (box.origin.x, >=, phone.origin.x + phone.size.width - 1);
      /* The order stays: what a hand has learnt to find is found. */
      if (i > 0)
        g_assert_cmpfloat (box.origin.x, >, get_bounds (sitter, house_wait (sitter->house, row[i - 1])).origin.x);
    }
}

static void
test_left_hand (gconstpointer size)
{
  static const char *const stages[] = { "stage-follow", "stage-guided", "stage-alone" };
  float room = 0;

  for (guint left = 0; left < 2; left++)
    {
      Sitter sitter;
      float stages_x = 0;

      open_house (&sitter, size);
      set_pref (&sitter, HIH_PREF_LEFT_HAND, (int) left);
      sit_down (&sitter);
      open_lesson (&sitter);
      for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
        {
          float x;

          begin_stage (&sitter, stages[i]);
          assert_places (&sitter, left == 1);
          /* No less for the keys of its side, and a ring around them. */
          if (left == 0)
            room = get_bounds (&sitter, GTK_WIDGET (get_view (&sitter))).size.width;
          g_assert_cmpfloat_with_epsilon (get_bounds (&sitter, GTK_WIDGET (get_view (&sitter))).size.width, room, 0.5);
          x = get_bounds (&sitter, house_wait (sitter.house, "stage-follow")).origin.x;
          if (i > 0)
            g_assert_cmpfloat_with_epsilon (x, stages_x, 0.5);
          stages_x = x;
        }
      close_house (&sitter);
    }
}

/* Calm motion. */

static GtkWidget *
find_stage (GtkWidget *root)
{
  if (HIH_IS_PHONE_STAGE (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_stage (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_animations (Sitter *sitter)
{
  gboolean enabled = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (sitter->house->window)), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

/* Whether the phone slides when another screen comes. */
static gboolean
slides (Sitter *sitter)
{
  g_autoptr (HihGesture) unlock = hih_gesture_new (HIH_GESTURE_SWIPE_UP, "system/unlock", NULL);
  HihPageLesson *page;
  HihPhone *phone;

  open_lesson (sitter);
  begin_stage (sitter, "stage-guided");
  page = HIH_PAGE_LESSON (hih_window_get_page (sitter->house->window));
  phone = hih_practice_get_phone (hih_page_lesson_get_practice (page));
  g_assert_cmpstr (hih_phone_state_get_app (hih_phone_get_state (phone)), ==, "system");
  hih_phone_act (phone, unlock);
  g_assert_cmpstr (hih_phone_state_get_app (hih_phone_get_state (phone)), ==, "home");
  return hih_phone_stage_is_sliding (HIH_PHONE_STAGE (find_stage (GTK_WIDGET (get_view (sitter)))));
}

static void
test_calm (void)
{
  Sitter sitter;

  open_house (&sitter, "1280x800");
  sit_down (&sitter);
  g_assert_true (has_animations (&sitter));
  g_assert_true (slides (&sitter));
  sitter.trainee = g_ptr_array_index (sitter.people, 1); /* the first would go on where they were */
  set_pref (&sitter, HIH_PREF_CALM_MOTION, 1);
  sit_down (&sitter);
  g_assert_false (has_animations (&sitter));
  g_assert_false (slides (&sitter));
  /* Whoever comes next has the movements again. */
  house_go (sitter.house, HIH_PLACE_WHO, NULL);
  g_assert_true (has_animations (&sitter));
  close_house (&sitter);
}

/* Larger targets. */

static void
look (Sitter *sitter, GtkWidget *widget, const char *place)
{
  if (!gtk_widget_get_mapped (widget) || HIH_IS_PHONE_VIEW (widget))
    return;
  if (GTK_IS_BUTTON (widget))
    {
      graphene_rect_t box = get_bounds (sitter, widget);

      if (box.size.width + 0.5f < LARGER || box.size.height + 0.5f < LARGER)
        {
          g_test_message ("%s: “%s” is %.0f x %.0f", place, gtk_widget_get_name (widget), (double) box.size.width,
                          (double) box.size.height);
          g_test_fail ();
        }
      if (box.origin.x < -0.5f || box.origin.x + box.size.width > (float) gtk_widget_get_width (GTK_WIDGET (sitter->house->window)) + 0.5f)
        {
          g_test_message ("%s: “%s” goes from %.0f to %.0f", place, gtk_widget_get_name (widget), (double) box.origin.x,
                          (double) (box.origin.x + box.size.width));
          g_test_fail ();
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look (sitter, child, place);
}

static void
look_around (Sitter *sitter, const char *place)
{
  const char *dir = g_getenv ("HIH_WALK_PICTURES");

  house_settle (sitter->house);
  look (sitter, GTK_WIDGET (sitter->house->window), place);
  if (dir != NULL)
    {
      g_autofree char *file = g_strdup_printf ("larger-%d-%s.png", gtk_widget_get_width (GTK_WIDGET (sitter->house->window)), place);
      g_autofree char *path = g_build_filename (dir, file, NULL);

      hih_picture_save (GTK_WIDGET (sitter->house->window), path);
    }
}

static void
test_larger (gconstpointer size)
{
  Sitter sitter;
  HihPlace done = { .kind = HIH_PLACE_DONE, .id = LESSON, .able = TRUE };

  open_house (&sitter, size);
  set_pref (&sitter, HIH_PREF_LARGER_TARGETS, 1);
  set_pref (&sitter, HIH_PREF_LEFT_HAND, 1);
  sit_down (&sitter);
  look_around (&sitter, "lessons");
  house_go (sitter.house, HIH_PLACE_TOPIC, "family");
  look_around (&sitter, "topic");
  open_lesson (&sitter);
  look_around (&sitter, "overview");
  house_press (sitter.house, "play");
  look_around (&sitter, "watch");
  begin_stage (&sitter, "stage-follow");
  look_around (&sitter, "follow");
  begin_stage (&sitter, "stage-alone");
  look_around (&sitter, "alone");
  hih_window_go (sitter.house->window, &done);
  look_around (&sitter, "done");
  close_house (&sitter);
}

int
main (int argc, char **argv)
{
  static const char *const wide[] = { "1280x800", "1024x600" };
  static const char *const all[] = { "1920x1080", "1280x800", "1024x600", "360x740" };

  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/profile/switches", test_switches);
  g_test_add_func ("/ui/profile/opened-again", test_opened_again);
  g_test_add_func ("/ui/profile/keyboard", test_keyboard);
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/profile/left-hand/", wide[i], NULL);

      g_test_add_data_func (path, wide[i], test_left_hand);
    }
  g_test_add_func ("/ui/profile/calm", test_calm);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/profile/larger/", all[i], NULL);

      g_test_add_data_func (path, all[i], test_larger);
    }
  return g_test_run ();
}
