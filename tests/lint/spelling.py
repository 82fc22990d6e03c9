# SPDX-License-Identifier: GPL-3.0-or-later
"""English words, by codespell. Words it is wrong about stand in spelling-ignore.txt."""
import os
import subprocess

import tree

IGNORE = os.path.join(os.path.dirname(os.path.realpath(__file__)), 'spelling-ignore.txt')
SKIP = ('.svg', '.po', '.png', '.webm', '.opus', '.db', '.gz', 'LICENSE', 'spelling-ignore.txt', 'lint/self.py')


def check(root):
    names = [name for name in tree.list_files(root) if not name.endswith(SKIP) and '/fuzz/corpus/' not in name]
    result = subprocess.run(['codespell', '--builtin', 'clear', '--ignore-words', IGNORE, *names], cwd=root,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    yield from result.stdout.splitlines()
    if result.returncode != 0 and not result.stdout:
        yield 'codespell did not run'


if __name__ == '__main__':
    tree.main(check)
