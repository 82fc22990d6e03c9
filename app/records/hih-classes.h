/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Classes: people who learn one lesson together, now. A class session is an object with an id; whether it goes on
 * follows from its events, so a power cut in its middle loses nothing that was answered:
 *
 *     begin ──► attend / show hand / note helpers / tick (hih-run-log.h), in any order ──► end
 *
 * Nothing of a class is kept about one person but that they were here. Whoever helped is a word, never a name.
 */
#pragma once

#include "hih-run-log.h"

G_BEGIN_DECLS

/* Who led, or helped. Texts are frozen. */
typedef enum
{
  HIH_HELPER_STAFF,
  HIH_HELPER_VOLUNTEER,
  HIH_HELPER_FAMILY,
  HIH_HELPER_TRAINEE, /* one learner helps another */
  HIH_HELPER_NOBODY,  /* not for leading, nor for helpers' time */
} HihHelper;

#define HIH_N_HELPERS (HIH_HELPER_NOBODY + 1)

const char *hih_helper_to_string (HihHelper helper);
/* FALSE leaves @helper alone. @string: (nullable) */
gboolean hih_helper_parse (const char *string, HihHelper *helper);

typedef struct
{
  HihId session;       /* made by the caller with hih_id_generate() */
  const char *lesson;
  const char *group;   /* (nullable) at most 40 characters: for the list; who is here is said by attending */
  const char *place;   /* (nullable) at most 40 characters: a room, never a person's data */
  HihHelper led_by;
} HihClassStart;

void hih_records_begin_class_async (HihRecords *self, const HihClassStart *start, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_begin_class_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Ends it, or says again how long it was. @minutes: 0 to 1440. How many were here is counted now and stays when one of
 * them is erased; it is counted again when attendance changes afterwards. */
void hih_records_end_class_async (HihRecords *self, const HihId *session, guint minutes, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_end_class_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Marks @n_trainees as here or takes that back: one, all or none in one transaction. Who is as said already is left
 * alone, and nobody is marked who withdrew their consent. @late: they came after the class began. */
void hih_records_attend_async (HihRecords *self, const HihId *session, const HihId *trainees, guint n_trainees,
                               gboolean here, gboolean late, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean hih_records_attend_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Hands: who is ready. They stand until they are lowered, which begins the next round. */
void hih_records_show_hand_async (HihRecords *self, const HihId *session, const HihId *trainee, gboolean up,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_show_hand_finish (HihRecords *self, GAsyncResult *result, GError **error);
/* @others: hands that were counted without saying whose, beside those shown; at most 1000. */
void hih_records_note_hands_async (HihRecords *self, const HihId *session, guint others, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_note_hands_finish (HihRecords *self, GAsyncResult *result, GError **error);
void hih_records_lower_hands_async (HihRecords *self, const HihId *session, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_lower_hands_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* A class as listed. Immutable; may be read on any thread. */
typedef struct
{
  HihId session;
  const char *lesson;
  const char *group;      /* "" for none */
  const char *place;      /* "" for none */
  HihHelper led_by;
  gint64 begun_at_ms;     /* 0 when the clock of then is not to be believed */
  gboolean ended;
  gint64 ended_at_ms;     /* 0 when it goes on, or as above */
  guint minutes;          /* 0 when it goes on */
  guint n_here;           /* who came: person-times of this class */
  guint n_late;           /* of these, still known: came late */
  guint round;            /* of hands, from 0 */
  guint n_hands;          /* shown, of those who are here, and counted without saying whose; at most n_here */
  guint n_other_hands;    /* counted without saying whose */
  guint n_helpers;
  guint helper_minutes;   /* helpers × minutes, summed */
  HihId begun_device;     /* with begun_seq: for hih_records_void_async(), which takes the whole class back */
  gint64 begun_seq;
  HihId ended_device;     /* with ended_seq: voiding it makes the class go on */
  gint64 ended_seq;
} HihClassSession;

#define HIH_TYPE_CLASS_SESSION (hih_class_session_get_type ())
GType hih_class_session_get_type (void);
HihClassSession *hih_class_session_ref (HihClassSession *self);
void hih_class_session_unref (HihClassSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihClassSession, hih_class_session_unref)

/* Those that began from @from_ms to before @to_ms (ms UTC), the latest first; 0 and 0: all, those without a believable
 * date last. (element-type HihClassSession) */
void hih_records_list_classes_async (HihRecords *self, gint64 from_ms, gint64 to_ms, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_classes_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* One class; @session NULL: the latest that goes on. Finish: (nullable), NULL without error when there is none. */
void hih_records_get_class_async (HihRecords *self, const HihId *session, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
HihClassSession *hih_records_get_class_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* One person in a class. */
typedef struct
{
  HihId trainee;
  gboolean here;          /* FALSE: was marked and taken back */
  gboolean late;
  gint64 at_ms;           /* when that was said; 0 unknown */
  gboolean hand;          /* up in this round */
  HihRealPhone real_phone; /* in the class's lesson, ticked in this class */
  gint64 real_phone_at_ms;
  HihId real_phone_device; /* with real_phone_seq: for hih_records_void_async() */
  gint64 real_phone_seq;
  HihRealPhone elsewhere; /* as long as nothing is ticked in this class: the latest of the lesson from anywhere else */
  gint64 elsewhere_at_ms; /* 0 unknown */
} HihAttendance;

/* In the order in which they came. (element-type HihAttendance) */
void hih_records_list_attendance_async (HihRecords *self, const HihId *session, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_attendance_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
