/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number that is pushed up and down. */
#include "config.h"

#include "hih-element-kind.h"

/* A tap on the line means the same as dragging to there. */
static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  return gesture->value != NULL ? hih_element_dup_number (element, gesture->value) : NULL;
}

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { "icon", HIH_ATTRIBUTE_ICON },
  { NULL },
};

const HihElementKind hih_slider_element_kind = {
  .name = "slider",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (DRAG) | HIH_BIT (TAP),
  .respond = respond,
  .own_gestures = HIH_BIT (DRAG) | HIH_BIT (TAP),
  .key_type = "number",
};
