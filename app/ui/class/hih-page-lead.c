/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A class that goes on. What a tap on a person means is chosen once, then it is one tap a person: raise and lower
 * hands, tick the real phone, or take somebody back who was marked by mistake. Whoever is not here yet stands below; a
 * tap lets them in. When the class is over the same page sums it up.
 */
#include "config.h"

#include "hih-page-lead.h"

#include "hih-chooser.h"
#include "hih-class-end.h"
#include "hih-class-side.h"
#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-focus.h"
#include "hih-person-sheet.h"
#include "hih-person-tile.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* The people's part of the width, in thousandths; less where the cards beside them need more. */
#define SHARE 740
#define SMALL_SHARE 670
#define SMALL_WIDTH 1200
/* px: lower than this there is no room for a button a meaning in words of this size. */
#define LOW 760
#define LARGE_PERCENT 150

typedef enum
{
  MEANS_HAND,
  MEANS_ALONE,
  MEANS_WITH_HELP,
  MEANS_NOT_YET,
  MEANS_AWAY,
  N_MEANS
} Means;

static const struct
{
  const char *name;
  const char *icon;
  const char *word;
  const char *hint;
  HihRealPhone tick;
} meanings[N_MEANS] = {
  { "means-hand", "raise", N_ ("Hand up"), N_ ("Tap whoever has a hand up."), HIH_REAL_PHONE_UNKNOWN },
  { "means-alone", "star", N_ ("Real phone: alone"), N_ ("Tap whoever did it alone on the real phone."),
    HIH_REAL_PHONE_ALONE },
  { "means-help", "people", N_ ("Real phone: with help"), N_ ("Tap whoever did it with help on the real phone."),
    HIH_REAL_PHONE_WITH_HELP },
  { "means-not-yet", "hourglass", N_ ("Real phone: not yet"), N_ ("Tap whoever cannot do it on the real phone yet."),
    HIH_REAL_PHONE_NOT_YET },
  { "means-away", "x", N_ ("Not here"), N_ ("Tap whoever was marked by mistake."), HIH_REAL_PHONE_UNKNOWN },
};

struct _HihPageLead
{
  HihPage parent_instance;

  char *session;
  HihClassKeeper *keeper;
  Means means;
  const char *words[N_MEANS + 1]; /* of each; NULL-ended */

  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *going; /* while it goes on */
  GtkWidget *over;  /* afterwards */
  GtkWidget *summary;
  GtkWidget *line; /* of them; in its place, where they would take the room of the people: */
  GtkWidget *chooser;
  GtkWidget *meanings[N_MEANS];
  GtkWidget *hint;
  GtkWidget *here;
  GtkWidget *away;
  GtkWidget *away_title;
  GtkWidget *project;
  GtkWidget *end;
};

G_DEFINE_FINAL_TYPE (HihPageLead, hih_page_lead, HIH_TYPE_PAGE)

static void
tap (HihPageLead *self, const HihClassPerson *person)
{
  if (!person->at.here)
    hih_class_keeper_attend (self->keeper, &person->trainee->id, TRUE);
  else if (self->means == MEANS_AWAY)
    hih_class_keeper_attend (self->keeper, &person->trainee->id, FALSE);
  else if (self->means == MEANS_HAND)
    hih_class_keeper_turn_hand (self->keeper, person);
  else
    hih_class_keeper_tick (self->keeper, person, meanings[self->means].tick);
}

static void
person_cb (GtkWidget *tile, gpointer user_data)
{
  HihPageLead *self = user_data;
  const HihId *id = &hih_person_tile_get_trainee (HIH_PERSON_TILE (tile))->id;
  GPtrArray *lists[] = { hih_class_keeper_get_here (self->keeper), hih_class_keeper_get_away (self->keeper) };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (guint j = 0; j < lists[i]->len; j++)
        {
          const HihClassPerson *person = g_ptr_array_index (lists[i], j);

          if (hih_id_equal (&person->trainee->id, id))
            {
              tap (self, person);
              return;
            }
        }
    }
}

