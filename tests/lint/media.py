# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawings: compiled in and named both ways, faces with their speaking and blinking twins, icons GTK can recolour."""
import re
import xml.etree.ElementTree as xml

import tree

ICONS = 'media/icons/hicolor/scalable/actions/'


def check(root):
    drawings = {name for name in tree.list_files(root) if name.startswith('media/') and name.endswith('.svg')}
    listed = {'media/' + name for name in re.findall(r'<file[^>]*>([^<]+)</file>', tree.read(root, 'media/hih-media.gresource.xml'))}
    for name in sorted(drawings - listed):
        yield f'media/hih-media.gresource.xml: {name} is not listed'
    for name in sorted(listed - drawings):
        yield f'media/hih-media.gresource.xml: {name} does not exist'

    people = {name[len('media/people/'):-4] for name in drawings if name.startswith('media/people/')}
    persons = [person.get('id') for person in xml.fromstring(tree.read(root, 'media/people.xml')).iter('person')]
    for person in sorted(people - set(persons)):
        yield f'media/people.xml: {person}.svg has no name here'
    for person in sorted(set(persons) - people):
        yield f'media/people.xml: there is no picture media/people/{person}.svg'
    for person in sorted({person for person in persons if persons.count(person) > 1}):
        yield f'media/people.xml: {person} is named twice'

    for name in sorted(drawings):
        if name.startswith('media/faces/') and not re.search(r'-(talk|blink)\.svg$', name) and not name.endswith('/unknown.svg'):
            for twin in ('talk', 'blink'):
                if f'{name[:-4]}-{twin}.svg' not in drawings:
                    yield f'{name}: has no -{twin} twin; a face that cannot {twin} cannot call'
        try:
            picture = xml.fromstring(tree.read(root, name))
        except xml.ParseError as error:
            yield f'{name}: is not XML: {error}'
            continue
        if 'viewBox' not in picture.attrib:
            yield f'{name}: has no viewBox, so it cannot be scaled'
        if any(child.tag.endswith('}image') or child.tag.endswith('}script') for child in picture.iter()):
            yield f'{name}: holds an image or a script; drawings are shapes only'
        if name.startswith(ICONS):
            if not re.fullmatch(r'hih-[a-z0-9-]+-symbolic\.svg', name[len(ICONS):]):
                yield f'{name}: icons are named hih-NAME-symbolic.svg'
            if any(child.get('stroke', 'none') != 'none' for child in picture.iter()):
                yield f'{name}: has a stroke; GTK 4.8 recolours fills only'


if __name__ == '__main__':
    tree.main(check)
