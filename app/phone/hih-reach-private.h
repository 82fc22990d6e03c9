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
  gboolean is_exit;   /* who comes here is out: a bar leads away, or it is the lock screen or the dark one */
  gboolean is_free;   /* it goes home, and the apps have none: where that leads cannot be tried out */
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
  gboolean is_good; /* a finger leads out, now or by further touches, also on other screens without a bar */
  gboolean is_told; /* of those that are not good: an author has heard of it */
  GPtrArray *next;  /* (element-type Reached) by touches and waiting, where no bar leads away */
};

/* @order: (element-type Place). From good to good, against the touches. */
void hih_reach_spread (GPtrArray *order);
/* Whether the way goes on from @bad to where it never comes back from: that is then what is to be mended. */
gboolean hih_reached_leads_on (const Reached *bad);
/* Marks all that can be come to from @bad as told. Returns (transfer full): the other screens there, "" if there are none. */
char *hih_reached_tell_trap (Reached *bad);

/* Adds every key that something of @elements, or what it does, asks about. */
void hih_reach_add_keys (GHashTable *keys, GPtrArray *elements);
/* Whether something of @elements goes home, at once or in a while. */
gboolean hih_reach_lead_home (GPtrArray *elements);
/* Returns (transfer full): "when …": the moves by which one comes to stand there. */
char *hih_reached_dup_told (const Reached *reached);

G_END_DECLS
