/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine under HihPlayer: one playbin3, driven by a thread of its own, heard through events. Private to film/. */
#pragma once

#include "hih-mailbox.h"

G_BEGIN_DECLS

typedef struct _HihPipeline HihPipeline;

HihPipeline *hih_pipeline_new (GMainContext *context, const char *audio_sink, HihPipelineFunc func,
                               gpointer user_data);
/* No event comes after it; everything is taken down in the background. */
void hih_pipeline_close (HihPipeline *self);

/* None of these blocks. */
void hih_pipeline_load (HihPipeline *self, const char *uri, guint load); /* @uri: (nullable) */
void hih_pipeline_seek (HihPipeline *self, guint generation, gint64 start_ns, gint64 stop_ns, double rate,
                        gboolean play);
void hih_pipeline_set_playing (HihPipeline *self, gboolean playing);
void hih_pipeline_set_muted (HihPipeline *self, gboolean muted);
gboolean hih_pipeline_query_position (HihPipeline *self, gint64 *position_ns);

G_END_DECLS
