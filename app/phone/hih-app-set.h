/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The definitions of the simulated phone's apps, as read from lessons/apps. Immutable once loaded. */
#pragma once

#include "hih-issue.h"
#include "hih-phone-state.h"
#include "hih-text.h"

G_BEGIN_DECLS

typedef struct _HihAppSet HihAppSet; /* some apps that run together on one phone */
typedef struct _HihElement HihElement;
typedef struct _HihElementKind HihElementKind;

#define HIH_TYPE_APP_SET (hih_app_set_get_type ())
GType hih_app_set_get_type (void);

#define HIH_LAYOUT_A "a"
#define HIH_LAYOUT_B "b"
#define HIH_LAYOUT_C "c"
#define HIH_N_LAYOUTS 3

guint hih_layout_find_index (const char *layout); /* 0 for a, and for what is none */

/* Loads DIR/<app>.xml, or the ground's (hih-pack.h), for each name (NULL-ended), and always "system" (lock screen, frame keys, volume, dark screen).
 * NULL with issues added when any is bad. Blocks: call at start-up or from a thread. */
HihAppSet *hih_app_set_load (const char *dir, const char *const *apps, GPtrArray *issues);
HihAppSet *hih_app_set_ref (HihAppSet *self);
void hih_app_set_unref (HihAppSet *self);

gboolean hih_app_set_has_app (HihAppSet *self, const char *app);
gboolean hih_app_set_has_screen (HihAppSet *self, const char *screen);            /* "app/screen" */
HihElement *hih_app_set_find_element (HihAppSet *self, const char *target);       /* "app/element" */
gboolean hih_app_set_has_key (HihAppSet *self, const char *key);                  /* "app.key" */
gboolean hih_app_set_key_allows (HihAppSet *self, const char *key, const char *value);
const char *hih_app_set_get_value_picture (HihAppSet *self, const char *key, const char *value); /* nullable: a drawing */
/* (transfer full): the languages in which at least half of the apps is written, the source language first. */
char **hih_app_set_dup_languages (HihAppSet *self);
HihText *hih_app_set_get_app_title (HihAppSet *self, const char *app);
const char *hih_app_set_get_app_picture (HihAppSet *self, const char *app);
/* The state of a phone just unlocked at "app/screen" with every key at its initial value; a dialog or sheet lies over
 * its app's first screen. */
HihPhoneState *hih_app_set_new_state (HihAppSet *self, const char *start_screen);
/* (transfer full): @state with @key as its owner may have set it. Any thread. */
HihPhoneState *hih_app_set_change_state (HihAppSet *self, HihPhoneState *state, const char *key, const char *value);

/* What loading lets pass and an author should mend: a screen without a way out, money without a mark, bad `order`. */
void hih_app_set_check (HihAppSet *self, GPtrArray *issues);
/* Of that only the marks: asked again when a lesson has put words of its own into keys. */
void hih_app_set_check_labels (HihAppSet *self, GPtrArray *issues);
GPtrArray *hih_app_set_dup_names (HihAppSet *self); /* (transfer container): the ids of its apps */
/* (transfer container) (element-type utf8): every screen, dialog and sheet, "app/screen", as written. */
GPtrArray *hih_app_set_dup_screens (HihAppSet *self);
/* The file of "app/screen", also of a dialog or sheet; NULL, changing nothing, when there is none. */
const char *hih_app_set_get_screen_place (HihAppSet *self, const char *screen, int *line, int *column);

/* Whether every screen, key and value of @state is known here and every waiting effect can be found: asked before a
 * saved state is gone on with, as the files may have changed since. */
gboolean hih_app_set_fits (HihAppSet *self, HihPhoneState *state);

/* (transfer full): how to mend the name of an element, key or screen that is not there. */
char *hih_app_set_suggest_target (HihAppSet *self, const char *target);
char *hih_app_set_suggest_key (HihAppSet *self, const char *key);
char *hih_app_set_suggest_start (HihAppSet *self, const char *screen);
char *hih_element_suggest_gesture (HihElement *self, int gesture);

/* @name: a drawing of media/ such as "face-fang", or (@is_icon) a control icon such as "video". */
typedef void (*HihPictureFunc) (const char *name, gboolean is_icon, const char *file, HihFilePlace place, gpointer data);
/* Every picture and icon that the files name, with its place: whether it exists is the checker's business. */
void hih_app_set_foreach_picture (HihAppSet *self, HihPictureFunc func, gpointer data);

/* Elements, for the validator, the view and the words of feedback. Borrowed. */
const HihElementKind *hih_element_get_kind (HihElement *self);
const char *hih_element_kind_get_name (const HihElementKind *kind);
const char *hih_element_get_target (HihElement *self);                            /* "app/element" */
HihElement *hih_element_get_parent (HihElement *self);                             /* nullable: what it stands in */
const char *hih_element_get_screen (HihElement *self);                            /* "app/screen" it stands on */
const char *hih_element_get_place (HihElement *self, int *line, int *column);     /* the file it is written in */
const char *hih_element_get_attribute (const HihElement *self, const char *name);
HihText *hih_element_get_title (HihElement *self, const char *layout);            /* nullable */
HihText *hih_element_get_text (HihElement *self, const char *name, const char *layout); /* nullable: "placeholder" */
gboolean hih_element_answers (HihElement *self, int gesture_kind);
/* The least and greatest number of the element's key; FALSE, changing nothing, when it has no number. */
gboolean hih_element_get_range (HihElement *self, int *minimum, int *maximum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihAppSet, hih_app_set_unref)

G_END_DECLS
