/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-film FILE: the fixture's film, for tests that are no C programs. */
#include "config.h"

#include "film-fixture.h"

int
main (int argc, char **argv)
{
  if (argc != 2)
    return 2;
  fixture_make (argv[1], TRUE);
  return 0;
}
