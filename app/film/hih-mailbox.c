/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events go as idle sources, never by g_main_context_invoke(), which would run them in the sender's thread whenever the
 * main context happens to be nobody's.
 */
#include "config.h"

#include "hih-mailbox.h"

struct _HihMailbox
{
  gatomicrefcount refs;
  GMainContext *context;
  HihPipelineFunc func; /* only touched on the main context */
  gpointer user_data;

  GMutex lock;
  HihPipelineEvent *frame; /* the newest; a source is on its way as long as there is one */
};

typedef struct
{
  HihMailbox *mailbox;
  HihPipelineEvent event;
} Letter;

static void
event_clear (HihPipelineEvent *event)
{
  g_clear_pointer (&event->frame, hih_frame_unref);
  g_clear_error (&event->error);
  g_clear_pointer (&event->chapters, g_array_unref);
  g_clear_pointer (&event->text, g_free);
}

void
hih_mailbox_unref (HihMailbox *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  if (self->frame != NULL)
    event_clear (self->frame);
  g_free (self->frame);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  event_clear (&letter->event);
  hih_mailbox_unref (letter->mailbox);
  g_free (letter);
}

static gboolean
deliver_cb (gpointer user_data)
{
  Letter *letter = user_data;
  HihMailbox *self = letter->mailbox;

  if (letter->event.kind == HIH_PIPELINE_FRAME)
    {
      g_autofree HihPipelineEvent *newest = NULL;

      g_mutex_lock (&self->lock);
      newest = g_steal_pointer (&self->frame);
      g_mutex_unlock (&self->lock);
      letter->event = *newest;
    }
  if (self->func != NULL)
    self->func (&letter->event, self->user_data);
  return G_SOURCE_REMOVE;
}

HihMailbox *
hih_mailbox_new (GMainContext *context, HihPipelineFunc func, gpointer user_data)
{
  HihMailbox *self = g_new0 (HihMailbox, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref (context);
  self->func = func;
  self->user_data = user_data;
  return self;
}

void
hih_mailbox_close (HihMailbox *self)
{
  self->func = NULL;
}

/* Puts a frame into its place. Returns: whether one was waiting there, so that a source is on its way. */
static gboolean
replace_frame (HihMailbox *self, const HihPipelineEvent *event)
{
  HihPipelineEvent *old;

  g_mutex_lock (&self->lock);
  old = self->frame;
  self->frame = g_memdup2 (event, sizeof *event);
  g_mutex_unlock (&self->lock);
  if (old == NULL)
    return FALSE;
  event_clear (old);
  g_free (old);
  return TRUE;
}

void
hih_mailbox_post (HihMailbox *self, const HihPipelineEvent *event)
{
  gboolean is_frame = event->kind == HIH_PIPELINE_FRAME;
  Letter *letter;
  GSource *source;

  if (is_frame && replace_frame (self, event))
    return;
  letter = g_new0 (Letter, 1);
  g_atomic_ref_count_inc (&self->refs);
  letter->mailbox = self;
  if (is_frame)
    letter->event.kind = HIH_PIPELINE_FRAME;
  else
    letter->event = *event;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, letter, letter_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}
