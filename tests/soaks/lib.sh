# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: what the long tests share. They run in the tree's own folder.

name=$(basename "$0")
build=_build

# What is to be read afterwards; tests/soak shows these lines.
say ()
{
  echo "$name: $*"
}

# make TARGET…: builds them in _build, which is set up when there is none. `all` builds everything but the films.
make ()
{
  app/prepare app/packages tests/packages
  [ -f "$build/build.ninja" ] || meson setup "$build" -Dtests=true -Dwerror=true -Dfilms=false
  nice ninja -C "$build" "$@"
}
