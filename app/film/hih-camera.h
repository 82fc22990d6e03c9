/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The computer's own camera: small pictures, mirrored as one knows oneself, and the QR codes held before it. Nothing
 * of it is written or sent: a picture lives until the next one, a code as long as the signal that tells of it.
 * All functions return at once; the camera works in a thread of its own. One camera at a time in a process: another
 * one waits until the first is let go.
 *
 * Signals, on the main context the camera was made in
 *   frame (HihFrame *)   at most 640 x 480, at most 15 a second
 *   code (const char *)  what a QR code says, any text up to HIH_CAMERA_CODE_MAX bytes; not again while it stays there
 *   failed (GError *)    HIH_CAMERA_ERROR; it is off then, until the next hih_camera_start()
 */
#pragma once

#include <glib-object.h>

#include "hih-frame.h"

G_BEGIN_DECLS

#define HIH_CAMERA_ERROR (hih_camera_error_quark ())
GQuark hih_camera_error_quark (void);

typedef enum
{
  HIH_CAMERA_ERROR_ABSENT,     /* this computer has none */
  HIH_CAMERA_ERROR_REFUSED,    /* there is one, and it may not be used */
  HIH_CAMERA_ERROR_BUSY,       /* another program has it */
  HIH_CAMERA_ERROR_LOST,       /* pulled out, or no pictures come any more */
  HIH_CAMERA_ERROR_INCOMPLETE, /* GStreamer lacks a part */
} HihCameraErrorCode;

typedef enum
{
  HIH_CAMERA_PICTURES = 0,
  HIH_CAMERA_CODES = 1, /* pictures, and codes are read */
} HihCameraUse;

#define HIH_CAMERA_CODE_MAX 2048

#define HIH_TYPE_CAMERA (hih_camera_get_type ())
G_DECLARE_FINAL_TYPE (HihCamera, hih_camera, HIH, CAMERA, GObject)

HihCamera *hih_camera_new (void);
/* For tests: pictures of a GStreamer source such as "videotestsrc is-live=true". */
HihCamera *hih_camera_new_for_source (const char *source);

/* Uses are counted: on with the first, off with the last. */
void hih_camera_start (HihCamera *self, HihCameraUse use);
void hih_camera_stop (HihCamera *self, HihCameraUse use);
gboolean hih_camera_get_running (HihCamera *self); /* on, or coming on */

G_END_DECLS
