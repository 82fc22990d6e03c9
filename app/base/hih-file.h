/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are made: each whole or not at all. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a file may be put there: only in the place of a file or of nothing. A folder, a device or a pipe stays what it is: FALSE
 * with an error as below. hih_file_put() asks by itself; whoever works long for the file asks before. Any thread. */
gboolean hih_file_check_place (const char *path, GError **error);

/* What lay there stays until the new one is whole; a link stays a link. FALSE with an error of G_FILE_ERROR, in one line that
 * names @path and why; nothing is left beside it then. Blocks. Any thread. */
gboolean hih_file_put (const char *path, gconstpointer data, gsize length, GError **error);

G_END_DECLS
