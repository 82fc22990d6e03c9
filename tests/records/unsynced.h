/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was written to files and not synced since: when the power goes, any part of it may be lost. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer none): the file at @path, known by what it is and not by its name. It is held open until unsynced_end(): to close
 * it sooner would take SQLite's locks away. */
gpointer unsynced_watch (const char *path);
/* (nullable) (transfer none): the one that is open as @fd, if it is watched. */
gpointer unsynced_find (int fd);
/* Before it is done. @file: (nullable) */
void unsynced_note_write (gpointer file, const void *bytes, gsize length, gint64 at);
void unsynced_note_truncate (gpointer file, gint64 size);
/* It was synced. @file: (nullable) */
void unsynced_forget (gpointer file);
/* No file is watched any longer. With @lost each piece that was not synced is lost, or not, as chance has it. */
void unsynced_end (gboolean lost);

G_END_DECLS
