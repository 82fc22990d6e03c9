/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fuzz target is: libFuzzer calls these two, or replay.c does with every file of a corpus. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

/* A folder of this process alone, in memory where there is such a place; HIH_FUZZ_DIR names another. */
const char *fuzz_dir (void);
void fuzz_clean (void); /* takes it away */
/* DIR/NAME with these bytes. (transfer full) its path */
char *fuzz_write (const char *name, const guint8 *data, gsize length);

G_END_DECLS
