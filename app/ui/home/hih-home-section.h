/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of the desk's part about this home: a row each, that opens the section's page. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *icon;
  const char *word;  /* of its row and over its page; untranslated, as the next */
  const char *about; /* one sentence: what is found there */
  /* Makes what stands under the title, each time it is opened; it may be as tall as it likes. @page: the desk, which
   * outlives it. (transfer floating) */
  GtkWidget *(*make) (HihPage *page);
} HihHomeSection;

/* The sections there are. A line without its file does not link. */
#define HIH_HOME_SECTION(name) extern const HihHomeSection hih_home_##name;
#include "hih-home-sections.def"
#undef HIH_HOME_SECTION

/* For a section: what a person reads of @error. On a sheet; nothing when @page is left. */
void hih_home_tell (HihPage *page, GError *error);
/* A button of a section. @name: for tests. */
GtkWidget *hih_home_add_button (GtkWidget *tiles, gpointer self, const char *icon, const char *words, const char *name,
                                GCallback callback);

G_END_DECLS
