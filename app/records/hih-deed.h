/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event on its way into the log: what every function that writes down something that happened begins and ends with.
 * Private to records. */
#pragma once

#include "hih-body.h"
#include "hih-records-private.h"

G_BEGIN_DECLS

typedef struct _HihDeed HihDeed;
struct _HihDeed
{
  HihVerb verb;
  gboolean nobody; /* of nobody in particular: trainee is not used */
  HihId trainee;
  HihId object;      /* a run, a session, a call; nil when there is none */
  HihBody *body;     /* (owned) (nullable): unfinished; rev is added when it is appended */
  const char *needs; /* (nullable): a query that has a row for (object, trainee), else the deed is refused */
  const char *table; /* (nullable): the register it goes to, which gives its rev */
  char *key;         /* (owned) (nullable): of that register */
  /* (nullable): what else is to be written, in the same transaction */
  gboolean (*after) (HihStore *store, HihDeed *deed, gint64 at_ms, GError **error);
  HihWriteFunc write; /* set by hih_deed_send() */
  HihId device;       /* a voided event's place */
  gint64 seq;
};

/* @trainee: (nullable): NULL for a deed of nobody. With an empty body. */
HihDeed *hih_deed_new (HihVerb verb, const HihId *trainee);
void hih_deed_free (gpointer deed);
/* Sets the object, its text as key, and the body's @name for it. */
void hih_deed_set_object (HihDeed *deed, const char *name, const HihId *object);

/* Answers @task at once when it is a guest's (@guest) or a value is not allowed (not @good), and frees what was made.
 * Else gives both to the records thread, which runs @func (hih_deed_write when NULL). Takes @deed.
 * @task: (transfer full) */
void hih_deed_send (HihRecords *self, GTask *task, HihDeed *deed, gboolean guest, gboolean good, HihWriteFunc func);
GTask *hih_deed_task (HihRecords *self, HihVerb verb, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data);
gboolean hih_deed_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* The one place of the rule: whoever withdrew their consent is as a guest, and what they do is not written (runs, steps,
 * films, ticks, classes, hands). What hih_deed_send() sends is looked at already. 1: not to be written; 0; -1: error. On
 * the records thread. */
int hih_deed_is_withheld (HihStore *store, const HihDeed *deed, GError **error);
/* On the records thread, in a transaction. A HihWriteFunc: needs, table and after are seen to. */
gboolean hih_deed_write (HihStore *store, gpointer deed, gint64 at_ms, GError **error);
/* Only appends. Uses the body up. */
gboolean hih_deed_append (HihStore *store, HihDeed *deed, gint64 at_ms, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihDeed, hih_deed_free)

G_END_DECLS
