/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What those who look share: what is looked at now, and how it is told. */
#pragma once

#include "hih-look.h"
#include "hih-phone-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_LOOK_MAX_SHARED 4 /* pixels: round things beside each other may touch */

struct _HihLook
{
  GPtrArray *issues;        /* owned */
  char *sizes;              /* owned: digits */
  GHashTable *told;         /* owned: what was said of which element */
  GHashTable *seen;         /* owned: prints of what was looked at, with the size */
  GHashTable *app_files;    /* owned: files of the apps that were looked at */
  cairo_surface_t *picture; /* owned */

  /* What is looked at now. */
  HihAppSet *apps;
  HihPhoneRow *phones;
  const HihStill *still;
  const char *language;
  const char *layout;
  guint size;       /* of the words; 0: as the still has it */
  gboolean is_dark; /* the phone's own bars are not seen */
  GtkWidget *reach; /* what can be touched of the phone that is looked at */
};

/* @what: the mistake, told once of each place in the files; @mend: what an author does; @detail: which words, which sizes. */
void hih_look_tell (HihLook *self, GtkWidget *widget, const char *what, const char *mend, const char *detail);
/* Where a finger meets @widget in self->reach: what of it is scrolled into sight. FALSE: nowhere. */
gboolean hih_look_find_reach (HihLook *self, GtkWidget *widget, graphene_rect_t *box);
/* Whether the words have room on what self->reach is, and can be read on their ground. */
void hih_look_check_fits (HihLook *self, GtkLabel *label);
void hih_look_check_colours (HihLook *self, GtkLabel *label);
/* What comes up for a moment on @view. */
void hih_look_check_told (HihLook *self, GtkWidget *view);

G_END_DECLS
