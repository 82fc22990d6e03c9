# SPDX-License-Identifier: GPL-3.0-or-later
"""Lesson, drill and app files: as lessons/lesson.rng.in and the kinds' own parts of the schema say, named in their folder's
meson.build, and that folder in lessons/meson.build (else they are neither built nor installed), with words standing
alone in their element (else translators never see them), with drawings and icons that exist, and with one English word
for one thing; only a title of its own layout may name it otherwise."""
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import tree

FOLDERS = {'face': 'faces', 'person': 'people', 'scene': 'scene', 'tile': 'tiles'}

TERMS = {r'\b(air|aero)plane mode\b': 'flight mode', r'\bletter size\b': 'font size', r'“service desk”': 'customer service',
         r'\bloudness\b': 'volume', r'\bsound o(n|ff)\b': 'mute, mic'}


def other_words(name, document):
    for element in document.iter():
        for other, term in TERMS.items():
            found = re.search(other, element.text or '', re.IGNORECASE)
            if found and element.get('layout') is None:
                yield f'{name}: <{element.tag}> says “{found.group()}” for what is called {term}'


def missing_drawings(root, name, document):
    for element in document.iter():
        icon = element.get('icon')
        if icon and not os.path.exists(os.path.join(root, f'media/icons/hicolor/scalable/actions/hih-{icon}-symbolic.svg')):
            yield f'{name}: <{element.tag} icon="{icon}">: there is no such icon in media/icons'
        for key in ('picture', 'scene', 'wallpaper'):
            kind, dash, rest = (element.get(key) or '').partition('-')
            if dash and kind in FOLDERS and not os.path.exists(os.path.join(root, f'media/{FOLDERS[kind]}/{rest}.svg')):
                yield f'{name}: <{element.tag} {key}="{kind}-{rest}">: there is no media/{FOLDERS[kind]}/{rest}.svg'


def join_schema(root, out):
    """Writes what the build makes of the schema to the file out, and says where."""
    parts = [os.path.join(root, name) for name in tree.list_files(root) if re.match(r'lessons/elements/.+\.rng$', name)]
    subprocess.run([os.path.join(tree.ROOT, 'lessons', 'join-schema.py'), os.path.join(root, 'lessons', 'lesson.rng.in'), *parts],
                   stdout=out, check=True)
    return out.name


def check(root):
    with tempfile.NamedTemporaryFile(suffix='.rng') as out:
        yield from check_files(root, join_schema(root, out) if os.path.exists(os.path.join(root, 'lessons', 'lesson.rng.in')) else None)


def unnamed_folders(root):
    builds = 'lessons/meson.build'
    named = tree.read(root, builds) if os.path.exists(os.path.join(root, builds)) else ''
    for name in tree.list_files(root):
        folder = re.match(r'lessons/([^/]+)/meson\.build$', name)
        if folder and f"'{folder[1]}'" not in named:
            yield f'{name}: is not named in {builds}, so nothing in its folder is in the program'


def check_files(root, schema):
    files = [name for name in tree.list_files(root) if re.match(r'lessons/.+\.xml$', name)]
    yield from unnamed_folders(root)
    for name in files:
        folder, base = os.path.split(name)
        build = tree.read(root, folder + '/meson.build') if os.path.exists(os.path.join(root, folder, 'meson.build')) else ''
        # Examples are read where they lie; the schema holds for them too, or it would not know a new kind.
        if '/examples/' not in name and f"'{base[:-4]}'" not in build and f"'{base}'" not in build:
            yield f"{name}: is not in the program: write the line '{base[:-4]}', into {folder}/meson.build"
        try:
            document = xml.fromstring(tree.read(root, name))
        except xml.ParseError as error:
            yield f'{name}: is not XML: {error}'
            continue
        yield from missing_drawings(root, name, document)
        yield from other_words(name, document)
        for element in document.iter():
            if len(element) and ((element.text or '').strip() or any((child.tail or '').strip() for child in element)):
                yield f'{name}: <{element.tag}> mixes words and elements; words stand alone in an element of their own'
        if schema and document.tag in ('app', 'lesson', 'drill'):
            result = subprocess.run(['xmllint', '--nonet', '--noout', '--relaxng', schema, os.path.join(root, name)],
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
            if result.returncode != 0:
                yield from (line.replace(root + '/', '') for line in result.stdout.splitlines())


if __name__ == '__main__':
    tree.main(check)