static void
show_person (GtkWidget *tile, const HihClassPerson *person)
{
  const char *icons[4] = { NULL };
  const char *words[4] = { NULL };
  g_autofree char *elsewhere = hih_class_dup_elsewhere (&person->at);
  guint n = 0;

  if (person->trainee->consent == HIH_CONSENT_WITHDRAWN)
    {
      /* Who was marked before may still be taken out. */
      hih_person_tile_set_not_noted (HIH_PERSON_TILE (tile), person->at.here);
      return;
    }
  if (person->at.here && person->at.hand)
    {
      icons[n] = "raise";
      words[n++] = C_ ("hand", "Ready");
    }
  if (person->at.here && person->at.real_phone != HIH_REAL_PHONE_UNKNOWN)
    {
      icons[n] = hih_real_phone_get_icon (person->at.real_phone);
      words[n++] = hih_real_phone_get_words (person->at.real_phone);
    }
  else if (person->at.here && elsewhere != NULL)
    {
      /* Only told: a tap notes today's. */
      icons[n] = hih_real_phone_get_icon (person->at.elsewhere);
      words[n++] = elsewhere;
    }
  if (person->at.here && person->at.late)
    {
      icons[n] = "clock";
      words[n++] = _ ("Came late");
    }
  hih_person_tile_set_state (HIH_PERSON_TILE (tile), person->at.here && person->at.hand, NULL, icons, words);
}

/* Tiles stay as long as they are the same people: who goes through them by key keeps their place. */
static void
fill (HihPageLead *self, GtkWidget *tiles, GPtrArray *people)
{
  GtkWidget *tile = gtk_widget_get_first_child (tiles);
  guint i = 0;

  while (tile != NULL && i < people->len &&
         hih_id_equal (&hih_person_tile_get_trainee (HIH_PERSON_TILE (tile))->id,
                       &((HihClassPerson *) g_ptr_array_index (people, i))->trainee->id))
    {
      tile = gtk_widget_get_next_sibling (tile);
      i++;
    }
  if (tile != NULL || i < people->len)
    {
      hih_tiles_remove_all (HIH_TILES (tiles));
      for (i = 0; i < people->len; i++)
        {
          tile = hih_person_tile_new (((HihClassPerson *) g_ptr_array_index (people, i))->trainee);
          g_signal_connect_object (tile, "clicked", G_CALLBACK (person_cb), self, 0);
          hih_tiles_append (HIH_TILES (tiles), tile);
        }
    }
  tile = gtk_widget_get_first_child (tiles);
  for (i = 0; tile != NULL; i++, tile = gtk_widget_get_next_sibling (tile))
    show_person (tile, g_ptr_array_index (people, i));
}

static void
show_facts (HihPageLead *self, const HihClassSession *class)
{
  HihLesson *lesson =
      hih_catalogue_find (hih_context_get_catalogue (hih_page_get_context (HIH_PAGE (self))), class->lesson);
  const char *language = hih_context_get_language (hih_page_get_context (HIH_PAGE (self)));
  g_autofree char *time = hih_class_dup_time (class->begun_at_ms);
  g_autofree char *here =
      g_strdup_printf (ngettext ("%u person is here", "%u people are here", class->n_here), class->n_here);
  /* translators: an hour, such as 9:16 */
  g_autofree char *since = *time != '\0' ? g_strdup_printf (_ ("since %s"), time) : NULL;
  const char *facts[] = { here, *class->group != '\0' ? class->group : since, *class->group != '\0' ? since : NULL,
                          NULL };
  g_autofree char *text = g_strjoinv (" · ", (char **) facts);

  gtk_label_set_label (GTK_LABEL (self->title),
                       lesson != NULL ? hih_text_get (hih_lesson_get_title (lesson), language) : class->lesson);
  gtk_label_set_label (GTK_LABEL (self->facts), text);
  gtk_widget_set_sensitive (self->project, lesson != NULL);
}

static void
changed_cb (HihClassKeeper *keeper, gpointer user_data)
{
  HihPageLead *self = user_data;
  const HihClassSession *class = hih_class_keeper_get_class (keeper);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  GPtrArray *away = hih_class_keeper_get_away (keeper);
  gboolean was_over = gtk_widget_get_visible (self->over);

  show_facts (self, class);
  fill (self, self->here, hih_class_keeper_get_here (keeper));
  fill (self, self->away, away);
  gtk_widget_set_visible (self->away_title, away->len > 0);
  gtk_widget_set_visible (self->away, away->len > 0);
  gtk_widget_set_visible (self->going, !class->ended);
  gtk_widget_set_visible (self->over, class->ended);
  gtk_widget_set_visible (self->project, !class->ended);
  gtk_widget_set_visible (self->end, !class->ended);
  if (class->ended)
    {
      g_autofree char *summary = hih_class_dup_summary (keeper);

      gtk_label_set_label (GTK_LABEL (self->summary), summary);
    }
  if (window != NULL && (was_over != class->ended || gtk_window_get_focus (GTK_WINDOW (window)) == NULL))
    gtk_widget_child_focus (class->ended ? self->over : self->going, GTK_DIR_TAB_FORWARD);
}

