/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A group has its class on its morning or afternoon; whoever practised then was in it. Families are called, mostly on
 * the day it was planned for; some calls are planned some days ahead. Now and then something is done for somebody
 * without a phone.
 */
#include "config.h"

#include "hih-sample-care.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define MINUTE_MS G_GINT64_CONSTANT (60000)

/* A day, a person. */
#define CALL_CHANCE 0.03
#define SERVICE_CHANCE 0.008

struct _HihSampleCare
{
  GRand *rand;
};

HihSampleCare *
hih_sample_care_new (guint32 seed)
{
  HihSampleCare *self = g_new0 (HihSampleCare, 1);

  self->rand = g_rand_new_with_seed (seed ^ 0x63617265);
  return self;
}

void
hih_sample_care_free (HihSampleCare *self)
{
  g_rand_free (self->rand);
  g_free (self);
}

static double
chance (HihSampleCare *self)
{
  return g_rand_double (self->rand);
}

static HihSampleDeed *
add_deed (GArray *deeds, HihSampleDeedKind kind, guint who, guint run, gint64 at_ms)
{
  HihSampleDeed deed = { .kind = kind, .who = who, .run = run, .at_ms = at_ms };

  g_array_append_val (deeds, deed);
  return &g_array_index (deeds, HihSampleDeed, deeds->len - 1);
}

/* Which lesson each person began with on this day; NULL: was not here. */
static HihLesson **
find_lessons (GArray *deeds, guint n_people)
{
  HihLesson **lessons = g_new0 (HihLesson *, MAX (n_people, 1));

  for (guint i = 0; i < deeds->len; i++)
    {
      const HihSampleDeed *deed = &g_array_index (deeds, HihSampleDeed, i);

      if (deed->who < n_people && lessons[deed->who] == NULL)
        lessons[deed->who] = deed->lesson;
    }
  return lessons;
}

/* What most of the people from @first to before @end began with; NULL: nobody was here. */
static HihLesson *
find_common (HihLesson *const *lessons, guint first, guint end)
{
  HihLesson *common = NULL;
  guint most = 0;

  for (guint i = first; i < end; i++)
    {
      guint n = 0;

      for (guint k = first; k < end; k++)
        n += lessons[i] != NULL && lessons[k] == lessons[i];
      if (n > most)
        {
          most = n;
          common = lessons[i];
        }
    }
  return common;
}

static void
hold_class (HihSampleCare *self, HihSampleHome *home, GArray *deeds, HihLesson *const *lessons, guint first, guint end,
            guint number, gint64 midnight_ms)
{
  const HihSamplePerson *person = hih_sample_home_get_person (home, first);
  HihLesson *lesson = find_common (lessons, first, end);
  gint64 at_ms = midnight_ms + (person->afternoon ? HIH_SAMPLE_AFTERNOON : HIH_SAMPLE_MORNING) * HOUR_MS;
  guint minutes = (guint) g_rand_int_range (self->rand, 9, 16) * 5;
  HihSampleDeed *deed;

  if (lesson == NULL)
    return;
  deed = add_deed (deeds, HIH_DEED_BEGIN_CLASS, HIH_SAMPLE_NOBODY, number, at_ms);
  deed->lesson = lesson;
  deed->group = person->group;
  deed->helper = chance (self) < 0.8 ? HIH_HELPER_STAFF : HIH_HELPER_VOLUNTEER;
  for (guint i = first; i < end; i++)
    {
      gboolean late = chance (self) < 0.07;

      if (lessons[i] != NULL)
        add_deed (deeds, HIH_DEED_ATTEND, i, number, at_ms + (late ? 12 * MINUTE_MS : MINUTE_MS))->late = late;
    }
  if (chance (self) < 0.7)
    {
      deed = add_deed (deeds, HIH_DEED_NOTE_HELPERS, HIH_SAMPLE_NOBODY, number, at_ms + minutes * MINUTE_MS - 1000);
      deed->helper = chance (self) < 0.7 ? HIH_HELPER_VOLUNTEER : HIH_HELPER_TRAINEE;
      deed->helpers = chance (self) < 0.5 ? 1 : 2;
      deed->minutes = minutes;
    }
  add_deed (deeds, HIH_DEED_END_CLASS, HIH_SAMPLE_NOBODY, number, at_ms + minutes * MINUTE_MS)->minutes = minutes;
}

