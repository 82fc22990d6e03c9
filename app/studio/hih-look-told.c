/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes up for a moment, a toast or a notice, on a phone that was looked at without it: short enough to be read, and
 * off what is to be touched next. */
#include "config.h"

#include "hih-look-private.h"

#include "hih-element-view.h"
#include "hih-phone-glass.h"
#include "hih-phone-tag.h"
#include "hih-phone-targets.h"
#include "hih-suggest.h"

#include <string.h>

#define MAX_TOLD_LINES 4 /* of what comes up for a moment: more is not read before it goes, and covers half the screen */
#define MAX_NOTICE_TITLE_LINES 2
#define OWN_LINES "system/home system/status"

static GtkWidget *
find_shown (GtkWidget *widget, const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, css_class);
  return found;
}

typedef struct
{
  HihLook *look;
  GtkWidget *toast;
  const char *words;     /* on it */
  graphene_rect_t place; /* in look->reach */
} Hiding;

static void
tell_hidden (Hiding *self, const char *name)
{
  g_autofree char *detail = g_strdup_printf ("“%s” on “%s”", self->words, name);

  hih_look_tell (self->look, self->toast, "words that come up for a moment hide what is to be read or touched",
                 "Say it in fewer words, or leave room for them", detail);
}

static gboolean
hides (Hiding *self, const graphene_rect_t *box)
{
  graphene_rect_t both;

  return graphene_rect_intersection (box, &self->place, &both) && both.size.width > HIH_LOOK_MAX_SHARED &&
         both.size.height > HIH_LOOK_MAX_SHARED;
}

/* What takes half the screen is found by a finger all the same. */
static gboolean
hides_target (Hiding *self, const graphene_rect_t *box)
{
  return box->size.height <= (float) gtk_widget_get_height (self->look->reach) / 2 && hides (self, box);
}

/* The phone's own lines, of time and battery and at its foot, always stand there; the page's name was read before. */
static void
check_hidden_words (Hiding *self, GtkWidget *widget)
{
  graphene_rect_t box, seen;

  if (!gtk_widget_get_mapped (widget) || strcmp (gtk_widget_get_css_name (widget), "statusbar") == 0 ||
      gtk_widget_has_css_class (widget, "bar-title"))
    return;
  if (GTK_IS_LABEL (widget) && hih_phone_tag_find_words (GTK_LABEL (widget), self->look->reach, &box) &&
      hih_look_find_reach (self->look, widget, &seen) && graphene_rect_intersection (&box, &seen, &box) && hides (self, &box))
    tell_hidden (self, gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_hidden_words (self, child);
}

static void
check_hidden_targets (Hiding *self)
{
  GtkWidget *roots[] = { self->look->reach };
  g_autoptr (GPtrArray) targets = hih_phone_targets_find (roots, 1);

  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *widget = targets->pdata[i];
      const char *target = hih_element_view_get_widget_target (hih_element_view_find_widget (widget));
      graphene_rect_t box;

      if (!hih_words_contain (OWN_LINES, target) && hih_look_find_reach (self->look, widget, &box) && hides_target (self, &box))
        tell_hidden (self, target);
    }
}

/* It lies over what was looked at without it. */
static void
check_toast (HihLook *self, GtkWidget *view)
{
  Hiding hiding = { .look = self, .toast = find_shown (view, "toast"),
                    .words = hih_text_get (hih_effect_get_text (self->still->told), self->language) };
  g_autofree char *detail = NULL;

  if (hiding.toast == NULL)
    return;
  if (self->reach != NULL && gtk_widget_compute_bounds (hiding.toast, self->reach, &hiding.place))
    {
      check_hidden_words (&hiding, self->reach);
      check_hidden_targets (&hiding);
    }
  self->reach = gtk_widget_get_parent (hiding.toast);
  hih_look_check_fits (self, GTK_LABEL (hiding.toast));
  hih_look_check_colours (self, GTK_LABEL (hiding.toast));
  if (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (hiding.toast))) <= MAX_TOLD_LINES)
    return;
  detail = g_strdup_printf ("“%s”", gtk_label_get_text (GTK_LABEL (hiding.toast)));
  hih_look_tell (self, hiding.toast, "too long for what comes up for a moment", "Say it in fewer words", detail);
}

/* A message that comes is a title and a few words on a card of its own, which goes away again as a toast does. */
static void
check_notice_lines (HihLook *self, GtkWidget *widget)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;
  int most = gtk_widget_has_css_class (widget, "row-title") ? MAX_NOTICE_TITLE_LINES : MAX_TOLD_LINES;
  g_autofree char *detail = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_notice_lines (self, child);
  if (label == NULL || !gtk_widget_get_mapped (widget) || *gtk_label_get_text (label) == '\0')
    return;
  hih_look_check_fits (self, label);
  hih_look_check_colours (self, label);
  if (pango_layout_get_line_count (gtk_label_get_layout (label)) <= most)
    return;
  detail = g_strdup_printf ("“%s”", gtk_label_get_text (label));
  hih_look_tell (self, widget, "too long for a message that comes up for a moment", "Say it in fewer words", detail);
}

/* It goes by itself and may lie on what is read later; never on the way back, nor on what is to be touched next. */
static void
check_notice (HihLook *self, GtkWidget *view)
{
  Hiding hiding = { .look = self, .toast = find_shown (view, "banner"),
                    .words = hih_text_get (hih_effect_get_text (self->still->told), self->language) };
  const char *targets[] = { "system/back", self->still->next != NULL ? self->still->next->target : NULL };
  graphene_rect_t box;

  if (hiding.toast == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (targets) && self->reach != NULL; i++)
    {
      if (targets[i] != NULL && hih_phone_view_get_target_bounds (HIH_PHONE_VIEW (view), targets[i], self->reach, &box) &&
          gtk_widget_compute_bounds (hiding.toast, self->reach, &hiding.place) && hides_target (&hiding, &box))
        tell_hidden (&hiding, targets[i]);
    }
  self->reach = gtk_widget_get_ancestor (hiding.toast, HIH_TYPE_PHONE_GLASS);
  check_notice_lines (self, hiding.toast);
}

/**
 * hih_look_check_told:
 */
void
hih_look_check_told (HihLook *self, GtkWidget *view)
{
  if (hih_effect_get_kind (self->still->told) == HIH_EFFECT_NOTIFY)
    check_notice (self, view);
  else
    check_toast (self, view);
}
