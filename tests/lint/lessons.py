# SPDX-License-Identifier: GPL-3.0-or-later
"""Lesson and app files: as lessons/lesson.rng says, named in their folder's meson.build (else they are not installed), and
with words standing alone in their element (else translators never see them)."""
import os
import re
import subprocess
import xml.etree.ElementTree as xml

import tree


def check(root):
    files = [name for name in tree.list_files(root) if re.match(r'lessons/.+\.xml$', name) and '/examples/' not in name]
    schema = os.path.join(root, 'lessons', 'lesson.rng')
    for name in files:
        folder, base = os.path.split(name)
        build = tree.read(root, folder + '/meson.build') if os.path.exists(os.path.join(root, folder, 'meson.build')) else ''
        if f"'{base[:-4]}'" not in build and f"'{base}'" not in build:
            yield f'{name}: is not named in {folder}/meson.build, so nobody would get it'
        try:
            document = xml.fromstring(tree.read(root, name))
        except xml.ParseError as error:
            yield f'{name}: is not XML: {error}'
            continue
        for element in document.iter():
            if len(element) and ((element.text or '').strip() or any((child.tail or '').strip() for child in element)):
                yield f'{name}: <{element.tag}> mixes words and elements; words stand alone in an element of their own'
        if os.path.exists(schema) and document.tag in ('app', 'lesson'):
            result = subprocess.run(['xmllint', '--nonet', '--noout', '--relaxng', schema, os.path.join(root, name)],
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
            if result.returncode != 0:
                yield from (line.replace(root + '/', '') for line in result.stdout.splitlines())


if __name__ == '__main__':
    tree.main(check)
