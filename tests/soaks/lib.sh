# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: what the long tests share. They run in the tree's own folder.

name=$(basename "$0")
build=${HIH_SOAK_BUILD:-_build}

# What is to be read afterwards; tests/soak shows these lines.
say ()
{
  echo "$name: $*"
}

# make [TARGET…]: builds in the folder of tests/run, which is set up so when it is not there.
make ()
{
  app/prepare app/packages tests/packages
  [ -f "$build/build.ninja" ] || meson setup "$build" -Dtests=true -Dwerror=true -Dfilm-languages=zh_CN -Dauto_features=enabled
  nice ninja -C "$build" "$@"
}

# run_tests NAME…: with no limit of time. What a test says of itself (# …) is said again.
run_tests ()
{
  local status=0 one
  for one in "$@"; do
    if ! meson test -C "$build" --no-rebuild --list "$one" 2>/dev/null | grep -q "/ $one\$"; then
      say "$one is not in this build (-Dfilms=false?)"
      status=1
      continue
    fi
    app/headless meson test -C "$build" --no-rebuild --timeout-multiplier 0 --logbase "soak-$name" --num-processes 1 "$one" || status=$?
    # Neither what GLib adds nor what a test tells of each file's lines.
    sed -nE "/^# ([^ ]+-)?(DEBUG|INFO):|^# \/|^# (random seed|Start of|End of)/d; s/^# /$name: /p" "$build/meson-logs/soak-$name.txt"
  done
  return $status
}
