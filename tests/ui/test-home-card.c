/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The local card is filled in once and told as a lesson's way without a phone; an empty one leaves no trace. */
#include "config.h"

#include "page-house.h"

#include "hih-card.h"
#include "hih-local-way.h"
#include "hih-locale.h"
#include "hih-notice.h"

#include <string.h>

#define LESSON "health-code"
#define NUMBER "021-5550 0126"

/* All that stands in labels of that name, a line each. */
static void
collect (GtkWidget *widget, const char *name, GString *words)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, name, words);
}

static char *
tell_local_way (House *house)
{
  GString *words = g_string_new (NULL);

  house_go (house, HIH_PLACE_WHO, NULL);
  house_sit_down (house);
  house_go (house, HIH_PLACE_DONE, LESSON);
  house_settle (house);
  collect (GTK_WIDGET (house->window), "local-way", words);
  return g_string_free (words, FALSE);
}

static void
write_into (House *house, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (house_wait (house, name)), text);
}

static void
test_filled_once (void)
{
  House *house = house_new (1280, 800, 100, "light");
  g_autofree char *empty = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *notice = NULL;

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  empty = tell_local_way (house);
  g_assert_cmpstr (empty, ==, "");
  house_go (house, HIH_PLACE_DESK, NULL);
  house_press (house, "desk-home");
  house_press (house, "home-local");
  write_into (house, "card-place", "一楼服务台");
  write_into (house, "card-phone", NUMBER);
  house_press (house, "card-health-code-retired");
  write_into (house, "card-since-health-code", "2022-12-13");
  /* Whoever leaves without a tap on "keep" has meant it all the same. */
  house_press (house, "home-back");
  while (*hih_home_card_get_since (hih_context_get_home_card (house->context), "health-code") == '\0')
    g_main_context_iteration (NULL, TRUE);
  filled = tell_local_way (house);
  g_assert_nonnull (strstr (filled, "一楼服务台"));
  g_assert_nonnull (strstr (filled, NUMBER));
  g_assert_nonnull (strstr (filled, "2022-12-13"));
  /* Of whom to ask is told before anybody says yes. */
  notice = hih_notice_dup_text (house->context, HIH_NOTICE);
  g_assert_nonnull (strstr (notice, NUMBER));
  g_assert_null (strstr (notice, "{"));
  house_free (house);
}

/* Digit by digit, as it is read aloud. */
static void
test_spelt (void)
{
  g_autofree char *spelt = hih_local_way_spell ("021-5550");

  g_assert_cmpstr (spelt, ==, "0 2 1- 5 5 5 0");
}

static gboolean
holds (const graphene_rect_t *whole, const graphene_rect_t *part)
{
  const float x = part->origin.x - whole->origin.x, y = part->origin.y - whole->origin.y, rounding = 0.1f;

  return x >= -rounding && x + part->size.width <= whole->size.width + rounding && y >= -rounding &&
         y + part->size.height <= whole->size.height + rounding;
}

/* Of every card to take home: what is to be touched, with its ring, is whole in the picture of its step. */
static void
test_pieces (void)
{
  House *house = house_new (1280, 800, 100, "light");
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (house->context));
  HihCardWho who = { NULL };
  guint n = 0;

  for (guint t = 0; t < topics->len; t++)
    {
      GPtrArray *lessons = ((HihTopic *) topics->pdata[t])->lessons;

      for (guint l = 0; l < lessons->len; l++)
        {
          g_autoptr (HihCardSteps) card = hih_card_steps_new (lessons->pdata[l], "zh_CN", &who);
          graphene_rect_t piece, target;

          for (guint i = 1; hih_card_steps_draw_next (card); i++)
            {
              if (!hih_card_steps_get_piece (card, &piece, &target))
                continue;
              n++;
              if (!holds (&piece, &target))
                g_error ("%s, picture %u: of %g × %g at %g, %g only what is in %g × %g at %g, %g is seen",
                         hih_lesson_get_id (lessons->pdata[l]), i, target.size.width, target.size.height, target.origin.x,
                         target.origin.y, piece.size.width, piece.size.height, piece.origin.x, piece.origin.y);
            }
        }
    }
  g_assert_cmpuint (n, >, 50);
  house_free (house);
}

/* What was kept is only told when nothing newer stands there. */
static void
test_kept_is_all_of_it (void)
{
  House *house = house_new (1280, 800, 100, "light");

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  house_press (house, "desk-home");
  house_press (house, "home-local");
  house_press (house, "card-health-code-retired");
  write_into (house, "card-since-health-code", "2022-12-13");
  while (!g_str_equal (hih_home_card_get_status (hih_context_get_home_card (house->context), "health-code"), "retired"))
    g_main_context_iteration (NULL, TRUE);
  house_settle (house);
  g_assert_cmpstr (hih_home_card_get_since (hih_context_get_home_card (house->context), "health-code"), ==, "");
  g_assert_null (house_find (house, "card-kept"));
  house_press (house, "card-keep");
  house_wait (house, "card-kept");
  g_assert_cmpstr (hih_home_card_get_since (hih_context_get_home_card (house->context), "health-code"), ==, "2022-12-13");
  house_free (house);
}

int
main (int argc, char **argv)
{
  hih_locale_init ("zh_CN");
  gtk_disable_setlocale ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/home-card/filled-once", test_filled_once);
  g_test_add_func ("/ui/home-card/kept-is-all-of-it", test_kept_is_all_of_it);
  g_test_add_func ("/ui/home-card/spelt", test_spelt);
  g_test_add_func ("/ui/home-card/pieces", test_pieces);
  return g_test_run ();
}
