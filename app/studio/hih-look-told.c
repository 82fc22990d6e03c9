/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes up for a moment, a toast or a notice, on a phone that was looked at without it: short enough to be read, and
 * off what is to be touched next. */
#include "config.h"

#include "hih-look-private.h"

#include "hih-phone-glass.h"

#define MAX_TOLD_LINES 4 /* of what comes up for a moment: more is not read before it goes, and covers half the screen */
#define MAX_NOTICE_TITLE_LINES 2

static GtkWidget *
find_shown (GtkWidget *widget, const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, css_class);
  return found;
}

/* Whoever has to look for what to touch finds it under nothing. What takes half the screen is found all the same. */
static void
check_toast_off_next (HihLook *self, GtkWidget *view, GtkWidget *toast)
{
  const char *target = self->still->next != NULL ? self->still->next->target : NULL;
  graphene_rect_t box, place;
  g_autofree char *detail = NULL;

  if (target == NULL || !hih_phone_view_get_target_bounds (HIH_PHONE_VIEW (view), target, self->reach, &box) ||
      !gtk_widget_compute_bounds (toast, self->reach, &place) ||
      box.size.height > (float) gtk_widget_get_height (self->reach) / 2 || !graphene_rect_intersection (&box, &place, NULL))
    return;
  detail = g_strdup_printf ("“%s” on “%s”", gtk_label_get_text (GTK_LABEL (toast)), target);
  hih_look_tell (self, toast, "words that come up for a moment lie on what is to be touched next", "Leave room for them", detail);
}

/* It lies over what was looked at without it. */
static void
check_toast (HihLook *self, GtkWidget *view)
{
  GtkWidget *toast = find_shown (view, "toast");
  g_autofree char *detail = NULL;

  if (toast == NULL)
    return;
  self->reach = gtk_widget_get_parent (toast);
  hih_look_check_fits (self, GTK_LABEL (toast));
  hih_look_check_colours (self, GTK_LABEL (toast));
  check_toast_off_next (self, view, toast);
  if (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (toast))) <= MAX_TOLD_LINES)
    return;
  detail = g_strdup_printf ("“%s”", gtk_label_get_text (GTK_LABEL (toast)));
  hih_look_tell (self, toast, "too long for what comes up for a moment", "Say it in fewer words", detail);
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

static void
check_notice (HihLook *self, GtkWidget *view)
{
  GtkWidget *notice = find_shown (view, "banner");

  if (notice == NULL)
    return;
  self->reach = gtk_widget_get_ancestor (notice, HIH_TYPE_PHONE_GLASS);
  check_notice_lines (self, notice);
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
