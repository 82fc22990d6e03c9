# SPDX-License-Identifier: GPL-3.0-or-later
"""zh_CN is complete: its .po holds every word of the program and the lessons as they are now, nothing fuzzy, nothing left
empty, formats and line ends as in English. (po/update brings it up to the words.)"""
import os
import re
import subprocess
import tempfile

import tree

COMPLETE = ('zh_CN',)
SHOWN = 12


def run(root, *command):
    env = dict(os.environ, GETTEXTDATADIRS=os.path.join(root, 'data'), LC_ALL='C.UTF-8')
    return subprocess.run(command, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)


def messages(root, po, *how):
    out = run(root, 'msgattrib', '--no-obsolete', '--no-wrap', *how, po).stdout
    return [entry for entry in re.findall(r'^msgid "(.+)"$', out, re.M)]


def check(root):
    script = tree.read(root, 'po/update')
    keywords = re.findall(r'--(?:keyword|flag)=[^\s\\]+', script)
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'all.pot')
        result = run(root, 'xgettext', '--files-from=po/POTFILES', '--output=' + pot, '--from-code=UTF-8', *keywords)
        # Lists of kinds are C, as it guesses; of any other kind of file it would guess wrong.
        said = [line for line in result.stdout.splitlines() if "extension 'def' is unknown; will try C" not in line]
        if result.returncode != 0 or 'extension' in ' '.join(said):
            yield 'po/POTFILES: ' + ' '.join(said)
            return
        for language in COMPLETE:
            po = f'po/{language}.po'
            result = run(root, 'msgfmt', '--check', '-o', '/dev/null', po)
            if result.returncode != 0:
                yield f'{po}: msgfmt --check: ' + result.stdout.strip()
                continue
            merged = os.path.join(folder, language + '.po')
            run(root, 'msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, po, pot)
            for words, how in (('not translated', '--untranslated'), ('marked fuzzy', '--only-fuzzy')):
                left = messages(root, merged, how)
                for message in left[:SHOWN]:
                    yield f'{po}: {words}: "{message}"'
                if len(left) > SHOWN:
                    yield f'{po}: … and {len(left) - SHOWN} more {words}; run po/update and translate'


if __name__ == '__main__':
    tree.main(check)
