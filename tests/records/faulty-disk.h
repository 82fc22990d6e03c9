/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails at the n-th call: every one SQLite makes through its VFS, and those by which this program itself
 * opens, makes, renames, links, closes off and syncs files. Or SQLite's memory, at the n-th piece it asks for. For one
 * program; threads may come and go. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULTY_ONCE,  /* the n-th call fails */
  FAULTY_EVER,  /* it and all after it */
  FAULTY_FULL,  /* there is no room left from the n-th writing on; reading goes on */
  FAULTY_CUT,   /* the power goes: it and all after it fail, and of what SQLite wrote and nobody synced any part is lost */
  FAULTY_MEMORY_ONCE, /* the n-th piece of memory is not there */
  FAULTY_MEMORY_EVER, /* nor is any after it */
  FAULTY_N_MODES
} FaultyMode;

const char *faulty_mode_to_string (FaultyMode mode);
/* Before the first connection. */
void faulty_disk_install (void);
void faulty_disk_arm (guint nth, FaultyMode mode);
/* Once all that was opened since is closed. Returns whether anything failed: when not, there are fewer calls than n. */
gboolean faulty_disk_disarm (void);
/* (nullable): what failed first, such as `sync`. */
const char *faulty_disk_get_failed (void);

G_END_DECLS
