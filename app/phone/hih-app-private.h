/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An app as read from its file. Only the loader writes here; everybody else in this room reads. */
#pragma once

#include "hih-condition.h"
#include "hih-effect-private.h"
#include "hih-element-kind.h"
#include "hih-reach.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_KEY_CHOICE,
  HIH_KEY_TEXT,
  HIH_KEY_FLAG,
  HIH_KEY_NUMBER,
} HihKeyType;

typedef struct
{
  char *id;
  char *picture;  /* (nullable) */
  HihFilePlace picture_place;
  HihText *title; /* (nullable) */
} HihKeyValue;

typedef struct
{
  const char *name;  /* interned: "app.key" */
  HihKeyType type;
  GPtrArray *values; /* (element-type HihKeyValue); of a choice and a flag */
  GPtrArray *texts;  /* (element-type utf8) owned; of a text: how it begins, and what it is set to */
  GPtrArray *takes;  /* (element-type HihKey) of a text: those whose words are put into it */
  char *initial;
  int min, max;      /* of a number */
  const char *file;
  int line, column;
} HihKey;

typedef enum
{
  HIH_SCREEN_PLAIN,
  HIH_SCREEN_DIALOG,
  HIH_SCREEN_SHEET,
} HihScreenKind;

/* One wording: <title layout="b">, <title key="peer"/>, <placeholder>… */
typedef struct
{
  const char *name;   /* interned: "title" */
  const char *layout; /* (nullable) interned: for this layout only */
  HihText *text;      /* (nullable) */
  HihKey *key;        /* (nullable) the title of its present value is shown instead */
} HihWording;

typedef struct
{
  HihGestureKind gesture;
  HihCondition *when; /* (nullable) */
  GPtrArray *effects; /* (element-type HihEffect) */
} HihHandler;

typedef struct
{
  const char *name;    /* interned: "app/screen" */
  const char *app;     /* interned */
  HihScreenKind kind;
  gboolean root;
  char *look;
  char *wallpaper;     /* (nullable) */
  HihFilePlace wallpaper_place;
  GPtrArray *wordings; /* (element-type HihWording) */
  GPtrArray *elements; /* (element-type HihElement) top level, as written */
  const char *file;
  int line, column;
} HihScreen;

struct _HihElement
{
  const HihElementKind *kind;
  const char *target;      /* interned: "app/element"; "app/" without an id */
  HihScreen *screen;       /* (nullable) NULL: a key of the phone's side */
  HihElement *parent;      /* (nullable) */
  char **attribute_names;  /* NULL-ended; keys are qualified */
  char **attribute_values;
  HihFilePlace *attribute_places;
  GPtrArray *wordings;     /* (element-type HihWording) */
  GPtrArray *handlers;     /* (element-type HihHandler) in order */
  GPtrArray *children;     /* (element-type HihElement) */
  HihCondition *when;      /* (nullable) */
  HihCondition *current;   /* (nullable) of a tab: when it is the current one */
  HihKey *key;             /* (nullable) what its attribute `key` names */
  int order[HIH_N_LAYOUTS]; /* 0, or the place among its siblings from 1 */
  HihFilePlace order_place;
  const char *place[HIH_N_LAYOUTS]; /* interned */
  const char *file;
  int line, column;
};

typedef struct
{
  const char *id;      /* interned */
  char *picture;       /* (nullable) */
  HihFilePlace picture_place;
  GPtrArray *wordings; /* (element-type HihWording) */
  GPtrArray *keys;     /* (element-type HihKey) owned */
  GPtrArray *screens;  /* (element-type HihScreen) owned */
  GPtrArray *side;     /* (element-type HihElement) owned; the phone's own keys, only in system */
  HihScreen *root;     /* (nullable) */
  const char *file;
} HihApp;

HihApp *hih_app_new (const char *id, const char *file);
void hih_app_free (HihApp *self);
HihScreen *hih_screen_new (HihApp *app, const char *id, HihScreenKind kind, const HihNode *node);
const char *hih_screen_kind_get_name (HihScreenKind kind);
HihElement *hih_element_new (const HihElementKind *kind, const char *app, const char *id, const HihNode *node);
void hih_element_free (HihElement *self);
HihKey *hih_key_new (const char *app, const char *id, HihKeyType type);
/* @node: (nullable) where its picture is written */
void hih_key_add_value (HihKey *self, const char *id, const HihNode *node, HihText *title);
const HihKeyValue *hih_key_find_value (const HihKey *self, const char *id);
/* Of a text: @text, or whatever @from holds (one of them is NULL), can come to stand in it. */
void hih_key_add_text (HihKey *self, const char *text, HihKey *from);
gboolean hih_key_allows (const HihKey *self, const char *value);
char *hih_key_suggest (const HihKey *self, const char *value);
HihWording *hih_wording_new (const char *name, const char *layout, HihText *text, HihKey *key);
/* The wording of @name for @layout, else the one for all layouts. */
const HihWording *hih_wordings_find (GPtrArray *wordings, const char *name, const char *layout);
gboolean hih_element_handler_fits (const HihElement *self, const HihHandler *handler, HihGestureKind gesture);
HihHandler *hih_handler_new (HihGestureKind gesture, HihCondition *when, GPtrArray *effects);

/* 0, 1 or 2 for a, b, c; 0 for anything else. */
/* @elements: siblings, as written. Returns (transfer container): the same in the order of that layout. */
GPtrArray *hih_layout_arrange (GPtrArray *elements, guint layout, gboolean by_rule);

