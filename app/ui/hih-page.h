/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all pages have in common: where they lead, what they say aloud, and how they are left. */
#pragma once

#include <adwaita.h>

#include "hih-context.h"
#include "hih-idle-watch.h"
#include "hih-run.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_PLACE_WELCOME,
  HIH_PLACE_WHO,
  HIH_PLACE_LESSONS, /* of `trainee`, or of who sits here already; NULL and `fresh`: a guest. Fresh with `id`: straight
                      * into that lesson */
  HIH_PLACE_TOPIC,   /* `id`: the topic */
  HIH_PLACE_LESSON,  /* `id`: the lesson */
  HIH_PLACE_RECHECK, /* `id`: the lesson; straight to Alone */
  HIH_PLACE_TRY,     /* `id`: the lesson, nothing is recorded; back leads to the desk */
  HIH_PLACE_DONE,    /* `id`: the lesson; `run`; `able`; `support` */
  HIH_PLACE_DOOR,    /* `id` HIH_DOOR_CHANGE: from the desk, to choose other digits */
  HIH_PLACE_DESK,    /* `id`: (nullable): the part that is open */
  HIH_PLACE_RESTORE,     /* behind the door; `id`: the path of a backup */
  HIH_PLACE_CLASS_START, /* behind the door, as the next two */
  HIH_PLACE_CLASS,       /* `id`: of the class session, as text */
  HIH_PLACE_PROJECTOR,   /* `id`: the same; the class's lesson for all to see */
} HihPlaceKind;

#define HIH_DOOR_CHANGE "change"

typedef struct
{
  HihPlaceKind kind;
  const char *id;
  HihTrainee *trainee;
  gboolean fresh;   /* somebody else sits down */
  HihId run;
  gboolean able;
  HihSupport support; /* the most help that a step of `run` took */
} HihPlace;

#define HIH_TYPE_PAGE (hih_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (HihPage, hih_page, HIH, PAGE, AdwBin)

/* Signals
 *   go (gpointer const HihPlace *)   another page is wanted
 *   sheet (GtkWidget *content)       something is to stand over this page; NULL takes it away
 *   text-percent (int)               another text size is wanted, and kept
 *   said (const char *)              the page has something to say; the window reads it
 */
struct _HihPageClass
{
  AdwBinClass parent_class;

  void (*shown) (HihPage *self);           /* it stands in the window: set the focus, speak, ask the records */
  void (*left) (HihPage *self);            /* it is about to be taken away */
  char *(*dup_speech) (HihPage *self);     /* what it says when shown, and when asked again */
  char *(*dup_help) (HihPage *self);       /* what F1 says, in words for this page */
  gboolean (*go_back) (HihPage *self);     /* Escape; FALSE: nowhere to go */
  gboolean (*key) (HihPage *self, guint keyval, GdkModifierType state); /* TRUE: taken */
  HihStay (*get_stay) (HihPage *self);     /* how long it may stand without a touch; unset: as its place says */
  void (*resized) (HihPage *self, int width, int height); /* classes were set already */
};

HihContext *hih_page_get_context (HihPage *self);
HihSession *hih_page_get_session (HihPage *self);
GCancellable *hih_page_get_cancellable (HihPage *self); /* cancelled when the page is left */
const char *hih_page_get_title (HihPage *self);
void hih_page_set_title (HihPage *self, const char *title); /* for the window and screen readers */

void hih_page_go (HihPage *self, const HihPlace *place);
void hih_page_go_to (HihPage *self, HihPlaceKind kind, const char *id);
void hih_page_show_sheet (HihPage *self, GtkWidget *content);
void hih_page_close_sheet (HihPage *self);
void hih_page_speak (HihPage *self);
/* The size that holds: the person's own wish, else the computer's. */
int hih_page_get_text_percent (HihPage *self);
/* The content, in a scroller that only goes downward, with the page's margins. */
void hih_page_set_body (HihPage *self, GtkWidget *body);
/* Under the body, in sight without scrolling as long as it leaves room to read; the body must be a GtkBox. */
void hih_page_set_foot (HihPage *self, GtkWidget *foot);
/* Tells whether an asynchronous answer still matters, and logs what went wrong. Returns TRUE when @error is unset. */
gboolean hih_page_check (HihPage *self, GError *error);
/* The sheet of text sizes, ready to be shown. */
GtkWidget *hih_page_new_size_button (HihPage *self);
GtkWidget *hih_page_new_again_button (HihPage *self);

/* For the window. */
void hih_page_shown (HihPage *self);
void hih_page_left (HihPage *self);
char *hih_page_dup_help (HihPage *self);
gboolean hih_page_back (HihPage *self);
HihStay hih_page_get_stay (HihPage *self, HihStay usual); /* @usual: of a page that does not say */
gboolean hih_page_key (HihPage *self, guint keyval, GdkModifierType state);

G_END_DECLS