static void
trouble_cb (HihClassKeeper *keeper, GError *error, gpointer user_data)
{
  hih_error_log (error);
  hih_page_show_sheet (user_data, hih_text_sheet_new (user_data, _ ("One moment"), hih_error_get_text (error)));
}

static void
choose (HihPageLead *self, Means means)
{
  self->means = means;
  for (guint i = 0; i < N_MEANS; i++)
    {
      hih_control_set_look (HIH_CONTROL (self->meanings[i]), i == means ? "chosen" : NULL);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->meanings[i]), GTK_ACCESSIBLE_STATE_PRESSED,
                                   i == means ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
  hih_chooser_set (HIH_CHOOSER (self->chooser), (const char *const *) self->words, means);
  gtk_label_set_label (GTK_LABEL (self->hint), _ (meanings[means].hint));
}

static void
chosen_cb (HihChooser *chooser, guint means, gpointer user_data)
{
  choose (user_data, means);
}

static void
means_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLead *self = user_data;

  for (guint i = 0; i < N_MEANS; i++)
    {
      if (self->meanings[i] == button)
        choose (self, i);
    }
}

static void
other_cb (HihTrainee *trainee, gpointer user_data)
{
  HihPageLead *self = user_data;

  if (trainee->consent == HIH_CONSENT_WITHDRAWN)
    {
      hih_page_show_sheet (HIH_PAGE (self),
                           hih_text_sheet_new (HIH_PAGE (self), trainee->name,
                                               _ ("Not noted: consent was withdrawn. They learn along all the same.")));
      return;
    }
  hih_class_keeper_attend (self->keeper, &trainee->id, TRUE);
  hih_page_close_sheet (HIH_PAGE (self));
}

static void
others_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLead *self = user_data;
  GPtrArray *others = hih_class_keeper_get_others (self->keeper);

  if (others->len > 0)
    hih_person_sheet_show (HIH_PAGE (self), _ ("Who has come?"), others, NULL, other_cb, self);
  else
    hih_page_show_sheet (HIH_PAGE (self), hih_text_sheet_new (HIH_PAGE (self), _ ("Who has come?"),
                                                              _ ("Everybody is on this page already.")));
}

static void
end_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLead *self = user_data;

  if (hih_class_keeper_get_class (self->keeper) != NULL)
    hih_class_end_show (HIH_PAGE (self), self->keeper);
}

static void
go_on_cb (GtkWidget *button, gpointer user_data)
{
  hih_class_keeper_go_on (HIH_PAGE_LEAD (user_data)->keeper);
}

static void
project_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_PROJECTOR, HIH_PAGE_LEAD (user_data)->session);
}

static void
hih_page_lead_shown (HihPage *page)
{
  hih_class_keeper_load (HIH_PAGE_LEAD (page)->keeper);
}

/* The class goes on; the desk offers to go on with it. */
static gboolean
hih_page_lead_go_back (HihPage *page)
{
  hih_page_go_to (page, HIH_PLACE_DESK, NULL);
  return TRUE;
}

static void
desk_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_lead_go_back (user_data);
}

static void
hih_page_lead_resized (HihPage *page, int width, int height)
{
  HihPageLead *self = HIH_PAGE_LEAD (page);
  gboolean low = height < LOW && hih_page_get_text_percent (page) >= LARGE_PERCENT;

  hih_split_set_share (HIH_SPLIT (self->going), width < SMALL_WIDTH ? SMALL_SHARE : SHARE);
  hih_focus_set_visible (self->line, !low);
  hih_focus_set_visible (self->chooser, low);
}

static char *
hih_page_lead_dup_help (HihPage *page)
{
  return g_strdup (
      _ ("First choose what a tap means, then tap the people. Everything is kept at once: after a power cut the desk "
         "offers to go on with the class."));
}

static void
hih_page_lead_dispose (GObject *object)
{
  HihPageLead *self = HIH_PAGE_LEAD (object);

  g_clear_object (&self->keeper);
  g_clear_pointer (&self->session, g_free);
  G_OBJECT_CLASS (hih_page_lead_parent_class)->dispose (object);
}

static void
hih_page_lead_class_init (HihPageLeadClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_page_lead_dispose;
  page_class->shown = hih_page_lead_shown;
  page_class->go_back = hih_page_lead_go_back;
  page_class->dup_help = hih_page_lead_dup_help;
  page_class->resized = hih_page_lead_resized;
}

static void
hih_page_lead_init (HihPageLead *self)
{
}

