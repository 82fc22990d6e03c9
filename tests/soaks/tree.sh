# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: a Debian of its own in a folder, by debootstrap, for whoever must know what happens on another computer.
# HIH_SOAK_DIR is where the trees are made (default _soak), HIH_SOAK_MIRROR where Debian comes from.

. "${BASH_SOURCE[0]%/*}/lib.sh"
soak_dir=${HIH_SOAK_DIR:-$PWD/_soak}
mirror=${HIH_SOAK_MIRROR:-http://deb.debian.org/debian}


# make_tree SUITE: the least Debian there is, at $tree. What was there before is taken away.
make_tree ()
{
  local suite=$1
  tree=$soak_dir/$name-$suite
  [ "$(id -u)" -eq 0 ] || { say "this needs root, for debootstrap and chroot"; exit 1; }
  command -v debootstrap >/dev/null || { say "debootstrap is missing (apt-get install debootstrap)"; exit 1; }
  rm -rf --one-file-system "$tree"
  mkdir -p "$soak_dir"
  # The bare tree changes little: it is kept, packed, so that the next time begins at once.
  if [ ! -f "$soak_dir/$suite.tar" ]; then
    if ! debootstrap --variant=minbase "$suite" "$tree" "$mirror"; then
      say "debootstrap $suite from $mirror failed; the last lines: $(tail -n 3 "$tree/debootstrap/debootstrap.log" 2>/dev/null | tr '\n' ' ')"
      exit 1
    fi
    tar -C "$tree" --one-file-system -cf "$soak_dir/$suite.tar.part" .
    mv "$soak_dir/$suite.tar.part" "$soak_dir/$suite.tar"
  else
    mkdir -p "$tree"
    tar -C "$tree" -xpf "$soak_dir/$suite.tar"
  fi
  # Only the network is shared. No package may start a service in here.
  cp /etc/resolv.conf "$tree/etc/resolv.conf"
  printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
  chmod +x "$tree/usr/sbin/policy-rc.d"
  git -c advice.detachedHead=false clone -q --no-hardlinks . "$tree/root/hand-in-hand"
}

# in_tree COMMAND: runs it there as root, in a bare environment. Whatever it started ends with it, and nothing stays mounted.
# What ccache knows stays for the next time, where the tree has ccache.
in_tree ()
{
  mkdir -p "$tree/root/.ccache" "$tree-ccache"
  unshare --mount --pid --fork --kill-child bash -c '
    mount --bind "$1" "$1" && mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/dev/shm" && mount -t tmpfs tmpfs "$1/run" && mount -t devpts devpts "$1/dev/pts" &&
    mount --bind "$1-ccache" "$1/root/.ccache" && exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb CCACHE_DEPEND=1 chroot "$1" bash -c "cd /root/hand-in-hand && $2"' bash "$tree" "$1"
}

remove_tree ()
{
  rm -rf --one-file-system "$tree"
}
