# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file with words to translate, and no other. With --write it is put right."""
import os
import re
import sys

import tree

CALL = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|gettext|g_dngettext|g_dpgettext2)\s*\(\s*(?:[\w]+\s*,\s*)?"')
LESSON = re.compile(r'lessons/.+\.xml$')
ALWAYS = ('media/people.xml', 'data/org.handinhand.HandInHand.desktop.in', 'data/org.handinhand.HandInHand.metainfo.xml.in')
HEAD = '# SPDX-License-Identifier: GPL-3.0-or-later\n# One file a line, sorted; po/update writes it, tests/lint/potfiles.py watches over it.\n'


def wanted(root):
    for name in tree.list_files(root):
        if name in ALWAYS or (LESSON.match(name) and '/examples/' not in name):
            yield name
        elif name.startswith('app/') and name.endswith(('.c', '.h', '.def', '.ui')):
            text = tree.read(root, name)
            if CALL.search(text) or (name.endswith('.ui') and 'translatable="yes"' in text):
                yield name


def check(root):
    listed = [line for line in tree.read(root, 'po/POTFILES').splitlines() if line and not line.startswith('#')]
    found = list(wanted(root))
    for name in sorted(set(found) - set(listed)):
        yield f'po/POTFILES: {name} has words to translate and is not listed; run po/update'
    for name in sorted(set(listed) - set(found)):
        yield f'po/POTFILES: {name} is listed, but is gone or has no words; run po/update'
    if listed != sorted(listed):
        yield 'po/POTFILES: is not sorted; run po/update'


if __name__ == '__main__':
    if '--write' in sys.argv:
        with open(os.path.join(tree.ROOT, 'po', 'POTFILES'), 'w', encoding='utf-8') as file:
            file.write(HEAD + ''.join(name + '\n' for name in wanted(tree.ROOT)))
    else:
        tree.main(check)
