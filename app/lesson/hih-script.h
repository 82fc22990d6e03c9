/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A script does what a trainee would do, on the core alone with a clock of its own: `hih lesson run --script`.
 * One command a line; # begins a comment:
 *   tap T | hold T | swipe-up T | swipe-down T | swipe-left T | swipe-right T | zoom T     T: app/element
 *   drag T VALUE | type T words to the end of the line | near T
 *   do            what the performer would do next for this step, as many moves as it takes
 *   do all        the same to the end of the run
 *   help | next | again | back | pause | resume
 *   wait SECONDS  such as 10 or 0.5
 */
#pragma once

#include "hih-run.h"

G_BEGIN_DECLS

#define HIH_SCRIPT_ERROR (hih_script_error_quark ())
GQuark hih_script_error_quark (void);

typedef enum
{
  HIH_SCRIPT_ERROR_SYNTAX, /* a line is not understood; the message names it */
  HIH_SCRIPT_ERROR_STUCK,  /* "do" found nothing to do */
} HihScriptError;

/* @json: one line without its end: a step's or the run's outcome, or (with @feedback) what was said. */
typedef void (*HihScriptLine) (const char *json, gpointer data);

/* Returns whether every line was understood. The run's outcome is the last line, also when it is not finished. */
gboolean hih_script_run (HihLesson *lesson, HihStage stage, gboolean with_traps, const char *layout, const char *script,
                         const char *feedback, HihScriptLine line, gpointer data, GError **error);

G_END_DECLS
