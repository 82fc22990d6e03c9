/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what comes up for a moment hides least, and never what is to be touched next. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The same words, the next form takes less room than the one before. */
typedef enum
{
  HIH_TOAST_AS_CHOSEN, /* as large as the phone's words are */
  HIH_TOAST_MIDDLE,    /* as large as usual, and close together */
  HIH_TOAST_SMALL,     /* in one line */
  HIH_N_TOAST_FORMS,
} HihToastForm;

/* Shows one of @forms on a glass of @width × @height px over @screen (nullable), and none of the others: the largest that
 * hides nothing; @next (nullable): what is to be touched next; @hand (of graphene_rect_t): where
 * the hand that shows lies, on @screen. While the glass is laid out. */
void hih_toast_place_allocate (GtkWidget *const forms[HIH_N_TOAST_FORMS], GtkWidget *screen, GtkWidget *next,
                               const GArray *hand, int width, int height);
/* The same for a card that comes from above: as wide as the screen, as high as it needs, and high up where it can be. It
 * never lies on the way back. */
void hih_toast_place_allocate_card (GtkWidget *card, GtkWidget *screen, GtkWidget *next, const GArray *hand,
                                    int width, int height);

G_END_DECLS
