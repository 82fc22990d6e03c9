/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small film that tells by its colours which step is shown, made by our own encoder. */
#pragma once

#include <glib.h>

#include "hih-frame.h"

#define FIXTURE_WIDTH 320
#define FIXTURE_HEIGHT 180
#define FIXTURE_STEP_MS 1000
#define FIXTURE_STEPS 3
#define FIXTURE_MS (FIXTURE_STEP_MS * FIXTURE_STEPS)
#define FIXTURE_RATE 22050

/* The picture's ground is the colour of its step; a box moves for 200 ms in the middle of a step, then all is still. */
extern const guint32 fixture_colours[FIXTURE_STEPS];

/* Fills @pixels (FIXTURE_WIDTH x FIXTURE_HEIGHT words). */
void fixture_draw (guint32 *pixels, gint64 at_ms);
/* Writes the film; with a tone of -20 LUFS in it, or silent and soundless. */
void fixture_make (const char *path, gboolean with_sound);
/* (transfer full): a new folder with film.webm in it. */
char *fixture_dir_new (gboolean with_sound);
void fixture_dir_remove (char *dir);
/* Runs the main context without waiting for anything. @loop: of the test, which may also quit it meanwhile. */
void fixture_let_pass (GMainLoop *loop, guint ms);
guint32 fixture_pixel (HihFrame *frame, int x, int y);
int fixture_step_of (HihFrame *frame); /* by the ground; -1 for any other colour */
/* The largest difference of a channel. */
int fixture_distance (guint32 a, guint32 b);
