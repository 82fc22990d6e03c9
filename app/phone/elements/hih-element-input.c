/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text field with its keyboard. `keyboard` names the faces that are offered (handwriting pinyin voice letters
 * number): the first comes at a tap, and number alone stands under the line at once. Its key holds what stands in
 * it. */
#include "config.h"

#include "hih-element-kind.h"

static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  return gesture->value != NULL ? g_strdup (gesture->value) : NULL;
}

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { "keyboard", HIH_ATTRIBUTE_WORDS, FALSE, "handwriting pinyin voice letters number" },
  { NULL },
};

const HihElementKind hih_input_element_kind = {
  .name = "input",
  .attributes = attributes,
  .texts = "title placeholder",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD) | HIH_BIT (TYPE),
  .respond = respond,
  .own_gestures = HIH_BIT (TAP) | HIH_BIT (TYPE),
  .opens_keyboard = TRUE,
  .key_type = "text",
};
