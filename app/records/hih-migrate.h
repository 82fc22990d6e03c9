/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings an older file up to date. Private to records. */
#pragma once

#include <gio/gio.h>

#include "hih-store.h"

G_BEGIN_DECLS

#define HIH_APPLICATION_ID 0x48694831 /* "HiH1" */
#define HIH_MIGRATIONS "/org/handinhand/records/migrations/"

/* The steps are the files NNNN-name.sql under @prefix, without gaps from 0001; the highest number is the newest
 * version. Each runs in one transaction together with its user_version; after the last, projections are made anew.
 * ERROR_NEWER: the file is newer than the steps. ERROR_CORRUPT: its version is none. ERROR_MIGRATION: a step failed and left no trace. */
gboolean hih_migrate (HihStore *store, GResource *resource, const char *prefix, GError **error);
int hih_migrate_get_newest (GResource *resource, const char *prefix);

G_END_DECLS
