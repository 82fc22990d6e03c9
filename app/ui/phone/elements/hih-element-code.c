/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One path for all modules: neighbours join without a seam at any scale. */
#include "config.h"

#include "hih-element-code.h"

#include <stddef.h>

/**
 * hih_element_code_new:
 *
 * Returns: (nullable): the code of @text
 */
QRcode *
hih_element_code_new (const char *text)
{
  return text != NULL && *text != '\0' ? QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) : NULL;
}

/**
 * hih_element_code_draw:
 */
void
hih_element_code_draw (QRcode *code, cairo_t *cr, double x, double y, double size)
{
  double module = size / code->width;

  for (int row = 0; row < code->width; row++)
    {
      for (int column = 0; column < code->width; column++)
        {
          if ((code->data[row * code->width + column] & 1) != 0)
            cairo_rectangle (cr, x + column * module, y + row * module, module, module);
        }
    }
  cairo_fill (cr);
}