static HihHelper
pick_helper (HihSampleCare *self)
{
  double luck = chance (self);

  return luck < 0.45   ? HIH_HELPER_STAFF
         : luck < 0.65 ? HIH_HELPER_VOLUNTEER
         : luck < 0.75 ? HIH_HELPER_FAMILY
         : luck < 0.8  ? HIH_HELPER_TRAINEE
                       : HIH_HELPER_NOBODY;
}

static HihCallOutcome
pick_outcome (HihSampleCare *self)
{
  double luck = chance (self);

  return luck < 0.85 ? HIH_CALL_HELD : luck < 0.95 ? HIH_CALL_NOT_REACHED : HIH_CALL_PUT_OFF;
}

/* Planned at eight for the same day and held; now and then planned for a day to come, and seen to by whoever looks. */
static void
call_family (HihSampleCare *self, GArray *deeds, guint who, guint number, gint64 midnight_ms)
{
  static const int hours[HIH_N_DAY_PARTS] = { 10, 15, 19 };
  gboolean ahead = chance (self) < 0.12;
  HihDayPart part = (HihDayPart) g_rand_int_range (self->rand, 0, HIH_N_DAY_PARTS);
  gint64 at_ms = midnight_ms + hours[part] * HOUR_MS + g_rand_int_range (self->rand, 0, 3000) * 1000;
  HihSampleDeed *deed = add_deed (deeds, HIH_DEED_PLAN_CALL, who, number, midnight_ms + 8 * HOUR_MS);

  deed->part = part;
  /* Noon of that day: a day on which the clocks change is not missed. */
  deed->day_ms = midnight_ms + DAY_MS / 2 + (ahead ? g_rand_int_range (self->rand, 1, 6) * DAY_MS : 0);
  if (ahead)
    return;
  deed = add_deed (deeds, HIH_DEED_HOLD_CALL, who, number, at_ms);
  deed->outcome = pick_outcome (self);
  deed->helper = pick_helper (self);
}

static void
give_service (HihSampleCare *self, GArray *deeds, guint who, gint64 midnight_ms)
{
  gint64 at_ms = midnight_ms + 9 * HOUR_MS + g_rand_int_range (self->rand, 0, 8 * 3600) * 1000;
  HihSampleDeed *deed = add_deed (deeds, HIH_DEED_GIVE_SERVICE, chance (self) < 0.15 ? HIH_SAMPLE_NOBODY : who, 0, at_ms);

  /* The first kinds are asked for most. */
  deed->service = (HihService) (chance (self) * chance (self) * HIH_N_SERVICES);
  deed->helper = chance (self) < 0.7 ? HIH_HELPER_STAFF : HIH_HELPER_VOLUNTEER;
}

guint
hih_sample_care_live_day (HihSampleCare *self, HihSampleHome *home, GArray *deeds, gint64 midnight_ms, guint weekday)
{
  guint n_people = hih_sample_home_get_n_people (home), number = 0, end;
  g_autofree HihLesson **lessons = find_lessons (deeds, n_people);

  for (guint first = 0; first < n_people; first = end)
    {
      const HihSamplePerson *person = hih_sample_home_get_person (home, first);

      end = first + 1;
      while (end < n_people && hih_sample_home_get_person (home, end)->group == person->group)
        end++;
      if (person->weekday == weekday)
        hold_class (self, home, deeds, lessons, first, end, number++, midnight_ms);
    }
  for (guint who = 0; who < n_people; who++)
    {
      if (chance (self) < CALL_CHANCE)
        call_family (self, deeds, who, number++, midnight_ms);
      if (chance (self) < SERVICE_CHANCE)
        give_service (self, deeds, who, midnight_ms);
    }
  return number;
}
