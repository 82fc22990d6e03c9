# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the screen, found where the program itself finds it: so no test breaks when a word is chosen better."""
import gettext
import os
import xml.etree.ElementTree as ElementTree

from hand import LANGUAGE

LESSONS_DIR = os.environ.get('HIH_LESSONS_DIR', '')
XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'

_translation = gettext.translation('hand-in-hand', os.environ.get('HIH_PO_DIR', ''), [LANGUAGE], fallback=True)
_ = _translation.gettext
C_ = _translation.pgettext
n_ = _translation.ngettext


def f_(message, *values):
    """A sentence with places in it, as printf fills them."""
    return _(message).replace('%u', '%d') % values


def text_of(parent, tag, layout='a', language=LANGUAGE):
    """The <tag> of an element in this layout and language; a translation stands behind what it translates."""
    found = {}
    now = None
    for child in parent.findall(tag):
        if child.get(XML_LANG) is None:
            now = child.get('layout')
        found[now, child.get(XML_LANG)] = ' '.join((child.text or '').split())
    for key in ((layout, language), (layout, None), (None, language), (None, None)):
        if found.get(key):
            return found[key]
    return None


def first_title_of(root, key, layout):
    """What an element is called that takes its name from a key, as long as nobody changed it."""
    state = next(state for state in root.findall('state') if state.get('key') == key)
    value = next(value for value in state.findall('value') if value.get('id') == state.get('initial'))
    return text_of(value, 'title', layout)


def title_of_target(target, layout):
    """What “app/element” is called on the phone."""
    app, element = target.split('/')
    if target in ('system/home', 'system/back'):
        return _('Home screen') if element == 'home' else _('Back')
    root = ElementTree.parse(os.path.join(LESSONS_DIR, 'apps', app + '.xml')).getroot()
    # What an element shows may have the element's own id.
    for node in (node for node in root.iter() if node.tag not in ('state', 'value')):
        if node.get('id') == element:
            key = next((title.get('key') for title in node.findall('title') if title.get('key')), None)
            title = first_title_of(root, key, layout) if key else text_of(node, 'title', layout)
            if title:
                return title
    raise KeyError(f'{target} has no title')


def read_drill(name):
    return ElementTree.parse(os.path.join(LESSONS_DIR, 'drills', name + '.xml')).getroot()


class Step:
    KINDS = ('tap', 'swipe', 'hold', 'drag', 'zoom', 'type', 'look')

    def __init__(self, node, trap=None, trap_ends=False, prefix=''):
        self.id = prefix + node.get('id')
        self.trap = trap
        # The last step of a trap is recorded under the trap's own name.
        self.recorded_id = trap if trap_ends else self.id
        self.kind = next(kind for kind in self.KINDS if node.get(kind))
        self.target = node.get(self.kind) if self.kind != 'look' else None
        self.value = node.get('to') or node.get('text') or node.get('direction')
        self.say = text_of(node, 'say')


class Lesson:
    def __init__(self, topic, name):
        root = ElementTree.parse(os.path.join(LESSONS_DIR, topic, name + '.xml')).getroot()
        self.id = name
        self.topic = topic
        self.title = text_of(root, 'title')
        self.able = text_of(root, 'able')
        self.goal = text_of(root.find('goal'), 'say')
        self.layouts = root.find('phone').get('layouts').split()
        self.steps = [Step(node) for node in root.findall('step')]
        self.root = root

    def plan(self, stage, with_traps):
        """The steps of a stage in their order, with the traps that strike in it."""
        out = []
        for index, node in enumerate(self.root.findall('step')):
            for trap in self.root.findall('trap') if with_traps else []:
                if trap.get('at') != node.get('id') or stage not in trap.get('stages', 'alone').split():
                    continue
                # A drill's steps are called after the trap that uses it.
                drill = trap.get('use')
                name = trap.get('id') or drill
                inside = read_drill(drill).findall('step') if drill else trap.findall('step')
                out += [(index, Step(step, name, step is inside[-1], f'{name}-' if drill else '')) for step in inside]
            out.append((index, Step(node)))
        return out


def topic_title(topic):
    root = ElementTree.parse(os.path.join(LESSONS_DIR, 'topics.xml')).getroot()
    return next(text_of(node, 'title') for node in root.iter('topic') if node.get('id') == topic)
