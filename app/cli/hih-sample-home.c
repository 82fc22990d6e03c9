/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the made-up people learn: everybody has a gift and learns by doing; every step has a difficulty, and a thing it
 * is taken for; every ninth person is stuck at one step of one lesson. Groups meet on a morning or an afternoon of
 * the week, and some come on other days.
 */
#include "config.h"

#include "hih-sample-home.h"

#include "hih-run.h"
#include "hih-sample-names.h"

#define GROUP_SIZE 18
#define DAY_MS G_GINT64_CONSTANT (86400000)
#define HOUR_MS G_GINT64_CONSTANT (3600000)

static const int recheck_days[] = { 7, 30, 90 };

/* One person and one lesson. */
typedef struct
{
  guint8 stage;       /* HihStage that comes next; ALONE with a second round */
  guint8 round;
  guint8 practised;   /* runs so far */
  guint8 rechecked;   /* how many of recheck_days are behind */
  gboolean able;
  gboolean ticked;
  gint64 able_at_ms;
} Learning;

typedef struct
{
  HihSamplePerson who;
  double gift;         /* 0 … 1 */
  guint group;
  guint lesson;        /* the one being learnt */
  int stuck_lesson;    /* -1: nowhere */
  guint stuck_step;
  Learning *learning;  /* one a lesson */
} Person;

struct _HihSampleHome
{
  GRand *rand;
  GPtrArray *lessons; /* (element-type HihLesson), borrowed, in teaching order */
  Person *people;
  guint n_people;
  guint n_runs; /* of the day that is being lived */
};

static const char *
name_group (guint group)
{
  static const char *const halves[] = { "上午", "下午" };
  static const char *const days[] = { "一", "二", "三", "四", "五" };
  guint round = group / 10;
  g_autofree char *name = NULL;

  if (round == 0)
    name = g_strdup_printf ("周%s%s班", days[group % 5], halves[group / 5 % 2]);
  else
    name = g_strdup_printf ("周%s%s%u班", days[group % 5], halves[group / 5 % 2], round + 1);
  return g_intern_string (name);
}

static double
chance (HihSampleHome *self)
{
  return g_rand_double (self->rand);
}

/* 0 … 1, always the same for a place. */
static double
fixed_chance (const char *text, guint number)
{
  return ((g_str_hash (text) * 2654435761u + number * 40503u) >> 8 & 0xffff) / 65536.0;
}

HihSampleHome *
hih_sample_home_new (HihCatalogue *catalogue, guint n_people, guint32 seed)
{
  HihSampleHome *self = g_new0 (HihSampleHome, 1);
  GPtrArray *topics = hih_catalogue_get_topics (catalogue);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->rand = g_rand_new_with_seed (seed);
  self->lessons = g_ptr_array_new ();
  for (guint t = 0; t < topics->len; t++)
    g_ptr_array_extend (self->lessons, ((const HihTopic *) topics->pdata[t])->lessons, NULL, NULL);
  self->n_people = n_people;
  self->people = g_new0 (Person, n_people);
  for (guint i = 0; i < n_people; i++)
    {
      Person *person = &self->people[i];

      person->group = i / GROUP_SIZE;
      person->who.name = hih_sample_name_make (self->rand, names);
      person->who.picture = hih_sample_picture_pick (self->rand);
      person->who.group = name_group (person->group);
      person->who.weekday = person->group % 5 + 1;
      person->who.afternoon = person->group / 5 % 2 == 1;
      person->gift = 0.25 + 0.75 * chance (self);
      person->stuck_lesson = -1;
      if (self->lessons->len > 0 && i % 9 == 4)
        {
          person->stuck_lesson = g_rand_int_range (self->rand, 0, (gint32) MIN (self->lessons->len, 5));
          person->stuck_step =
            (guint) g_rand_int_range (self->rand, 0, (gint32) hih_lesson_get_n_steps (self->lessons->pdata[person->stuck_lesson]));
        }
      person->learning = g_new0 (Learning, MAX (self->lessons->len, 1));
    }
  return self;
}

void
hih_sample_home_free (HihSampleHome *self)
{
  for (guint i = 0; i < self->n_people; i++)
    {
      g_free (self->people[i].who.name);
      g_free (self->people[i].learning);
    }
  g_free (self->people);
  g_ptr_array_unref (self->lessons);
  g_rand_free (self->rand);
  g_free (self);
}

guint
hih_sample_home_get_n_people (HihSampleHome *self)
{
  return self->n_people;
}

const HihSamplePerson *
hih_sample_home_get_person (HihSampleHome *self, guint who)
{
  return &self->people[who].who;
}

static HihSampleDeed *
add_deed (GArray *deeds, HihSampleDeedKind kind, guint who, guint run, HihLesson *lesson, gint64 at_ms)
{
  HihSampleDeed deed = { .kind = kind, .who = who, .run = run, .lesson = lesson, .at_ms = at_ms };

  g_array_append_val (deeds, deed);
  return &g_array_index (deeds, HihSampleDeed, deeds->len - 1);
}

