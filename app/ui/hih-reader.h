/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads sentences aloud one after another, so that "well done" and the next instruction do not cut each other off. */
#pragma once

#include "hih-voice.h"

G_BEGIN_DECLS

#define HIH_TYPE_READER (hih_reader_get_type ())
G_DECLARE_FINAL_TYPE (HihReader, hih_reader, HIH, READER, GObject)

/* @media_dir: (nullable): where recorded voices lie. */
HihReader *hih_reader_new (HihVoice *voice, const char *language, const char *media_dir);
HihVoice *hih_reader_get_voice (HihReader *self);

/* Stops what is being read and reads @text; NULL or "" only stops. */
void hih_reader_read (HihReader *self, const char *text);
/* After what is being read. */
void hih_reader_then (HihReader *self, const char *text);
/* The same, with the recorded human voice of the lesson's step when there is one. */
void hih_reader_read_step (HihReader *self, const char *text, const char *lesson, const char *step);
void hih_reader_then_step (HihReader *self, const char *text, const char *lesson, const char *step);
void hih_reader_stop (HihReader *self);
/* What was last begun, for the tests. */
const char *hih_reader_get_last (HihReader *self);

G_END_DECLS
