/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a kind of element looks. One constant a kind, in its own file of elements/, pasted from the same
 * hih-element-kinds.def as the brain's: a kind without its view does not link.
 * A table of functions: create() makes the widgets once, update() fills in what the scene's node says now.
 */
#pragma once

#include "hih-element-context.h"

#include "hih-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_ELEMENT_IN_LINE = 1 << 0,  /* neighbours of its like stand beside it (round buttons) */
  HIH_ELEMENT_BACKDROP = 1 << 1, /* fills the screen behind everything (a video call's picture) */
  HIH_ELEMENT_BOTTOM = 1 << 2,   /* stands under the body whatever its place says (tabs, the line one writes in) */
} HihElementFlags;

typedef struct
{
  const char *name;
  HihElementFlags flags;
  /* (transfer floating) */
  GtkWidget *(*create) (HihElementContext *context, const HihSceneNode *node);
  void (*update) (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node);
  /* (nullable) To the clock's present moment. Returns the ms until it next changes by itself, -1 for never. */
  gint64 (*advance) (HihElementContext *context, GtkWidget *widget);
  /* (nullable) What is dragged over it goes along with the finger, which is at x, y of the widget. */
  void (*follow) (GtkWidget *widget, double x, double y);
  /* Only with `follow`. (transfer full) (nullable) The value of the drag that ends at x, y; nothing goes along any more. */
  char *(*drop) (GtkWidget *widget, double x, double y);
  /* Only with `follow`. From where to where @value is dragged; FALSE if that is not known. */
  gboolean (*find_way) (GtkWidget *widget, const char *value, graphene_point_t *from, graphene_point_t *to);
  /* (nullable) It has keys of its own to type with: what the brain says was typed, and a look as if @typed were. */
  const char *(*get_typed) (GtkWidget *widget);
  void (*show_typed) (GtkWidget *widget, const char *typed);
} HihElementView;

const HihElementView *hih_element_view_find (const char *kind);

/* Makes the children of @pane those of @nodes, in their order, keeping every widget that is still wanted. */
void hih_element_view_sync (HihElementContext *context, GtkWidget *pane, GPtrArray *nodes);

/* The widget of a target, if it can be reached on the screen now. */
typedef GtkWidget *(*HihFindTargetFunc) (const char *target, gpointer data);

/* What a widget stands for. Found on itself or on the nearest ancestor that has a target; NULL if there is none. */
GtkWidget *hih_element_view_find_widget (GtkWidget *widget);
const char *hih_element_view_get_widget_target (GtkWidget *widget); /* interned; NULL if it is not a target */
HihElement *hih_element_view_get_widget_element (GtkWidget *widget); /* NULL for the frame's own (back, home, keys) */
const HihElementView *hih_element_view_get_widget_view (GtkWidget *widget);
gboolean hih_element_view_widget_answers (GtkWidget *widget, HihGestureKind kind);
/* For what is no element of an app: the way back, the bar at the bottom. */
void hih_element_view_set_widget_target (GtkWidget *widget, const char *target);

/* Parts that many kinds are made of. */
GtkWidget *hih_element_view_new_button (HihElementContext *context, const char *css_class);
GtkWidget *hih_element_view_new_label (const char *css_class);
void hih_element_view_set_label (GtkWidget *label, const char *text); /* hides it when empty */
const char *hih_element_view_get_title (HihElementContext *context, const HihSceneNode *node);    /* "" if none */
const char *hih_element_view_get_subtitle (HihElementContext *context, const HihSceneNode *node); /* "" if none */
void hih_element_view_set_name (GtkWidget *widget, const char *title, const char *subtitle);
void hih_element_view_set_class (GtkWidget *widget, const char *css_class, gboolean on);
/* The part of @widget that create() kept under @name. */
#define HIH_ELEMENT_VIEW_RING "ring" /* the part that a ring goes round, if not the whole */
void hih_element_view_keep (GtkWidget *widget, const char *name, GtkWidget *part);
GtkWidget *hih_element_view_part (GtkWidget *widget, const char *name);
/* A slider that follows a finger: shown at once, told to the brain when the finger lifts. */
#define HIH_ELEMENT_VIEW_KNOB 17.0 /* from its edge to its middle, in phone pixels */
void hih_element_view_show_range (GtkWidget *range, double value);
float hih_element_view_get_range_part (GtkWidget *range, double value); /* 0 … 1 of its width: where the knob stands */
void hih_element_view_commit_range (HihElementContext *context, GtkWidget *range);

G_END_DECLS
