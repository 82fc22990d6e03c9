# SPDX-License-Identifier: GPL-3.0-or-later
"""collect-strokes.py OUT LICENCE PO LESSONS: a part of the build. The characters that the lessons' trainees write and the
most frequent ones of the lessons' words, with the centre lines of their strokes. These come from the npm package
hanzi-writer-data (Arphic Public License), which is fetched from the npm registry, by npm where there is one, and stays in
the build folder; HIH_HANZI_WRITER_DATA may name the .tgz or an unpacked copy. When it cannot be had, OUT is empty and one
line says so: the program then reads handwriting with the packaged model alone."""
import collections
import glob
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import urllib.request

PACKAGE = 'hanzi-writer-data@2.0.1'
URL = 'https://registry.npmjs.org/hanzi-writer-data/-/hanzi-writer-data-2.0.1.tgz'
SHA512 = ('9db43033e31aaf21a8abba4130864b09dde516ad379d7b89bb092ed7ee946e32'
          'f9f2e53ef4e50b55c324a0dbcdb894a8215edfd5b6cf45f0f80ff2d06b94bbaa')
MOST = 400
FETCH_SECONDS = 120
HEIGHT = 900  # the y of the package's upper edge; it counts upwards


def is_chinese(character):
    return '\u4e00' <= character <= '\u9fff'


def collect_characters(po, lessons):
    """What is typed first, then by frequency; in the order of their code points, so that the same set is the same file."""
    typed = set()
    for name in sorted(glob.glob(os.path.join(lessons, '*', '*.xml'))):
        with open(name, encoding='utf-8') as file:
            for text in re.findall(r'\btype="[^"]*"\s+text="([^"]*)"', file.read()):
                typed.update(filter(is_chinese, text))
    counts = collections.Counter()
    with open(po, encoding='utf-8') as file:
        for entry in file.read().split('\n\n'):
            if re.search(r'^#: .*\blessons/', entry, re.M) and 'msgstr' in entry:
                counts.update(filter(is_chinese, entry.split('msgstr', 1)[1]))
    ranked = sorted(counts, key=lambda character: (-counts[character], character))
    room = max(0, MOST - len(typed))
    return sorted(typed.union([c for c in ranked if c not in typed][:room]))


def fetch(folder):
    """The path of the package, fetched into @folder: npm knows this network's settings; without npm it is asked for directly."""
    path = os.path.join(folder, os.path.basename(URL))
    try:
        subprocess.run(['npm', 'pack', '--silent', '--pack-destination', folder, PACKAGE], check=True, timeout=FETCH_SECONDS,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
    except (OSError, subprocess.SubprocessError):
        with urllib.request.urlopen(URL, timeout=FETCH_SECONDS) as answer, open(path + '.part', 'wb') as file:
            file.write(answer.read())
        os.replace(path + '.part', path)
    with open(path, 'rb') as file:
        if hashlib.sha512(file.read()).hexdigest() == SHA512:
            return path
    os.remove(path)
    raise ValueError('another content than was expected')


def open_package(folder):
    """The package as a function from a file's name to its bytes (None when it has none). Raises OSError."""
    place = os.environ.get('HIH_HANZI_WRITER_DATA')
    if place and os.path.isdir(place):
        def read_file(name):
            path = os.path.join(place, name)
            return open(path, 'rb').read() if os.path.exists(path) else None
        return read_file
    if not place:
        found = os.path.join(folder, os.path.basename(URL))
        place = found if os.path.exists(found) else fetch(folder)
    with open(place, 'rb') as file:
        archive = tarfile.open(fileobj=io.BytesIO(file.read()), mode='r:gz')
    members = {member.name.removeprefix('package/'): member for member in archive.getmembers() if member.isfile()}

    def read_member(name):
        return archive.extractfile(members[name]).read() if name in members else None
    return read_member


def write_strokes(medians):
    return ';'.join(' '.join(f'{x},{HEIGHT - y}' for x, y in stroke) for stroke in medians)


def write_changed(path, text):
    """Leaves a file that is the same alone: then nothing is trained again."""
    try:
        with open(path, encoding='utf-8') as file:
            if file.read() == text:
                return
    except OSError:
        pass
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def main():
    out, licence, po, lessons = sys.argv[1:]
    lines, terms = [], ''
    try:
        read = open_package(os.path.dirname(os.path.abspath(out)))
        terms = read('ARPHICPL.TXT').decode('utf-8', 'replace')
        for character in collect_characters(po, lessons):
            data = read(character + '.json')
            if data is not None:
                lines.append(character + '\t' + write_strokes(json.loads(data)['medians']))
    except (OSError, subprocess.SubprocessError, tarfile.TarError, ValueError, AttributeError, IndexError) as error:
        lines, terms = [], ''
        print(f'Handwriting: the npm package {PACKAGE} cannot be had ({type(error).__name__}: {error}); the packaged model is used alone. '
              f'To try again: rm {out} and build.', file=sys.stderr)
    head = '# Centre lines of strokes from hanzi-writer-data (Make Me a Hanzi), Arphic Public License: see ARPHICPL.TXT.\n'
    write_changed(out, head + ''.join(line + '\n' for line in lines))
    write_changed(licence, terms)


if __name__ == '__main__':
    main()
