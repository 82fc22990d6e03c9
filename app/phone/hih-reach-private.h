/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the states of a screen are kept while they are looked for. */
#pragma once

#include "hih-app-private.h"
#include "hih-reach.h"

G_BEGIN_DECLS

typedef enum
{
  BY_BEGINNING,
  BY_TOUCH,
  BY_WAITING,
  BY_WRITING,
} How;

typedef struct _Reached Reached;

typedef struct
{
  const HihScreen *screen;
  GHashTable *keys;   /* interned names: what tells states of it apart */
  GPtrArray *reached; /* owned */
  GHashTable *prints; /* print -> Reached */
} Place;

struct _Reached
{
  HihPhoneState *state; /* owned */
  Place *place;
  Reached *from; /* (nullable) */
  const char *by; /* (nullable) interned: the target that was touched */
  How how;
  gboolean explored;
  gboolean is_good; /* a finger leads away, now or by further touches */
  GPtrArray *next;  /* (element-type Reached) by touches and waiting, on the same screen */
};

/* Adds every key that something of @elements, or what it does, asks about. */
void hih_reach_add_keys (GHashTable *keys, GPtrArray *elements);
/* Returns (transfer full): "when …": the moves by which one comes to stand there. */
char *hih_reached_dup_told (const Reached *reached);

G_END_DECLS
