/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions: WebVTT in and out, the rules of line and time for older readers, and which one stands at a moment. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_CUES_MAX_BYTES (1024 * 1024)
#define HIH_CUES_MAX_CUES 10000
#define HIH_CUE_MAX_LINES 2
#define HIH_CUE_MAX_WIDTH_CJK 28   /* half-width columns: 14 full-width characters a line */
#define HIH_CUE_MAX_WIDTH_LATIN 32 /* half-width columns a line */
#define HIH_CUE_MIN_MS 1500
#define HIH_CUE_MAX_MS 7000

typedef struct
{
  gint64 start_ms;
  gint64 end_ms;
  char *text; /* plain, no markup; '\n' between lines */
} HihCue;

/* One clause as it was spoken; in film time. */
typedef struct
{
  const char *text;
  gint64 start_ms;
  gint64 end_ms;
} HihSpokenClause;

typedef struct _HihCues HihCues;

#define HIH_TYPE_CUES (hih_cues_get_type ())
GType hih_cues_get_type (void);

HihCues *hih_cues_new (void);
HihCues *hih_cues_ref (HihCues *self);
void hih_cues_unref (HihCues *self);

/* Reading never trusts the file: bad cues are skipped; only a file that is too large or not WebVTT is an error
 * (HIH_FILM_ERROR_DECODE, HIH_FILM_ERROR_NOT_FOUND). hih_cues_read() blocks. */
HihCues *hih_cues_parse (const char *data, gsize length, GError **error);
HihCues *hih_cues_read (const char *path, GError **error);
char *hih_cues_dup_path (const char *film); /* where the captions of a film lie: beside it, FILM.vtt */
char *hih_cues_to_vtt (HihCues *self);
gboolean hih_cues_write (HihCues *self, const char *path, GError **error);

/* Only while cues are made, in order of time. */
void hih_cues_add (HihCues *self, gint64 start_ms, gint64 end_ms, const char *text);
/* Makes as many cues of the spoken clauses as the rules ask for. The last may stand until @until_ms. */
void hih_cues_add_spoken (HihCues *self, const char *language, const HihSpokenClause *clauses, guint n_clauses,
                          gint64 until_ms);

guint hih_cues_get_n (HihCues *self);
const HihCue *hih_cues_get (HihCues *self, guint index);
const HihCue *hih_cues_at (HihCues *self, gint64 position_ms); /* (nullable) */
gint64 hih_cues_get_next_change_ms (HihCues *self, gint64 position_ms); /* when at() changes next; -1 never */

/* Half-width columns: a full-width character is 2. */
guint hih_cue_get_width (const char *text);
/* (transfer full): the text in at most HIH_CUE_MAX_LINES balanced lines; NULL when it does not fit. */
char *hih_cue_break_lines (const char *text, const char *language);
/* The least time a reader needs for it: 4 full-width or 16 half-width characters a second, within MIN and MAX. */
gint64 hih_cue_get_reading_ms (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihCues, hih_cues_unref)

G_END_DECLS
