/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet on which one person is found by name. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

typedef void (*HihPersonFunc) (HihTrainee *person, gpointer owner);

/* @chosen is called when somebody was tapped, while @owner lives. */
void hih_person_search_open (HihPage *page, HihPersonFunc chosen, GObject *owner);

G_END_DECLS
