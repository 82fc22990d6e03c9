# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of element has its page, lessons/elements/KIND.md. It is written (--write) from what the program itself
reads: the head (its first sentence becomes the first line) and the tables of app/phone/elements/hih-element-KIND.c, and the
example that tests load. A page that is missing or says something else is told, and so is a kind without its brain's file,
its view, an example or its part of the schema, lessons/elements/KIND.rng."""
import os
import re
import sys

import tree

COMMAND = 'python3 tests/lint/elements.py --write'
TYPES = {'KEY': 'a key', 'FLAG': 'yes or no', 'TEXT': 'text', 'NUMBER': 'a number', 'ICON': 'an icon', 'PICTURE': 'a picture'}


def find(pattern, text):
    found = re.search(pattern, text)
    return found[1] if found else ''


def registered(root):
    return re.findall(r'HIH_ELEMENT_KIND \((\w+)\)', tree.read(root, 'app/phone/hih-element-kinds.def'))


def example(kind):
    return f'lessons/examples/elements/{"system" if kind == "key" else kind}.xml'  # keys stand in the system app only


def brain(kind):
    return f'app/phone/elements/hih-element-{kind}.c'


def view(kind):
    return f'app/ui/phone/elements/hih-element-view-{kind}.c'


def page(root, kind):
    source = tree.read(root, brain(kind))
    head = ' '.join(re.findall(r'/\*(.*?)\*/', source, re.S)[1].replace('\n *', ' ').split())
    short, _, more = head.partition('. ')
    lines = [f'# `<{kind}>`: {short.rstrip(".")}', '', f'<!-- Written by {COMMAND}: change what it reads, and run it. -->']
    lines += [more, ''] if more else ['']
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
    lines += [f'Example: `{example(kind)}`', '', '```xml']
    lines += tree.read(root, example(kind)).rstrip().splitlines()[2:] + ['```', '']
    return '\n'.join(lines)


def check(root):
    files = set(tree.list_files(root))
    kinds = set()
    for kind in registered(root):
        mine, schema = f'lessons/elements/{kind}.md', f'lessons/elements/{kind}.rng'
        kinds |= {mine, schema}
        if schema not in files or f'<define name="element-{kind}">' not in tree.read(root, schema):
            yield f'{schema}: the kind of element {kind} has no definition in the schema'
        if view(kind) not in files:
            yield f'{view(kind)}: the kind of element {kind} has no view: how it is drawn'
        if brain(kind) not in files:
            yield f"{brain(kind)}: the kind of element {kind} has no brain's file: what may be written"
        elif example(kind) not in files:
            yield f'{example(kind)}: the kind of element {kind} has no example'
        elif mine not in files:
            yield f'{mine}: the kind of element {kind} has no page: {COMMAND}'
        elif tree.read(root, mine) != page(root, kind):
            yield f'{mine}: is not what the program says now: {COMMAND}'
    for name in sorted(files - kinds):
        if name.startswith('lessons/elements/'):
            yield f'{name}: there is no such kind of element'


def write(root):
    for kind in registered(root):
        with open(os.path.join(root, 'lessons', 'elements', f'{kind}.md'), 'w', encoding='utf-8') as file:
            file.write(page(root, kind))


if __name__ == '__main__':
    if '--write' in sys.argv:
        write(tree.ROOT)
    else:
        tree.main(check)
