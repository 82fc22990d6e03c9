# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk of a few sizes for one test alone: a tmpfs in a mount namespace, which goes with the test, however it ends."""
import contextlib
import os
import subprocess
import sys
import tempfile

import tap

MUCH_KIB = 65536
MOUNTS = os.environ.get('HIH_TROUBLE_MOUNTS') == 'yes'
# root's way, and anybody's where the kernel lets people have namespaces: there one stays who one is, for D-Bus' sake.
WAYS = (['unshare', '--mount'], ['unshare', '--user', '--map-current-user', '--keep-caps', '--mount'])


def enter():
    """Begins this program once more where it may mount; MOUNTS says afterwards whether there was a way."""
    if os.environ.get('HIH_TROUBLE_MOUNTS') is not None:
        return
    os.environ['HIH_TROUBLE_MOUNTS'] = 'no'
    for way in WAYS:
        if subprocess.run([*way, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], capture_output=True, check=False).returncode == 0:
            os.environ['HIH_TROUBLE_MOUNTS'] = 'yes'
            os.execvp(way[0], [*way, sys.executable, *sys.argv])


def must_mount():
    if not MOUNTS:
        raise tap.Skip('nothing may be mounted here: neither root nor namespaces for everybody')


@contextlib.contextmanager
def folder_of(kib):
    """A folder with so much room; None for as much as there is."""
    with tempfile.TemporaryDirectory(prefix='hih-trouble-') as folder:
        if kib is not None and MOUNTS:
            subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={kib}k', 'tmpfs', folder], check=True)
        try:
            yield folder
        finally:
            if kib is not None and MOUNTS:
                subprocess.run(['umount', '-l', folder], check=True)


def leave_room(folder, kib):
    """As if somebody else's files came: so much is left."""
    room = os.statvfs(folder)
    used = (room.f_blocks - room.f_bfree) * room.f_frsize // 1024
    subprocess.run(['mount', '-o', f'remount,size={used + kib}k', folder], check=True)


def give_room(folder):
    if MOUNTS:
        subprocess.run(['mount', '-o', f'remount,size={MUCH_KIB}k', folder], check=True)
