/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read once for all files of a room that draws (c_pch); each file still includes what it needs, and -Db_pch=false builds so. */
#include <adwaita.h>
