/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the records after every deed: what is shown is what a computer that stops now would find again. */
#include "config.h"

#include "hih-class-keeper.h"

#include <string.h>

#define MINUTE_MS (60 * 1000)
#define LONGEST_MINUTES 240
#define MOST_AWAY 60 /* of a class of everybody */

struct _HihClassKeeper
{
  GObject parent_instance;

  HihContext *context;
  GCancellable *cancellable;
  HihId session;
  HihClassSession *class; /* (nullable) */
  GPtrArray *people;      /* (nullable) (element-type HihTrainee): everybody */
  GPtrArray *here;
  GPtrArray *away;
  GPtrArray *others;
  guint helpers[HIH_N_HELPERS];
  gboolean going_on; /* its end is being taken back */
};

enum
{
  CHANGED,
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihClassKeeper, hih_class_keeper, G_TYPE_OBJECT)

static HihRecords *
records_of (HihClassKeeper *self)
{
  return hih_context_get_records (self->context);
}

static void
person_free (gpointer data)
{
  HihClassPerson *person = data;

  hih_trainee_unref (person->trainee);
  g_free (person);
}

static void
tell (HihClassKeeper *self, GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[TROUBLE], 0, error);
}

static void
class_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihClassKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihClassSession) class = hih_records_get_class_finish (HIH_RECORDS (source), result, &error);

  tell (self, error);
  if (class == NULL)
    return;
  g_clear_pointer (&self->class, hih_class_session_unref);
  self->class = g_steal_pointer (&class);
}

static void
helpers_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihClassKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hih_records_list_helpers_finish (HIH_RECORDS (source), result, &error);

  tell (self, error);
  if (list == NULL)
    return;
  memset (self->helpers, 0, sizeof self->helpers);
  for (guint i = 0; i < list->len; i++)
    {
      const HihHelperTime *time = g_ptr_array_index (list, i);

      self->helpers[time->helper] += time->helpers;
    }
}

static void void_end_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
void_end (HihClassKeeper *self)
{
  hih_records_void_async (records_of (self), &self->class->ended_device, self->class->ended_seq, NULL, void_end_cb,
                          g_object_ref (self));
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihClassKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);

  tell (self, error);
  if (people == NULL)
    return;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
}

/* A class of everybody is of all who are here, as long as they can be seen at one glance; the others are searched for. */
static gboolean
is_of_group (HihClassKeeper *self, const HihTrainee *trainee)
{
  if (*self->class->group == '\0')
    return self->away->len < MOST_AWAY;
  return g_strv_contains (trainee->groups, self->class->group);
}

static void
attendance_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihClassKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hih_records_list_attendance_finish (HIH_RECORDS (source), result, &error);
  g_autoptr (GHashTable) marked = g_hash_table_new ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal);

  tell (self, error);
  if (list == NULL || self->class == NULL || self->people == NULL)
    return;
  for (guint i = 0; i < list->len; i++)
    {
      HihAttendance *one = g_ptr_array_index (list, i);

      g_hash_table_insert (marked, &one->trainee, one);
    }
  g_ptr_array_set_size (self->here, 0);
  g_ptr_array_set_size (self->away, 0);
  g_ptr_array_set_size (self->others, 0);
  for (guint i = 0; i < self->people->len; i++)
    {
      HihTrainee *trainee = g_ptr_array_index (self->people, i);
      const HihAttendance *one = g_hash_table_lookup (marked, &trainee->id);
      gboolean here = one != NULL && one->here;
      HihClassPerson *person;

      if (!here && (*trainee->name == '\0' || (one == NULL && !is_of_group (self, trainee))))
        {
          if (*trainee->name != '\0')
            g_ptr_array_add (self->others, hih_trainee_ref (trainee));
          continue;
        }
      person = g_new0 (HihClassPerson, 1);
      person->trainee = hih_trainee_ref (trainee);
      if (one != NULL)
        person->at = *one;
      g_ptr_array_add (here ? self->here : self->away, person);
    }
  if (self->going_on && self->class->ended)
    void_end (self);
  else
    self->going_on = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hih_class_keeper_load:
 *
 * Asks the records; "changed" follows. Answers come in the order of the questions, so the last one has all.
 */
