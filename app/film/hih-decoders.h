/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every pipeline that decodes foreign pictures needs. Private to film/. */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

void hih_decoders_copy_in (GstElement *pipeline); /* before it leaves NULL */
/* "source-setup" of a GstDiscoverer, whose pipeline is its own secret. */
void hih_decoders_discoverer_cb (GObject *discoverer, GstElement *source, gpointer user_data);

G_END_DECLS
