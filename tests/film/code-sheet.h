/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet of paper with a real QR code on it, and a source for HihCamera that holds it before the camera. */
#pragma once

#include <glib.h>

char *code_sheet_make (const char *text); /* (transfer full): the path of a picture, to be removed */
char *code_sheet_dup_source (const char *file);
