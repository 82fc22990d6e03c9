/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where an error becomes a sentence: calm, translated, with one thing to do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_REMEDY_GO_ON,   /* the lesson goes on without it */
  HIH_REMEDY_AGAIN,   /* try once more */
  HIH_REMEDY_TEACHER, /* somebody who looks after this computer should know */
} HihRemedy;

/* Both (transfer none), translated, never NULL. */
const char *hih_error_get_text (const GError *error);
const char *hih_remedy_get_text (HihRemedy remedy);
HihRemedy hih_error_get_remedy (const GError *error);
/* The English message, for whoever reads the log. */
void hih_error_log (const GError *error);

G_END_DECLS
