# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between the rooms of app/ (app/README.md): who may include whom, which library belongs to which room, no GTK
in the core, and SQL in records/ only. The build gives a room only its own include folders; this also catches what a wrong
meson.build would let through."""
import os
import re

import tree

MAY_USE = {
    'base': [],
    'phone': ['base'],
    'lesson': ['base', 'phone'],
    'records': ['base'],
    'report': ['base', 'records', 'lesson'],
    'voice': ['base'],
    'film': ['base'],
    'writing': ['base'],
    'ui': ['base', 'phone', 'lesson', 'records', 'report', 'voice', 'film', 'writing'],
    'studio': ['base', 'phone', 'lesson', 'voice', 'film', 'ui'],
    'cli': ['base', 'phone', 'lesson', 'records', 'report', 'voice', 'film', 'studio'],
}
# The first part of <...> and the rooms that may name it.
LIBRARIES = {
    'gtk': ['ui', 'studio'], 'gdk': ['ui', 'studio'], 'gsk': ['ui', 'studio'], 'adwaita.h': ['ui', 'studio'],
    'graphene.h': ['ui', 'studio'], 'sqlite3.h': ['records'], 'gst': ['film'],
    'libspeechd.h': ['voice'], 'speech-dispatcher': ['voice'], 'espeak-ng': ['voice'], 'xlsxwriter.h': ['report'],
    'zinnia.h': ['writing'], 'pinyin.h': ['writing'],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
# Neighbours are one string to the compiler.
STRINGS = re.compile(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*')
BETWEEN = re.compile(r'"\s*"')
SQL = re.compile(r'\b(?:SELECT\s.+\sFROM|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(?:TABLE|INDEX|VIEW|TRIGGER)|'
                 r'ALTER\s+TABLE|DROP\s+TABLE|PRAGMA\s+\w|BEGIN\s+(?:IMMEDIATE|EXCLUSIVE))')
SQL_LOWER = re.compile(r'\b(?:insert\s+into|delete\s+from|create\s+table|update\s+\w+\s+set|pragma\s)', re.I)
SQL_CALL = re.compile(r'\bsqlite3_\w+\s*\(')


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def check(root):
    names = [name for name in tree.list_files(root) if name.startswith('app/')]
    room_of_header = {}
    for name in names:
        parts = name.split('/')
        if name.endswith(('.h', '.def')) and len(parts) > 2:
            room_of_header.setdefault(parts[-1], parts[1])
    for name in names:
        parts = name.split('/')
        room = parts[1] if len(parts) > 2 else None
        if room is None:
            continue
        if room not in MAY_USE:
            if name.endswith(('.c', '.h')):
                yield f'{name}:1: app/{room} is not a room of the design; add it to tests/lint/layers.py and app/README.md'
            continue
        if name.endswith('.sql') and room != 'records':
            yield f'{name}:1: SQL belongs to app/records'
        if not name.endswith(('.c', '.h', '.def')):
            continue
        text = tree.read(root, name)
        for match in INCLUDE.finditer(text):
            header, line = os.path.basename(match.group(2)), line_of(text, match.start(2))
            if match.group(1) == '"' and header in room_of_header:
                other = room_of_header[header]
                if other != room and other not in MAY_USE[room]:
                    yield f'{name}:{line}: {room} must not use {other} ({header}); it may use: {" ".join(MAY_USE[room]) or "no room"}'
            else:
                library = match.group(2).split('/')[0]
                if room not in LIBRARIES.get(library, [room]):
                    yield f'{name}:{line}: <{match.group(2)}> belongs to {" and ".join(LIBRARIES[library])}, not to {room}'
        if room != 'records':
            for match in STRINGS.finditer(text):
                whole = BETWEEN.sub('', match.group(0))
                if SQL.search(whole) or SQL_LOWER.search(whole):
                    yield f'{name}:{line_of(text, match.start())}: SQL belongs to app/records'
            for match in SQL_CALL.finditer(text):
                yield f'{name}:{line_of(text, match.start())}: SQLite belongs to app/records'


if __name__ == '__main__':
    tree.main(check)
