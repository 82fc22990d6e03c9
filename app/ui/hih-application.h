/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting: options, one instance, loading the records and the lessons while the window already stands. */
#pragma once

#include "hih-window.h"

G_BEGIN_DECLS

#define HIH_TYPE_APPLICATION (hih_application_get_type ())
G_DECLARE_FINAL_TYPE (HihApplication, hih_application, HIH, APPLICATION, AdwApplication)

HihApplication *hih_application_new (void);
/* After it ran: 0, or 1 when a tour got stuck. */
int hih_application_get_status (HihApplication *self);

G_END_DECLS
