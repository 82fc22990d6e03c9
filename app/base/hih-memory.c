/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LARGE (1 << 20) /* bytes: a picture, a film's frame; what the program keeps by the hundred is far smaller */

/**
 * hih_memory_init:
 *
 * To be called first in a program that stays open all day; the two rules keep what it holds small and the same on a busy
 * computer and on a quiet one (tests/ui/test-long-use.c).
 *
 * One heap for all threads: the C library gives them heaps of their own, up to eight a processor, and what a thread leaves
 * behind in one is of no use to the others. Every film has a dozen threads: fifty films left 138 MB held, with one heap 82 MB.
 *
 * What is large goes straight back to the system: once a picture of 8 MB has been freed, the C library would take the next
 * ones from the heap, and one small thing above such a hole keeps it for ever. 63 MB instead of 69 to 87 MB, as chance has it.
 */
void
hih_memory_init (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, LARGE);
#endif
}
