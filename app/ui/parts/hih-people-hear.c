/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-people-hear.h"

#include "hih-name-sounds.h"
#include "hih-people.h"

void
hih_people_hear (GTask *task, gpointer source, gpointer people, GCancellable *cancellable)
{
  GPtrArray *trainees = people;
  g_autoptr (GPtrArray) sounds = g_ptr_array_new_full (trainees->len, (GDestroyNotify) hih_name_sounds_free);

  for (guint i = 0; i < trainees->len; i++)
    g_ptr_array_add (sounds, hih_name_sounds_new (((HihTrainee *) trainees->pdata[i])->name));
  g_task_return_pointer (task, g_steal_pointer (&sounds), (GDestroyNotify) g_ptr_array_unref);
}
