/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with records, lessons and a few people of its own, to walk through its pages. */
#pragma once

#include "hih-window.h"

typedef struct
{
  HihWindow *window;
  HihRecords *records;
  HihContext *context;
  HihClock *clock;
  char *dir;
} House;

/* The first thing in a test's main(): GTK without a screen reader, in Chinese. */
void house_test_init (int *argc, char ***argv);
void house_test_init_in (const char *language, int *argc, char ***argv);
/* @theme: light, dark or high-contrast. */
House *house_new (int width, int height, int text_percent, const char *theme);
/* The same with a copy of the records of @data_dir (nullable) instead of four people made up. */
House *house_new_with (int width, int height, int text_percent, const char *theme, const char *data_dir);
/* The same on a clock of the test's own. */
House *house_new_on (HihClock *clock, int width, int height, int text_percent, const char *theme, const char *data_dir);
void house_free (House *house);
/* Lets the window draw until nothing happens any more, or long enough. */
void house_settle (House *house);
/* Lets the window live for so long, sleeping whenever it does. */
void house_pass (guint ms);
void house_go (House *house, HihPlaceKind kind, const char *id);
GtkWidget *house_find (House *house, const char *name); /* nullable: nothing of that name is shown */
/* Waits until something of that name is shown. */
GtkWidget *house_wait (House *house, const char *name);
void house_press (House *house, const char *name);
/* On the page of people: the first of them, until their lessons are there. */
void house_sit_down (House *house);