/* What a step is taken for: mostly one and the same thing. */
static const char *
mistake (HihSampleHome *self, HihLesson *lesson, guint index)
{
  guint n = hih_lesson_get_n_steps (lesson);
  guint usual = index + 1 + (guint) (fixed_chance (hih_lesson_get_id (lesson), index + 50) * 3);
  guint other = chance (self) < 0.75 ? usual : (guint) g_rand_int_range (self->rand, 0, (gint32) n);
  const char *target = hih_lesson_get_step (lesson, other % n)->target;

  return target != NULL && other % n != index ? target : "home/weather";
}

static void
do_step (HihSampleHome *self, const Person *person, guint lesson_index, const HihPlanItem *item, HihStage stage,
         const Learning *learning, HihSampleDeed *deed)
{
  static const guint shown_at_once[HIH_N_STAGES] = { 0, 2, 1, 0 };
  HihStepEnd *step = &deed->step;
  guint index = item->lesson_index;
  gboolean stuck = person->stuck_lesson == (int) lesson_index && person->stuck_step == index && item->trap == NULL;
  double skill = person->gift + 0.12 * learning->practised - 0.6 * fixed_chance (hih_lesson_get_id (deed->lesson), index);
  double slip = CLAMP (0.42 - 0.45 * skill, 0.015, 0.7);

  step->step = item->trap != NULL ? (item->trap_ends ? item->trap->id : item->step->id) : item->step->id;
  step->step_index = index;
  step->trap = item->trap != NULL;
  step->trap_kind = item->trap != NULL ? item->trap->kind : NULL;
  step->recovered = item->trap != NULL && item->trap_ends;
  while (step->errors < 3 && chance (self) < slip)
    step->errors++;
  if (stuck && stage != HIH_STAGE_FOLLOW)
    step->errors = MAX (step->errors, 2);
  step->helps = step->errors;
  if (stuck && stage != HIH_STAGE_FOLLOW)
    step->helps++;
  if (chance (self) < slip / 3)
    step->helps++, step->help_asked++;
  step->level = MIN (shown_at_once[stage] + step->helps, 4);
  step->near_misses = chance (self) < 0.08 ? 1 : 0;
  step->duration_ms = (gint64) (3500 + 9000 * (1.1 - person->gift) * (0.5 + chance (self)) + 6000 * step->helps);
  for (guint i = 0; i < step->errors; i++)
    deed->hits[i] = mistake (self, deed->lesson, index);
}

/* After a run that was finished: what comes next in this lesson. */
static void
learn (HihSampleHome *self, Person *person, Learning *learning, guint lesson_index, HihStage stage, gboolean able,
       gint64 at_ms)
{
  learning->practised = (guint8) MIN (learning->practised + 1, 200);
  if (stage != HIH_STAGE_ALONE)
    {
      learning->stage = (guint8) (stage + 1);
      return;
    }
  if (learning->able)
    {
      while (learning->rechecked < G_N_ELEMENTS (recheck_days) &&
             at_ms >= learning->able_at_ms + recheck_days[learning->rechecked] * DAY_MS - DAY_MS / 2)
        learning->rechecked++;
      learning->stage = able ? HIH_STAGE_ALONE : HIH_STAGE_GUIDED;
      return;
    }
  if (able)
    {
      learning->able = TRUE;
      learning->able_at_ms = at_ms;
    }
  learning->round = 1;
  /* Whoever cannot do it yet stays with it for a while. */
  if (person->lesson == lesson_index && (able || (learning->practised > 5 && chance (self) < 0.4)))
    person->lesson++;
}

