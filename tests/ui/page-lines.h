/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the lines of a label end, for tests that look at pages. */
#pragma once

#include <gtk/gtk.h>

/* (transfer full) (nullable): the first of its lines that is one character, or the first word in two lines that has room in
 * one. NULL: none. */
char *page_lines_dup_flaw (GtkLabel *label);