/* The app set, while it is made. Each add returns FALSE, taking nothing, when the name is taken. */
HihAppSet *hih_app_set_new (void);
gboolean hih_app_set_add_app (HihAppSet *self, HihApp *app);
gboolean hih_app_set_add_key (HihAppSet *self, HihKey *key);
gboolean hih_app_set_add_screen (HihAppSet *self, HihScreen *screen);
gboolean hih_app_set_add_element (HihAppSet *self, HihElement *element);
void hih_app_set_add_timer (HihAppSet *self, HihEffect *after);

typedef gboolean (*HihAsk) (const char *words);

/* What can be said, in any language. @text: (nullable). */
gboolean hih_text_is (HihText *text, HihAsk ask);
gboolean hih_wordings_say (GPtrArray *wordings, HihAsk ask);
gboolean hih_element_says (const HihElement *element, HihAsk ask);
gboolean hih_element_is_talk (const HihElement *element);

#define HIH_FRAUD_LABELS "scam drill" /* of a mark, where somebody wants something */
/* "A made-up password", "a made-up code" do not say that nothing is paid. */
#define HIH_MONEY_LABELS "payment scam drill"
gboolean hih_elements_have_mark (GPtrArray *elements, const HihElement *beside, const char *labels);
/* Whether @words of somebody want a code, a password, a number, money, or to see the screen, or are a swindler's. */
gboolean hih_fraud_is_said (const char *words);

/* Tells what on @screen asks for a secret or for money and is not labelled as practice. @apps: where its buttons lead;
 * @languages: NULL-ended, theirs. Any thread. */
void hih_screen_check_marks (HihAppSet *apps, const HihScreen *screen, const char *const *languages, GPtrArray *issues);
/* The same for what swindlers say. Returns: whether it was told. */
gboolean hih_screen_check_swindles (const HihScreen *screen, const char *const *languages, GPtrArray *issues);
/* The same for what comes up or is said aloud by what is touched on @screen. Any thread. */
void hih_screen_check_told (HihAppSet *apps, const HihScreen *screen, GPtrArray *issues);
HihApp *hih_app_set_find_app (HihAppSet *self, const char *app);
HihKey *hih_app_set_find_key (HihAppSet *self, const char *key);
HihScreen *hih_app_set_find_screen (HihAppSet *self, const char *screen); /* also dialogs and sheets */
HihEffect *hih_app_set_find_timer (HihAppSet *self, const char *path);
gboolean hih_app_set_has_timer (HihAppSet *self, const char *id);         /* "app.id", or a bare id of any app */
GPtrArray *hih_app_set_get_apps (HihAppSet *self);                        /* (element-type HihApp) as loaded */
GPtrArray *hih_app_set_dup_keys (HihAppSet *self);                        /* (transfer container): their names, sorted */
GPtrArray *hih_app_set_dup_targets (HihAppSet *self);                     /* (transfer container): "app/element", sorted */
HihScreen *hih_app_set_get_home (HihAppSet *self);                        /* (nullable) */
char *hih_app_set_suggest_screen (HihAppSet *self, const char *screen, HihScreenKind kind);
char *hih_app_set_suggest_app (HihAppSet *self, const char *app);

gboolean hih_element_is_shown (const HihElement *self, HihPhoneState *state);
/* Whether a finger could reach @element now: it, and all round it, is shown, on the screen or over it. */
gboolean hih_element_is_present (HihElement *self, HihAppSet *apps, HihPhoneState *state);
/* The dialog or sheet over the screen, else the screen; NULL if the apps no longer have it. */
HihScreen *hih_app_set_get_visible (HihAppSet *self, HihPhoneState *state);

#define HIH_SYSTEM_APP "system"
#define HIH_SYSTEM_DARK "system/dark"
#define HIH_SYSTEM_LOCK "system/lock"
#define HIH_SYSTEM_HOME "system/home"
#define HIH_SYSTEM_STATUS "system/status" /* the bar at the top */
#define HIH_SYSTEM_SHADE "system/shade"   /* what is pulled down from it */
#define HIH_SYSTEM_BACK "system/back"
#define HIH_KEY_AWAKE "system.awake"
#define HIH_KEY_LOCKED "system.locked"
#define HIH_KEY_RINGING "system.ringing"
#define HIH_KEY_KEYBOARD "system.keyboard"
#define HIH_KEY_VOLUME "system.volume"

/* Whether the bar at the bottom and the way back are there: not while dark or locked. */
gboolean hih_phone_state_shows_system (HihPhoneState *state);

/* How the stack moves. Only on a state that nobody else has. */
void hih_screens_push (HihPhoneState *state, const char *screen); /* on top; from further down if it is there */
void hih_screens_open (HihPhoneState *state, HihAppSet *apps, const char *screen);
void hih_screens_back (HihPhoneState *state);
void hih_screens_home (HihPhoneState *state, HihAppSet *apps);
/* Makes the keys awake and locked say what the stack shows. */
void hih_screens_tell_keys (HihPhoneState *state, gboolean was_locked);
/* Makes the stack show what those two keys were set to. */
void hih_screens_obey_awake (HihPhoneState *state);
void hih_screens_obey_locked (HihPhoneState *state);
/* The screens that cannot be left by a way back. */
gboolean hih_screen_has_back (const HihScreen *self);
/* Those on which something of their own must lead away. */
gboolean hih_screen_needs_way_out (const HihScreen *self);

G_END_DECLS
