/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-cell-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *words;
  const char *icon;
} cells[HIH_N_CELLS] = {
  [HIH_CELL_NOT_BEGUN] = { NC_ ("matrix", "Not begun"), NULL },
  [HIH_CELL_LEARNING] = { NC_ ("matrix", "Learning"), "play" },
  [HIH_CELL_HELPED] = { NC_ ("matrix", "With help"), "people" },
  [HIH_CELL_ABLE] = { NC_ ("matrix", "Alone"), "star" },
  [HIH_CELL_RECHECK] = { NC_ ("matrix", "Re-check"), "repeat" },
  [HIH_CELL_STUCK] = { NC_ ("matrix", "Stuck"), "flag" },
};

const char *
hih_cell_get_words (HihCell cell)
{
  return g_dpgettext2 (NULL, "matrix", cells[cell].words);
}

const char *
hih_cell_get_icon (HihCell cell)
{
  return cells[cell].icon;
}

const char *
hih_level_get_words (guint level)
{
  static const char *const levels[] = { NC_ ("help at a step", "Alone"), NC_ ("help at a step", "Told"),
                                        NC_ ("help at a step", "Pointed at"), NC_ ("help at a step", "Shown"),
                                        NC_ ("help at a step", "Done for them") };

  return g_dpgettext2 (NULL, "help at a step", levels[MIN (level, G_N_ELEMENTS (levels) - 1)]);
}