void
hih_class_keeper_load (HihClassKeeper *self)
{
  HihRecords *records = records_of (self);

  if (records == NULL)
    return;
  hih_records_get_class_async (records, &self->session, self->cancellable, class_cb, g_object_ref (self));
  hih_records_list_helpers_async (records, &self->session, 0, 0, self->cancellable, helpers_cb, g_object_ref (self));
  if (self->people == NULL)
    hih_records_list_trainees_async (records, NULL, self->cancellable, people_cb, g_object_ref (self));
  hih_records_list_attendance_async (records, &self->session, self->cancellable, attendance_cb, g_object_ref (self));
}

static void
settle (HihClassKeeper *self, GError *error)
{
  tell (self, error);
  hih_class_keeper_load (self);
}

/* What every deed's answer does. */
#define DONE(name)                                                                                                     \
  static void name##_cb (GObject *source, GAsyncResult *result, gpointer user_data)                                    \
  {                                                                                                                    \
    g_autoptr (HihClassKeeper) self = user_data;                                                                       \
    g_autoptr (GError) error = NULL;                                                                                   \
                                                                                                                       \
    hih_records_##name##_finish (HIH_RECORDS (source), result, &error);                                                \
    settle (self, error);                                                                                              \
  }

DONE (attend)
DONE (show_hand)
DONE (note_hands)
DONE (lower_hands)
DONE (tick_real_phone)
DONE (void)
DONE (note_helpers)
DONE (end_class)

static void
void_end_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihClassKeeper *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hih_records_void_finish (HIH_RECORDS (source), result, &error))
    self->going_on = FALSE;
  settle (self, error);
  g_object_unref (self);
}

/**
 * hih_class_keeper_go_on:
 *
 * Takes back that it ended: as often as that was said, the latest first.
 */
void
hih_class_keeper_go_on (HihClassKeeper *self)
{
  if (self->class == NULL || !self->class->ended || self->going_on)
    return;
  self->going_on = TRUE;
  void_end (self);
}

void
hih_class_keeper_attend (HihClassKeeper *self, const HihId *trainee, gboolean here)
{
  hih_records_attend_async (records_of (self), &self->session, trainee, 1, here, here, NULL, attend_cb,
                            g_object_ref (self));
}

void
hih_class_keeper_turn_hand (HihClassKeeper *self, const HihClassPerson *person)
{
  hih_records_show_hand_async (records_of (self), &self->session, &person->trainee->id, !person->at.hand, NULL,
                               show_hand_cb, g_object_ref (self));
}

void
hih_class_keeper_count_hand (HihClassKeeper *self, gboolean more)
{
  if (self->class == NULL)
    return;
  if (more && self->class->n_hands < self->class->n_here)
    hih_records_note_hands_async (records_of (self), &self->session, self->class->n_other_hands + 1, NULL,
                                  note_hands_cb, g_object_ref (self));
  else if (!more && self->class->n_other_hands > 0)
    hih_records_note_hands_async (records_of (self), &self->session, self->class->n_other_hands - 1, NULL,
                                  note_hands_cb, g_object_ref (self));
  else if (!more)
    {
      for (guint i = self->here->len; i > 0; i--)
        {
          const HihClassPerson *person = g_ptr_array_index (self->here, i - 1);

          if (person->at.hand)
            {
              hih_class_keeper_turn_hand (self, person);
              return;
            }
        }
    }
}

void
hih_class_keeper_lower_hands (HihClassKeeper *self)
{
  hih_records_lower_hands_async (records_of (self), &self->session, NULL, lower_hands_cb, g_object_ref (self));
}

void
hih_class_keeper_tick (HihClassKeeper *self, const HihClassPerson *person, HihRealPhone tick)
{
  if (self->class == NULL)
    return;
  if (person->at.real_phone == tick)
    hih_records_void_async (records_of (self), &person->at.real_phone_device, person->at.real_phone_seq, NULL, void_cb,
                            g_object_ref (self));
  else
    hih_records_tick_real_phone_async (records_of (self), &person->trainee->id, &self->session, self->class->lesson, tick,
                                       NULL, tick_real_phone_cb, g_object_ref (self));
}

