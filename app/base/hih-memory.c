/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/**
 * hih_memory_init:
 *
 * To be called first in a program that stays open all day. The C library gives threads heaps of their own, up to eight
 * a processor, and what a thread leaves behind in one is of no use to the others. Every film has a dozen threads: after
 * fifty films the window held 138 MB, with one heap for all it holds 82 MB and no more (tests/ui/test-long-use.c).
 */
void
hih_memory_init (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
#endif
}