static GtkWidget *
new_button (HihPageLead *self, const char *name, const char *icon, const char *words, const char *classes,
            GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, classes);

  gtk_widget_set_name (button, name);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
new_people (HihPageLead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *others =
      new_button (self, "class-others", "plus", _ ("Somebody else has come"), NULL, G_CALLBACK (others_cb));

  self->line = hih_tiles_new_columns (120, N_MEANS, 8);
  hih_tiles_set_by_need (HIH_TILES (self->line), TRUE);
  self->chooser = hih_chooser_new (HIH_PAGE (self), "means", "raise", _ ("What does a tap mean?"));
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_widget_set_visible (self->chooser, FALSE);
  for (guint i = 0; i < N_MEANS; i++)
    {
      self->words[i] = _ (meanings[i].word);
      self->meanings[i] =
          new_button (self, meanings[i].name, meanings[i].icon, _ (meanings[i].word), "compact", G_CALLBACK (means_cb));
      hih_tiles_append (HIH_TILES (self->line), self->meanings[i]);
    }
  self->hint = hih_words_new ("", "soft");
  self->here = hih_tiles_new_columns (170, 6, 8);
  self->away = hih_tiles_new_columns (170, 6, 8);
  hih_tiles_set_kept_columns (HIH_TILES (self->here), TRUE);
  hih_tiles_set_kept_columns (HIH_TILES (self->away), TRUE);
  self->away_title = hih_words_new_heading (_ ("Not here yet: a tap when they come"), "section");
  gtk_widget_set_halign (others, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->line);
  gtk_box_append (GTK_BOX (box), self->chooser);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), self->here);
  gtk_box_append (GTK_BOX (box), self->away_title);
  gtk_box_append (GTK_BOX (box), self->away);
  gtk_box_append (GTK_BOX (box), others);
  return box;
}

static GtkWidget *
new_over (HihPageLead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *buttons = hih_tiles_new_line (12, FALSE);

  self->summary = hih_words_new ("", "name");
  gtk_widget_set_name (self->summary, "class-summary");
  hih_tiles_append (HIH_TILES (buttons),
                    new_button (self, "class-desk", "check", _ ("Back to the desk"), "primary", G_CALLBACK (desk_cb)));
  hih_tiles_append (HIH_TILES (buttons),
                    new_button (self, "class-go-on", "undo", _ ("Go on after all"), NULL, G_CALLBACK (go_on_cb)));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("The class is over."), "section"));
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/**
 * hih_page_lead_new:
 *
 * Returns: (transfer floating) (nullable): the page
 */
HihPage *
hih_page_lead_new (HihContext *context, const char *session)
{
  HihPageLead *self;
  GtkWidget *box, *texts, *buttons, *split;
  HihId id;

  if (session == NULL || !hih_id_parse (&id, session))
    return NULL;
  self = g_object_new (HIH_TYPE_PAGE_LEAD, "context", context, NULL);
  self->session = g_strdup (session);
  self->keeper = hih_class_keeper_new (context, &id);
  hih_page_set_title (HIH_PAGE (self), _ ("The class"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_widget_add_css_class (GTK_WIDGET (self), "lead");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = hih_words_new_heading ("", "title");
  self->facts = hih_words_new ("", "soft");
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->facts);
  buttons = hih_tiles_new_line (12, TRUE);
  self->project =
      new_button (self, "class-project", "fullscreen", _ ("On the projector"), "outlined", G_CALLBACK (project_cb));
  hih_tiles_append (HIH_TILES (buttons), new_button (self, "back", "back", _ ("The desk"), NULL, G_CALLBACK (desk_cb)));
  hih_tiles_append (HIH_TILES (buttons), self->project);
  self->end = new_button (self, "class-end", "stop", _ ("End the class"), NULL, G_CALLBACK (end_cb));
  hih_tiles_append (HIH_TILES (buttons), self->end);
  split = hih_split_new (new_people (self), hih_class_side_new (self->keeper), 20, SHARE);
  hih_split_set_stack_below (HIH_SPLIT (split), 820);
  self->going = split;
  self->over = new_over (self);
  gtk_widget_set_visible (self->over, FALSE);
  gtk_widget_set_visible (self->going, FALSE);
  gtk_box_append (GTK_BOX (box), hih_split_new (texts, buttons, 16, 0));
  gtk_box_append (GTK_BOX (box), self->going);
  gtk_box_append (GTK_BOX (box), self->over);
  hih_page_set_body (HIH_PAGE (self), box);
  choose (self, MEANS_HAND);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->keeper, "trouble", G_CALLBACK (trouble_cb), self, 0);
  return HIH_PAGE (self);
}
