# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of element has its page, lessons/elements/KIND.md. It is written (--write) from what the program itself
reads: the head and the tables of app/phone/elements/hih-element-KIND.c, the row in lessons/README.md, the example that
tests load. A page that is missing or says something else is told, and so is a kind without a row or an example."""
import os
import re
import sys

import tree

TYPES = {'KEY': 'a key', 'FLAG': 'yes or no', 'TEXT': 'text', 'NUMBER': 'a number', 'ICON': 'an icon', 'PICTURE': 'a picture'}


def find(pattern, text):
    found = re.search(pattern, text)
    return found[1] if found else ''


def rows(root):
    """What lessons/README.md says of each kind."""
    said = {}
    for line in tree.read(root, 'lessons/README.md').splitlines():
        cells = [cell.strip() for cell in line.strip().strip('|').split('|')]
        if line.startswith('| ') and len(cells) == 4:
            for kind in re.split(r', | / ', cells[0]):
                said.setdefault(kind, cells)
    return said


def page(root, kind, row):
    source = tree.read(root, f'app/phone/elements/hih-element-{kind}.c')
    head = ' '.join(re.findall(r'/\*(.*?)\*/', source, re.S)[1].replace('\n *', ' ').split())
    lines = [f'# <{kind}>', '', '<!-- Written by tests/lint/elements.py --write: change what it reads, and run it. -->', head, '']
    if row:
        lines += [f'In short: {row[1]}. Attributes: {row[2]}. Inside: {row[3]}.', '']
    attributes = re.findall(r'\{ "([a-z-]+)", HIH_ATTRIBUTE_([A-Z]+)(?:, (TRUE|FALSE))?(?:, "([^"]*)")? \}', source)
    if attributes:
        lines += ['| attribute | takes | needed |', '|---|---|---|']
        for name, what, needed, choices in attributes:
            takes = choices.replace(' ', ', ') if choices else TYPES.get(what, what.lower())
            lines.append(f'| {name} | {takes} | {"yes" if needed == "TRUE" else ""} |')
        lines.append('')
    for words, name in (('Texts', 'texts'), ('Inside', 'children'), ('Stands in', 'inside')):
        value = find(rf'\.{name} = "([^"]*)"', source)
        if value:
            lines += [f'{words}: {value.replace(" ", ", ")}.', '']
    gestures = re.findall(r'HIH_BIT \(([A-Z_]+)\)', find(r'\.gestures = ([^\n]*)', source))
    if gestures:
        lines += [f'Answers: {", ".join(name.lower().replace("_", "-") for name in gestures)}.', '']
    name = 'system' if kind == 'key' else kind  # keys stand in the system app only
    lines += [f'Example: `lessons/examples/elements/{name}.xml`', '', '```xml']
    lines += tree.read(root, f'lessons/examples/elements/{name}.xml').rstrip().splitlines()[2:] + ['```', '']
    return '\n'.join(lines)


def pages(root):
    said = rows(root)
    for kind in re.findall(r'HIH_ELEMENT_KIND \((\w+)\)', tree.read(root, 'app/phone/hih-element-kinds.def')):
        yield kind, said.get(kind), page(root, kind, said.get(kind))


def check(root):
    files = set(tree.list_files(root))
    kinds = set()
    for kind in re.findall(r'HIH_ELEMENT_KIND \((\w+)\)', tree.read(root, 'app/phone/hih-element-kinds.def')):
        name = f'lessons/examples/elements/{"system" if kind == "key" else kind}.xml'
        kinds.add(f'lessons/elements/{kind}.md')
        if name not in files:
            yield f'{name}: the kind of element {kind} has no example'
            continue
        if kind not in rows(root):
            yield f'lessons/README.md: the kind of element {kind} has no row'
        mine = f'lessons/elements/{kind}.md'
        if mine not in files:
            yield f'{mine}: the kind of element {kind} has no page: tests/lint/elements.py --write'
        elif tree.read(root, mine) != page(root, kind, rows(root).get(kind)):
            yield f'{mine}: is not what the program says now: tests/lint/elements.py --write'
    for name in sorted(files - kinds):
        if name.startswith('lessons/elements/'):
            yield f'{name}: there is no such kind of element'


def write(root):
    os.makedirs(os.path.join(root, 'lessons', 'elements'), exist_ok=True)
    for kind, _, text in pages(root):
        with open(os.path.join(root, 'lessons', 'elements', f'{kind}.md'), 'w', encoding='utf-8') as file:
            file.write(text)


if __name__ == '__main__':
    if '--write' in sys.argv:
        write(tree.ROOT)
    else:
        tree.main(check)
