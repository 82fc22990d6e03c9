/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A video call's picture: the other one, who speaks for as long as the subtitle takes and then rests. Oneself is
 * in the corner if the flag `camera` is yes; the value of `own` gives that small picture, such as one's room or
 * what the other camera sees. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY },
  { "scene", HIH_ATTRIBUTE_PICTURE },
  { "camera", HIH_ATTRIBUTE_KEY },
  { "own", HIH_ATTRIBUTE_KEY },
  { NULL },
};

const HihElementKind hih_face_element_kind = {
  .name = "face",
  .attributes = attributes,
  .texts = "title subtitle",
  .shows_key = TRUE,
};
