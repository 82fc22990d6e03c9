# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence; no C file is longer than 600 lines; no stray blanks, no tabs in C."""
import tree

ENDINGS = ('.c', '.h', '.def', '.py', '.sh', '.sql', '.css', '.ui', '.xml', '.rng', '.its', '.loc', '.svg', '.in', '.po')
MOST_LINES = 600


def is_source(root, name):
    base = name.rsplit('/', 1)[-1]
    if base == 'meson.build' or name.endswith(ENDINGS):
        return '/hostile/' not in name and '/bad/' not in name
    return '.' not in base and tree.read(root, name).startswith('#!')


def check(root):
    for name in tree.list_files(root):
        if not is_source(root, name):
            continue
        lines = tree.read(root, name).splitlines()
        if not any('SPDX-License-Identifier:' in line for line in lines[:4]):
            yield f'{name}:1: no SPDX-License-Identifier in the first lines'
        if name.endswith(('.c', '.h')):
            if len(lines) > MOST_LINES:
                yield f'{name}:{MOST_LINES}: {len(lines)} lines; a C file has at most {MOST_LINES}: split it by what it does'
            for number, line in enumerate(lines, 1):
                if line != line.rstrip():
                    yield f'{name}:{number}: blank at the end of the line'
                elif '\t' in line:
                    yield f'{name}:{number}: a tab; indent with spaces'


if __name__ == '__main__':
    tree.main(check)
