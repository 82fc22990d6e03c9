/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The closed set of things that can happen on the phone. Each is an element inside <on>, <after>, <trap> or <start>:
 * open back home set clear after cancel toast ask ring sheet notify say-aloud scan-result fail
 */
#pragma once

#include "hih-app-set.h"
#include "hih-markup.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_EFFECT_OPEN,
  HIH_EFFECT_BACK,
  HIH_EFFECT_HOME,
  HIH_EFFECT_SET,
  HIH_EFFECT_CLEAR,
  HIH_EFFECT_AFTER,
  HIH_EFFECT_CANCEL,
  HIH_EFFECT_TOAST,
  HIH_EFFECT_ASK,
  HIH_EFFECT_RING,
  HIH_EFFECT_SHEET,
  HIH_EFFECT_NOTIFY,
  HIH_EFFECT_SAY_ALOUD,
  HIH_EFFECT_SCAN_RESULT,
  HIH_EFFECT_FAIL,
} HihEffectKind;

typedef struct _HihEffect HihEffect;

/* Reads every effect child of @node; other children are left to the caller (it names unknown ones).
 * GPtrArray of HihEffect, owned. @app: the app of bare keys and screens, NULL in a lesson. */
GPtrArray *hih_effects_read (const HihNode *node, const char *app, GPtrArray *issues);
/* Checks names against the loaded apps, once all are known. */
void hih_effects_check (GPtrArray *effects, HihAppSet *apps, const char *app, GPtrArray *issues);
gboolean hih_effect_is_name (const char *element_name);

HihEffectKind hih_effect_get_kind (const HihEffect *self);
const char *hih_effect_kind_get_name (HihEffectKind kind); /* as it is written: "notify" */
const char *hih_effect_get_name (const HihEffect *self);   /* the key, screen, sheet or timer */
const char *hih_effect_get_value (const HihEffect *self);  /* nullable */
HihText *hih_effect_get_text (const HihEffect *self);      /* nullable: toast, notify, say-aloud */
const char *hih_effect_get_place (const HihEffect *self, int *line, int *column); /* the file it is written in */
HihText *hih_effect_get_title (const HihEffect *self);     /* nullable: notify */
/* Calls for every picture named by @effects. */
void hih_effects_foreach_picture (GPtrArray *effects, HihPictureFunc func, gpointer data);
/* Names of all effects, borrowed, in a new array: for suggestions. */
GPtrArray *hih_effect_dup_names (void);

G_END_DECLS
