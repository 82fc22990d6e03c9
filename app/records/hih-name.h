/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people and groups as they may be kept. Private to records. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_NAME_GOOD,
  HIH_NAME_EMPTY,
  HIH_NAME_LONG,
  HIH_NAME_BAD_CHARACTER,
} HihNameFault;

/* Trims, folds white space and composes @raw. @clean is set only when it is good. */
HihNameFault hih_name_clean (const char *raw, char **clean);

G_END_DECLS