static void
note_helpers (HihClassKeeper *self, HihHelper helper, guint helpers, guint minutes)
{
  hih_records_note_helpers_async (records_of (self), &self->session, &self->session, helper, helpers, minutes, NULL,
                                  note_helpers_cb, g_object_ref (self));
}

/* How long they helped is put right at the end; until then it is the time since the class began. */
void
hih_class_keeper_set_helpers (HihClassKeeper *self, HihHelper helper, guint helpers)
{
  note_helpers (self, helper, helpers, MAX (5, hih_class_keeper_get_minutes (self)));
}

void
hih_class_keeper_end (HihClassKeeper *self, guint minutes, guint helper_minutes)
{
  for (guint i = 0; i < HIH_N_HELPERS; i++)
    {
      if (self->helpers[i] > 0)
        note_helpers (self, i, self->helpers[i], helper_minutes);
    }
  hih_records_end_class_async (records_of (self), &self->session, minutes, NULL, end_class_cb, g_object_ref (self));
}

HihClassSession *
hih_class_keeper_get_class (HihClassKeeper *self)
{
  return self->class;
}

GPtrArray *
hih_class_keeper_get_here (HihClassKeeper *self)
{
  return self->here;
}

GPtrArray *
hih_class_keeper_get_away (HihClassKeeper *self)
{
  return self->away;
}

GPtrArray *
hih_class_keeper_get_others (HihClassKeeper *self)
{
  return self->others;
}

guint
hih_class_keeper_count_ticks (HihClassKeeper *self, HihRealPhone tick)
{
  guint n = 0;

  for (guint i = 0; i < self->here->len; i++)
    n += ((const HihClassPerson *) g_ptr_array_index (self->here, i))->at.real_phone == tick;
  return n;
}

guint
hih_class_keeper_get_helpers (HihClassKeeper *self, HihHelper helper)
{
  return self->helpers[helper];
}

guint
hih_class_keeper_get_minutes (HihClassKeeper *self)
{
  gint64 now = hih_clock_get_wall_ms (hih_context_get_clock (self->context));
  gint64 minutes;

  if (self->class == NULL)
    return 0;
  if (self->class->ended)
    return self->class->minutes;
  if (self->class->begun_at_ms <= 0)
    return 0;
  /* However short it was, it was one. */
  minutes = (now - self->class->begun_at_ms) / MINUTE_MS;
  return (guint) CLAMP ((minutes + 4) / 5 * 5, 5, LONGEST_MINUTES);
}

static void
hih_class_keeper_dispose (GObject *object)
{
  HihClassKeeper *self = HIH_CLASS_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (hih_class_keeper_parent_class)->dispose (object);
}

static void
hih_class_keeper_finalize (GObject *object)
{
  HihClassKeeper *self = HIH_CLASS_KEEPER (object);

  g_clear_pointer (&self->class, hih_class_session_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_ptr_array_unref (self->here);
  g_ptr_array_unref (self->away);
  g_ptr_array_unref (self->others);
  g_object_unref (self->cancellable);
  g_object_unref (self->context);
  G_OBJECT_CLASS (hih_class_keeper_parent_class)->finalize (object);
}

static void
hih_class_keeper_class_init (HihClassKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_class_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_class_keeper_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", HIH_TYPE_CLASS_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] = g_signal_new ("trouble", HIH_TYPE_CLASS_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hih_class_keeper_init (HihClassKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->here = g_ptr_array_new_with_free_func (person_free);
  self->away = g_ptr_array_new_with_free_func (person_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_trainee_unref);
}

/**
 * hih_class_keeper_new:
 *
 * Returns: (transfer full): a keeper that knows nothing until it is loaded
 */
HihClassKeeper *
hih_class_keeper_new (HihContext *context, const HihId *session)
{
  HihClassKeeper *self = g_object_new (HIH_TYPE_CLASS_KEEPER, NULL);

  self->context = g_object_ref (context);
  self->session = *session;
  return self;
}
