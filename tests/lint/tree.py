# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: the source tree, its files, and how a finding is told."""
import os
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), '..', '..'))


def list_files(root):
    """The files that belong to the project, relative to root: what git knows or would take, else everything."""
    if os.path.exists(os.path.join(root, '.git')):
        out = subprocess.run(['git', '-C', root, '-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard', '-z'],
                             check=True, stdout=subprocess.PIPE).stdout.decode()
        names = [name for name in out.split('\0') if name]
    else:
        names = []
        for folder, folders, files in os.walk(root):
            folders[:] = [f for f in folders if not f.startswith(('_build', 'build', '.'))]
            names += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(name for name in names if os.path.isfile(os.path.join(root, name)))


def read(root, name):
    with open(os.path.join(root, name), encoding='utf-8', errors='replace') as file:
        return file.read()


def main(check):
    """Runs check(root), which yields findings, one line each. Exit 0 without any, 1 with some."""
    root = sys.argv[1] if len(sys.argv) > 1 else ROOT
    findings = list(check(os.path.realpath(root)))
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)
