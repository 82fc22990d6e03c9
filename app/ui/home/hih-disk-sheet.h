/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet that asks on which disk, or in which folder. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

/* @folder: a path. Called at most once, while @told lives. */
typedef void (*HihFolderFunc) (const char *folder, gpointer told);
/* Asks for any folder at once. */
void hih_folder_ask (HihPage *page, HihFolderFunc func, GObject *told);
/* Asks for a backup file. */
void hih_backup_file_ask (HihPage *page, HihFolderFunc func, GObject *told);
/* Every disk or stick that was plugged in as a button, and any folder as the last. */
void hih_disk_sheet_open (HihPage *page, HihFolderFunc func, GObject *told);

G_END_DECLS
