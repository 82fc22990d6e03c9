/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One part of the instructor's desk: a title, what can be done about it, and the content. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_PART (hih_desk_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (HihDeskPart, hih_desk_part, HIH, DESK_PART, AdwBin)

struct _HihDeskPartClass
{
  AdwBinClass parent_class;

  void (*shown) (HihDeskPart *self); /* it was chosen, or the desk is shown again: ask the records */
  /* Somebody's page is wanted, as soon as there is something to show on it; after shown. @lesson: on which it opens. */
  void (*open_person) (HihDeskPart *self, const HihId *trainee, const char *lesson);
  /* The desk is left: it gives up some rows of its long list. Whether there are more. */
  gboolean (*shed) (HihDeskPart *self);
};

/* What a part is made of when it needs no class of its own. @title: such as "People". */
GtkWidget *hih_desk_part_new (HihPage *page, const char *title);
/* For a class of its own, after g_object_new(). */
void hih_desk_part_begin (HihDeskPart *self, HihPage *page, const char *title);
HihPage *hih_desk_part_get_page (HihDeskPart *self);
/* Beside the title, at its end, from left to right. */
void hih_desk_part_add_action (HihDeskPart *self, GtkWidget *control);
/* The content. @scrolls: it is as tall as it likes and is scrolled here; else it fills the room there is and scrolls
 * by itself (long lists). */
void hih_desk_part_set_content (HihDeskPart *self, GtkWidget *content, gboolean scrolls);
/* For the desk: a narrow window, where the head scrolls with the content. */
void hih_desk_part_set_stacked (HihDeskPart *self, gboolean stacked);
void hih_desk_part_shown (HihDeskPart *self);
/* Another part takes this one's place. @name: as in hih-desk-parts.def, such as "people"; or "home/backups": a section. */
void hih_desk_part_go_to (HihDeskPart *self, const char *name);
/* Progress takes this one's place, with @trainee's page open on @lesson. */
void hih_desk_part_go_to_person (HihDeskPart *self, const HihId *trainee, const char *lesson);
gboolean hih_desk_part_shed (HihDeskPart *self);
void hih_desk_part_open_person (HihDeskPart *self, const HihId *trainee, const char *lesson);

/* The parts there are; each is (transfer floating). A line without its file does not link. */
#define HIH_DESK_PART(name, icon, word) GtkWidget *hih_desk_##name##_new (HihPage *page);
#include "hih-desk-parts.def"
#undef HIH_DESK_PART

G_END_DECLS
