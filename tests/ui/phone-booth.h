/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place to look at the practice phone without showing a window (TRIALS.md V1.1), and states worth looking at. */
#pragma once

#include "hih-performer.h"
#include "hih-phone-view.h"

#define BOOTH_WIDTH 448 /* the column of a lesson page at 1280 × 800 */
#define BOOTH_HEIGHT 812

typedef struct
{
  const char *name;
  const char *screen;
  const char *effects;
  const char *target; /* (nullable) pointed at */
  HihGestureKind gesture;
  gint64 hand_ms;     /* so long after the hand began; 0: no hand */
  const char *value;
} BoothState;

const BoothState *booth_list_states (guint *n_states);

typedef struct
{
  GtkWidget *window;
  GtkWidget *row;
  GPtrArray *views; /* (element-type HihPhoneView) borrowed */
  int width; /* of each view; may be changed before it is settled */
  int height;
} Booth;

void booth_open (Booth *booth, guint n_views);
void booth_close (Booth *booth);
/* What a frame clock would do: styles, then places. */
void booth_settle (Booth *booth);
cairo_surface_t *booth_paint (Booth *booth); /* (transfer full) */
void booth_draw (Booth *booth, const char *path);

HihAppSet *booth_load_apps (void);
/* A test's first line: the same clock, painter and accessibility everywhere. (transfer full): the apps. */
HihAppSet *booth_begin (int *argc, char ***argv);
/* Every step of every lesson, in each of its layouts. */
typedef void (*BoothStepFunc) (HihPlan *plan, guint index, const char *layout, gconstpointer data);
void booth_walk_lessons (BoothStepFunc func, gconstpointer data);
/* 2026-11-23 9:16:32 UTC, standing still. */
HihClock *booth_clock_new (void);
void booth_run_effects (HihPhone *phone, const char *xml);
HihPhone *booth_phone_new (HihAppSet *apps, const char *layout, HihClock *clock, const BoothState *state);

/* One phone in one view. */
typedef struct
{
  Booth booth;
  HihPhoneView *view;
  HihClock *clock;
  HihPhone *phone;
} BoothPhone;

void booth_phone_open (BoothPhone *fixture, HihAppSet *apps, const BoothState *state, const char *layout, const char *language);
void booth_phone_close (BoothPhone *fixture); /* fails if anything of it lives on */
void booth_pass_time (BoothPhone *fixture, gint64 ms);
const char *booth_get_screen (BoothPhone *fixture);
const char *booth_get_key (BoothPhone *fixture, const char *key);
GtkWidget *booth_find (GtkWidget *root, const char *target); /* (nullable) */
/* (nullable): the first widget of that class below @root, or itself. */
GtkWidget *booth_find_class (GtkWidget *root, const char *css_class);
void booth_click (GtkWidget *root, const char *target);
/* A gesture that needs no widget under it. */
void booth_act (BoothPhone *fixture, HihGestureKind kind, const char *target, const char *value);
