/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How people's names sound, for whoever searches them by characters or first letters. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A GTaskThreadFunc. @people: the task's data, (element-type HihTrainee); returns (element-type HihNameSounds) in their order.
 * Some 100 ms for 5 000 people. */
void hih_people_hear (GTask *task, gpointer source, gpointer people, GCancellable *cancellable);

G_END_DECLS
