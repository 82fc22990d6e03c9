/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet that ends a class: how long it was, how long was helped. */
#pragma once

#include "hih-class-keeper.h"
#include "hih-page.h"

G_BEGIN_DECLS

void hih_class_end_show (HihPage *page, HihClassKeeper *keeper);

G_END_DECLS
