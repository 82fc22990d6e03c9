/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Swipe up", with its arrow. A tap is its one-tap way. */
#include "config.h"

#include "hih-element-kind.h"

const HihElementKind hih_handle_element_kind = {
  .name = "handle",
  .texts = "title",
  .gestures = HIH_BIT (TAP) | HIH_BIT (SWIPE_UP),
  .same_gestures = HIH_BIT (TAP) | HIH_BIT (SWIPE_UP),
};
