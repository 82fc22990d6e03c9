/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the desk's calls and services share. */
#pragma once

#include "hih-care-words.h"
#include "hih-desk-part.h"
#include "hih-later.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_CARE (hih_desk_care_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskCare, hih_desk_care, HIH, DESK_CARE, HihDeskPart)

/* A section of it: a line a record, some of them at once. */
typedef struct
{
  HihDeskCare *care;
  GtkWidget *box;            /* where the lines stand; NULL: the page is gone */
  HihLaterKind kind;         /* of the lines */
  void (*show) (HihDeskCare *care);
  GPtrArray *records;        /* (nullable) */
  guint most;                /* so many lines at most */
  guint n, n_left;           /* lines that stand there; that would be too many */
} HihCareLines;

/* What a line tells. */
typedef struct
{
  GPtrArray *records;
  gconstpointer record;      /* one of them */
  HihTrainee *trainee;       /* (nullable) */
  char *when;                /* (nullable) */
} HihCareLine;

struct _HihDeskCare
{
  HihDeskPart parent_instance;

  HihCareLines calls;
  HihCareLines services;
  HihCareLines helpers;
  GtkWidget *days;     /* which are shown */
  GtkWidget *hint;     /* for which day one notes, when that is not today */
  gint64 from_ms;      /* what is shown, to before to_ms */
  gint64 to_ms;
  gint64 note_ms;      /* what is noted was then; 0: now */
  gboolean coming;     /* the usual view: what is to be done */
  GPtrArray *people;   /* (nullable) (element-type HihTrainee), by name */
  GHashTable *by_id;   /* (nullable) (element-type HihId HihTrainee): they belong to people */
  HihTrainee *trainee; /* (nullable): whose call the open sheet is about */
  HihId call;          /* the open sheet's */
  HihService service;  /* the open sheet's */
};

HihPage *hih_desk_care_get_page (HihDeskCare *self);
HihRecords *hih_desk_care_get_records (HihDeskCare *self); /* nullable */
gint64 hih_desk_care_get_now_ms (HihDeskCare *self);
/* Says what went wrong (nullable), and shows what is on disk. */
void hih_desk_care_settle (HihDeskCare *self, GError *error);
HihTrainee *hih_desk_care_find_person (HihDeskCare *self, const HihId *id); /* nullable */
/* Takes back what stands at (@device, @seq) in the log; @what: of which row, for those who hear it. */
GtkWidget *hih_desk_care_new_undo (HihDeskCare *self, const char *icon, const char *words, const char *what,
                                   const HihId *device, gint64 seq);
/* A picture, who, what, and at the end what can be done. @trainee: (nullable) */
GtkWidget *hih_desk_care_new_row (HihTrainee *trainee, const char *icon, const char *name, const char *what,
                                  GtkWidget *buttons);

/* The hour of a moment today, else its day and hour. (transfer full) */
char *hih_desk_care_dup_when (HihDeskCare *self, gint64 at_ms);

/* hih-desk-care-lines.c: begin once; then with every answer set, which lets the section's show restart, ask for room and
 * add for each record, and end. */
GtkWidget *hih_care_lines_begin (HihCareLines *self, HihDeskCare *care, HihLaterFill fill, void (*show) (HihDeskCare *care));
void hih_care_lines_set (HihCareLines *self, GPtrArray *records, const GError *error);
void hih_care_lines_show_few (HihCareLines *self); /* with the next answer, as at first */
void hih_care_lines_restart (HihCareLines *self);
gboolean hih_care_lines_has_room (HihCareLines *self);
/* @record: one of those set. @trainee, @when: (nullable). */
void hih_care_lines_add (HihCareLines *self, gconstpointer record, HihTrainee *trainee, const char *when);
void hih_care_lines_end (HihCareLines *self, const char *nothing);
void hih_care_lines_clear (HihCareLines *self);

/* hih-desk-care-days.c */
GtkWidget *hih_desk_care_new_days (HihDeskCare *self);
void hih_desk_care_follow_days (HihDeskCare *self);
gint64 hih_desk_care_get_services_from_ms (HihDeskCare *self);

/* hih-desk-care-helpers.c */
void hih_desk_care_helpers_cb (GtkWidget *button, gpointer user_data);
GtkWidget *hih_desk_care_new_helpers (HihDeskCare *self);
void hih_desk_care_helper_times_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* hih-desk-care-calls.c */
void hih_desk_care_call_cb (GtkWidget *button, gpointer user_data);
void hih_desk_care_plan_cb (GtkWidget *button, gpointer user_data);
GtkWidget *hih_desk_care_new_calls (HihDeskCare *self);
void hih_desk_care_calls_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* hih-desk-care-services.c */
void hih_desk_care_note_cb (GtkWidget *button, gpointer user_data);
GtkWidget *hih_desk_care_new_services (HihDeskCare *self);
void hih_desk_care_services_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* What every deed's answer does: what stands here is what is on disk. */
#define DONE(name)                                                                                                     \
  static void name##_cb (GObject *source, GAsyncResult *result, gpointer user_data)                                    \
  {                                                                                                                    \
    g_autoptr (HihDeskCare) self = user_data;                                                                          \
    g_autoptr (GError) error = NULL;                                                                                   \
                                                                                                                       \
    hih_records_##name##_finish (HIH_RECORDS (source), result, &error);                                                \
    hih_desk_care_settle (self, error);                                                                                              \
  }

G_END_DECLS