/* One run. Returns when it was over. */
static gint64
do_run (HihSampleHome *self, GArray *deeds, guint who, guint lesson_index, gint64 at_ms)
{
  Person *person = &self->people[who];
  Learning *learning = &person->learning[lesson_index];
  HihLesson *lesson = self->lessons->pdata[lesson_index];
  HihStage stage = learning->stage;
  gboolean with_traps = stage == HIH_STAGE_ALONE && learning->round > 0;
  g_autoptr (HihPlan) plan = NULL;
  guint run = self->n_runs;
  gint64 start_ms = at_ms;
  guint errors = 0, highest = 0, n_items, stop_at;
  HihSampleDeed *deed;

  if (stage == HIH_STAGE_WATCH)
    {
      gint64 length_ms = (gint64) hih_lesson_get_minutes (lesson) * 20000;
      gboolean to_end = chance (self) < 0.93;
      guint n_steps = hih_lesson_get_n_steps (lesson);

      deed = add_deed (deeds, HIH_DEED_WATCH, who, 0, lesson, at_ms + length_ms);
      deed->film = (HihFilmWatched) { hih_lesson_get_id (lesson), hih_lesson_get_content_hash (lesson), length_ms,
                                      to_end ? n_steps : n_steps / 2, to_end };
      learning->stage = HIH_STAGE_FOLLOW;
      return at_ms + length_ms;
    }
  self->n_runs++;
  plan = hih_plan_new (lesson, stage, with_traps);
  n_items = hih_plan_get_n_items (plan);
  stop_at = chance (self) < 0.04 ? (guint) g_rand_int_range (self->rand, 0, (gint32) n_items) : n_items;
  deed = add_deed (deeds, HIH_DEED_START, who, run, lesson, at_ms);
  deed->start.lesson = hih_lesson_get_id (lesson);
  deed->start.content = hih_lesson_get_content_hash (lesson);
  deed->start.stage = hih_stage_get_name (stage);
  deed->start.layout = with_traps ? "b" : "a";
  deed->start.round = with_traps ? 1 : 0;
  deed->start.seed = g_rand_int (self->rand);
  for (guint i = 0; i < stop_at; i++)
    {
      deed = add_deed (deeds, HIH_DEED_STEP, who, run, lesson, 0);
      do_step (self, person, lesson_index, hih_plan_get_item (plan, i), stage, learning, deed);
      at_ms += deed->step.duration_ms + 1500;
      deed->at_ms = at_ms;
      errors += deed->step.errors;
      highest = MAX (highest, deed->step.level);
    }
  /* Called away: half of them close the lesson, the others just go. */
  if (stop_at < n_items && chance (self) < 0.5)
    return at_ms;
  deed = add_deed (deeds, HIH_DEED_END, who, run, lesson, at_ms + 10);
  deed->end = (HihRunEnd) { .outcome = stop_at < n_items ? "left" : "done", .errors = errors, .max_level = highest,
                            .duration_ms = at_ms - start_ms };
  deed->end.able_alone = stop_at == n_items && hih_run_judge_able (stage, errors, highest);
  if (stop_at == n_items)
    learn (self, person, learning, lesson_index, stage, deed->end.able_alone, at_ms);
  return at_ms + 10;
}

/* A lesson that wants to be looked at again, or -1. */
static int
find_recheck (HihSampleHome *self, const Person *person, gint64 at_ms)
{
  for (guint i = 0; i < self->lessons->len; i++)
    {
      const Learning *learning = &person->learning[i];

      if (learning->able && learning->rechecked < G_N_ELEMENTS (recheck_days) &&
          at_ms >= learning->able_at_ms + recheck_days[learning->rechecked] * DAY_MS && chance (self) < 0.5)
        return (int) i;
    }
  return -1;
}

/* After the class the instructor looks at it on the person's own phone. */
static void
tick_real_phone (HihSampleHome *self, GArray *deeds, guint who, gint64 at_ms)
{
  Person *person = &self->people[who];

  for (guint i = 0; i < self->lessons->len; i++)
    {
      Learning *learning = &person->learning[i];
      double luck;

      if (!learning->able || learning->ticked || chance (self) > 0.4)
        continue;
      luck = chance (self);
      add_deed (deeds, HIH_DEED_TICK, who, 0, self->lessons->pdata[i], at_ms)->tick =
        luck < 0.6 ? HIH_REAL_PHONE_ALONE : luck < 0.9 ? HIH_REAL_PHONE_WITH_HELP : HIH_REAL_PHONE_NOT_YET;
      learning->ticked = luck < 0.9;
      return;
    }
}

static int
compare_deeds (gconstpointer a, gconstpointer b)
{
  const HihSampleDeed *x = a, *y = b;

  if (x->at_ms != y->at_ms)
    return x->at_ms < y->at_ms ? -1 : 1;
  return x->who < y->who ? -1 : x->who > y->who;
}

GArray *
hih_sample_home_live_day (HihSampleHome *self, gint64 midnight_ms, guint weekday, guint *n_runs)
{
  GArray *deeds = g_array_new (FALSE, TRUE, sizeof (HihSampleDeed));

  self->n_runs = 0;
  for (guint who = 0; who < self->n_people && self->lessons->len > 0; who++)
    {
      Person *person = &self->people[who];
      gboolean meets = weekday == person->who.weekday;
      gint64 at_ms = midnight_ms + (person->who.afternoon ? HIH_SAMPLE_AFTERNOON : HIH_SAMPLE_MORNING) * HOUR_MS + g_rand_int_range (self->rand, 0, 600000);
      int n = g_rand_int_range (self->rand, 2, 5);

      if (chance (self) > (meets ? 0.88 : 0.22))
        continue;
      if (!meets)
        at_ms += HOUR_MS * g_rand_int_range (self->rand, 0, 3);
      for (int i = 0; i < n; i++)
        {
          int again = find_recheck (self, person, at_ms);
          guint lesson = again >= 0 ? (guint) again : person->lesson;

          if (lesson >= self->lessons->len)
            lesson = (guint) g_rand_int_range (self->rand, 0, (gint32) self->lessons->len);

          at_ms = do_run (self, deeds, who, lesson, at_ms) + 20000;
        }
      if (meets)
        tick_real_phone (self, deeds, who, at_ms);
    }
  *n_runs = self->n_runs;
  return deeds;
}

void
hih_sample_deeds_sort (GArray *deeds)
{
  /* Stable: a person's deeds of one moment stay in their order. */
  g_array_sort (deeds, compare_deeds);
}
