/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the desk's people share: the list itself, what is done with many, files that come and go. */
#pragma once

#include "hih-desk-part.h"

#include "hih-act.h"
#include "hih-people.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_PEOPLE (hih_desk_people_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskPeople, hih_desk_people, HIH, DESK_PEOPLE, HihDeskPart)

struct _HihDeskPeople
{
  HihDeskPart parent_instance;

  GtkWidget *stack; /* the people, or a file that is looked at */
  GtkWidget *place; /* the people */
  GtkWidget *list;
  GtkWidget *empty;  /* what to do first */
  GtkWidget *count;
  GtkWidget *search;
  GtkWidget *filter;  /* the group that is shown */
  GtkWidget *unasked; /* only who has not said yes to records being kept */
  GtkWidget *copy;    /* that group; only while one is shown */
  GtkWidget *several; /* choose several, or no more */
  GtkWidget *acts;    /* what can be done with those chosen */
  GtkWidget *undo;
  GtkWidget *import;  /* (nullable) */
  GPtrArray *groups;  /* (element-type HihGroup) (nullable): as last listed */
  GPtrArray *people;  /* (element-type HihTrainee) (nullable) */
  char *group;        /* (nullable): all */
  gboolean heard;     /* the list has come: until then nobody is counted */
};

HihPage *hih_desk_people_get_page (HihDeskPeople *self);
HihRecords *hih_desk_people_get_records (HihDeskPeople *self); /* nullable */
/* One sentence on a sheet. */
void hih_desk_people_tell (HihDeskPeople *self, const char *text);
/* What is shown: after the list or who is chosen changed. */
void hih_desk_people_update (HihDeskPeople *self);
void hih_desk_people_show_filtered (HihDeskPeople *self);
/* An act was done: it is told with its way back, and the people are listed anew. */
void hih_desk_people_did_cb (GObject *source, HihAct *act, const char *words, gpointer user_data);
GtkWidget *hih_desk_people_new_button (HihDeskPeople *self, const char *icon, const char *words, const char *name,
                                       GCallback callback);

/* hih-desk-people-acts.c: what is done with those chosen, and which group is shown. */
GtkWidget *hih_desk_people_new_acts (HihDeskPeople *self);
void hih_desk_people_filter_cb (GtkWidget *button, gpointer user_data);
void hih_desk_people_copy_cb (GtkWidget *button, gpointer user_data);
void hih_desk_people_several_cb (GtkWidget *button, gpointer user_data);
void hih_desk_people_text_percent (HihDeskPeople *self, int percent);

/* hih-desk-people-files.c */
void hih_desk_people_import_cb (GtkWidget *button, gpointer user_data);
void hih_desk_people_export_cb (GtkWidget *button, gpointer user_data);

G_END_DECLS
