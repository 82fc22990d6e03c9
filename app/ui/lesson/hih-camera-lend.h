/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The computer's camera for the phone of one practice, where this place allows it. */
#pragma once

#include "hih-context.h"
#include "hih-phone-view.h"

G_BEGIN_DECLS

typedef void (*HihWordsFunc) (const char *words, gpointer user_data);

/* Gives @view the camera, or none; hih_phone_view_set_camera (view, NULL) takes it back. When the drawing has to
 * stand in, one calm sentence is read out, and @show is called with @owner to write it down: at most once, and not after
 * @owner is gone. */
void hih_camera_lend (HihContext *context, HihPhoneView *view, HihWordsFunc show, GObject *owner);

G_END_DECLS
