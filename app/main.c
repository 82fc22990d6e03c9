/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's program. It only starts. */
#include "config.h"

#include "hih-application.h"
#include "hih-memory.h"

int
main (int argc, char **argv)
{
  g_autoptr (HihApplication) application = NULL;
  int status;

  hih_memory_init ();
  application = hih_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status != 0 ? status : hih_application_get_status (application);
}
