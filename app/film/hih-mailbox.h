/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way from GStreamer's threads to the main context. Private to film/. */
#pragma once

#include "hih-film.h"
#include "hih-frame.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_PIPELINE_CHAPTERS, /* chapters */
  HIH_PIPELINE_READY,    /* duration_ns: it can be searched and played now */
  HIH_PIPELINE_DURATION, /* duration_ns: better known */
  HIH_PIPELINE_FRAME,    /* frame */
  HIH_PIPELINE_SETTLED,  /* the last seek is done: positions are true */
  HIH_PIPELINE_ENDED,    /* position_ns: how far pictures and sound came; -1: as far as they should */
  HIH_PIPELINE_FAILED,   /* error; the film is gone */
  HIH_PIPELINE_NO_SOUND,
  HIH_PIPELINE_CODE,     /* text: a camera's */
} HihPipelineEventKind;

typedef struct
{
  HihPipelineEventKind kind;
  guint load;       /* of which hih_pipeline_load() */
  guint generation; /* of which hih_pipeline_seek(); 0 before the first */
  gint64 duration_ns;
  gint64 position_ns;
  HihFrame *frame;
  GError *error;
  GArray *chapters;
  char *text;
} HihPipelineEvent;

/* On the main context given to new(); the event is borrowed. */
typedef void (*HihPipelineFunc) (const HihPipelineEvent *event, gpointer user_data);

typedef struct _HihMailbox HihMailbox;

HihMailbox *hih_mailbox_new (GMainContext *context, HihPipelineFunc func, gpointer user_data);
void hih_mailbox_close (HihMailbox *self); /* on the main context: nothing is delivered any more */
void hih_mailbox_unref (HihMailbox *self);
/* Any thread. Takes what the event points to. Events keep their order; of frames only the newest is delivered. */
void hih_mailbox_post (HihMailbox *self, const HihPipelineEvent *event);

G_END_DECLS
