/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grey paper, not quite black ink: as a camera sees it. */
#include "config.h"

#include "code-sheet.h"

#include <glib/gstdio.h>
#include <qrencode.h>

char *
code_sheet_make (const char *text)
{
  g_autofree char *file = NULL;
  const int width = 800, height = 600, module = 12;
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  g_autoptr (GString) out = g_string_new (NULL);
  int fd = g_file_open_tmp ("hih-sheet-XXXXXX.pgm", &file, NULL);
  int left, top;

  g_assert_cmpint (fd, >=, 0);
  g_assert_nonnull (code);
  left = (width - code->width * module) / 2;
  top = (height - code->width * module) / 2;
  g_string_printf (out, "P5\n%d %d\n255\n", width, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int cx = (x - left) / module, cy = (y - top) / module;
        gboolean dark = x >= left && y >= top && cx < code->width && cy < code->width &&
                        (code->data[cy * code->width + cx] & 1) != 0;

        g_string_append_c (out, (char) (dark ? 40 : 210));
      }
  QRcode_free (code);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (file, out->str, (gssize) out->len, NULL));
  return g_steal_pointer (&file);
}

char *
code_sheet_dup_source (const char *file)
{
  return g_strdup_printf ("filesrc location=%s ! pnmdec ! imagefreeze is-live=true ! capsfilter caps=video/x-raw,framerate=30/1", file);
}
