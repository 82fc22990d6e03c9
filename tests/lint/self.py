# SPDX-License-Identifier: GPL-3.0-or-later
"""Each lint can fail: a small tree with one mistake in it gives exactly that finding, and without it none."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import desktop
import elements
import layers
import lessons
import media
import potfiles
import sources
import spelling
import spoken
import tidy
import translations
import tree

SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
SVG = '<!-- SPDX-License-Identifier: GPL-3.0-or-later --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: zh_CN\\n"\n\n'


class Lint(unittest.TestCase):
    def setUp(self):
        self.root = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.root)

    def write(self, name, text):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)

    def finds(self, module, *parts):
        findings = list(module.check(self.root))
        self.assertEqual(len(findings), len(parts), findings)
        for finding, part in zip(findings, parts):
            self.assertIn(part, finding)

    def test_layers(self):
        self.write('app/base/hih-a.h', SPDX)
        self.write('app/records/hih-b.h', SPDX + '#include "hih-a.h"\n#include <sqlite3.h>\n')
        self.write('app/records/hih-b.c', 'char *q = "SELECT id FROM event";\n')
        self.write('app/main.c', '#include <gtk/gtk.h>\n')
        self.finds(layers)
        self.write('app/base/hih-c.c', '#include "hih-b.h"\n')
        self.finds(layers, 'hih-c.c:1: base must not use records')
        self.write('app/base/hih-c.c', '\n#include "../records/hih-b.h"\n')
        self.finds(layers, 'hih-c.c:2: base must not use records')
        self.write('app/base/hih-c.c', '#include <gtk/gtk.h>\n')
        self.finds(layers, 'belongs to ui')
        self.write('app/base/hih-c.c', '#include "sqlite3.h"\n#include "gtk/gtk.h"\n')
        self.finds(layers, '<sqlite3.h> belongs to records', '<gtk/gtk.h> belongs to ui')
        self.write('app/base/hih-c.c', '"SELECT id "\n  "FROM event"; "Update profile set name = 1"\n')
        self.finds(layers, 'hih-c.c:1: SQL', 'hih-c.c:2: SQL')
        self.write('app/base/hih-c.c', 'a\n"INSERT OR IGNORE INTO event VALUES(1)"\n')
        self.finds(layers, 'hih-c.c:2: SQL')
        self.write('app/base/hih-c.c', '/* Select one from the list. */ "Select one from the list"')
        self.finds(layers)
        self.write('app/extra/hih-d.c', SPDX)
        self.finds(layers, 'not a room')

    def test_sources(self):
        self.write('app/base/a.c', SPDX + '\n' * 599)
        self.finds(sources)
        self.write('app/base/a.c', SPDX + '\n' * 600)
        self.finds(sources, '601 lines')
        self.write('app/base/a.c', SPDX + 'int a; \n\tint b;\n')
        self.finds(sources, 'a.c:2: blank', 'a.c:3: a tab')
        self.write('app/base/a.c', 'int a;\n')
        self.finds(sources, 'SPDX')
        self.write('app/base/a.c', SPDX)
        self.write('run', '#!/bin/sh\necho\n')
        self.finds(sources, 'run:1: no SPDX')

    def test_elements(self):
        self.write('app/phone/hih-element-kinds.def', 'HIH_ELEMENT_KIND (dot)\n')
        self.write('app/phone/elements/hih-element-dot.c', SPDX + '/* A dot. */\n'
                   'static const HihAttributeSpec a[] = {\n  { "key", HIH_ATTRIBUTE_KEY, TRUE },\n  { NULL },\n};\n')
        self.write('lessons/elements/dot.rng', '<grammar><define name="element-dot"><element name="dot"/></define></grammar>')
        self.write('lessons/examples/elements/dot.xml', '<?xml?>\n<!-- SPDX -->\n<app id="dot"/>\n')
        self.finds(elements, 'hih-element-view-dot.c: the kind of element dot has no view', 'dot.md: the kind of')
        self.write('app/ui/phone/elements/hih-element-view-dot.c', SPDX)
        self.finds(elements, 'dot.md: the kind of element dot has no page')
        elements.write(self.root)
        self.finds(elements)
        self.assertTrue(tree.read(self.root, 'lessons/elements/dot.md').startswith('# `<dot>`: A dot\n'))
        self.write('lessons/elements/dot.rng', '<grammar/>')
        self.finds(elements, 'dot.rng: the kind of element dot has no definition')
        os.remove(os.path.join(self.root, 'lessons/elements/dot.rng'))
        self.finds(elements, 'dot.rng: the kind of element dot has no definition')
        self.write('lessons/elements/dot.rng', '<grammar><define name="element-dot"><element name="dot"/></define></grammar>')
        self.write('lessons/examples/elements/dot.xml', '<?xml?>\n<!-- SPDX -->\n<app id="point"/>\n')
        self.finds(elements, 'dot.md: is not what the program says now')
        elements.write(self.root)
        self.write('lessons/elements/dash.md', 'A dash.\n')
        self.finds(elements, 'dash.md: there is no such kind')
        os.remove(os.path.join(self.root, 'lessons/elements/dash.md'))
        os.remove(os.path.join(self.root, 'lessons/examples/elements/dot.xml'))
        self.finds(elements, 'dot.xml: the kind of element dot has no example')
        os.remove(os.path.join(self.root, 'app/phone/elements/hih-element-dot.c'))
        self.finds(elements, "hih-element-dot.c: the kind of element dot has no brain's file")

    def test_media(self):
        listed = '<gresources><file>people/a.svg</file><file>faces/f.svg</file><file>faces/f-talk.svg</file>' \
                 '<file>faces/f-blink.svg</file></gresources>'
        self.write('media/hih-media.gresource.xml', listed)
        self.write('media/people.xml', '<people><person id="a"><title>A</title></person></people>')
        for name in ('people/a', 'faces/f', 'faces/f-talk', 'faces/f-blink'):
            self.write(f'media/{name}.svg', SVG % '')
        self.finds(media)
        self.write('media/people/b.svg', SVG % '')
        self.finds(media, 'b.svg is not listed', 'b.svg has no name')
        os.remove(os.path.join(self.root, 'media/people/b.svg'))
        icon = 'icons/hicolor/scalable/actions/hih-x-symbolic.svg'
        self.write('media/' + icon, SVG % '<path stroke="#000"/>')
        self.write('media/hih-media.gresource.xml', listed.replace('</g', f'<file alias="y">{icon}</file></g'))
        self.finds(media, 'has a stroke')
        self.write('media/' + icon, SVG % '')
        os.remove(os.path.join(self.root, 'media/faces/f-talk.svg'))
        self.finds(media, 'f-talk.svg does not exist', 'no -talk twin')

    def test_potfiles(self):
        self.write('po/POTFILES', '# head\napp/ui/a.c\n')
        self.write('app/ui/a.c', 'g_print (_("Hello"));\n')
        self.finds(potfiles)
        self.write('app/ui/kinds.def', 'HIH_KIND (a, N_("Word"))\n')
        self.finds(potfiles, 'app/ui/kinds.def has words')
        os.remove(os.path.join(self.root, 'app/ui/kinds.def'))
        self.write('lessons/family/b.xml', '<lesson/>')
        self.finds(potfiles, 'lessons/family/b.xml has words')
        self.write('po/POTFILES', 'lessons/family/b.xml\napp/ui/a.c\napp/ui/gone.c\n')
        self.finds(potfiles, 'gone.c is listed', 'not sorted')

    def test_translations(self):
        shutil.copytree(os.path.join(tree.ROOT, 'data', 'its'), os.path.join(self.root, 'data', 'its'))
        self.write('po/update', 'xgettext --keyword=_\n')
        self.write('po/POTFILES', 'a.c\nb.xml\n')
        self.write('a.c', 'f (_("Hello %s"));\n')
        self.write('b.xml', '<lesson><say>Tap it.</say></lesson>')
        whole = PO + '#, c-format\nmsgid "Hello %s"\nmsgstr "你好 %s"\n\nmsgid "Tap it."\nmsgstr "点一下。"\n'
        self.write('po/zh_CN.po', whole)
        self.finds(translations)
        self.write('po/zh_CN.po', whole.replace('点一下。', ''))
        self.finds(translations, 'not translated: "Tap it."')
        self.write('po/zh_CN.po', whole.replace('msgid "Tap', '#, fuzzy\nmsgid "Tap'))
        self.finds(translations, 'marked fuzzy: "Tap it."')
        self.write('po/zh_CN.po', whole.replace('你好 %s', '你好 %d'))
        self.finds(translations, 'msgfmt --check')
        self.write('po/zh_CN.po', whole)
        self.write('b.xml', '<lesson><say>Tap it once.</say></lesson>')
        self.finds(translations, 'not translated: "Tap it once."')

    def test_spelling(self):
        self.write('README.md', 'A word.\n')
        self.finds(spelling)
        self.write('README.md', 'A ' + 'recie' + 've.\n')
        self.finds(spelling, 'README.md:1')

    def test_lessons(self):
        self.write('lessons/family/a.xml', '<lesson><say>Tap.</say></lesson>')
        self.write('lessons/family/meson.build', "foreach name : ['a']\nendforeach\n")
        self.finds(lessons, 'lessons/family/meson.build: is not named in lessons/meson.build')
        self.write('lessons/meson.build', "foreach folder : ['family']\nendforeach\n")
        self.finds(lessons)
        self.write('lessons/family/a.xml', '<lesson><say>Tap <b>once</b>.</say></lesson>')
        self.finds(lessons, 'mixes words')
        self.write('lessons/family/a.xml', '<app picture="tile-none"><button icon="none"/></app>')
        self.finds(lessons, 'media/tiles/none.svg', 'no such icon')
        self.write('lessons/family/a.xml', '<app><say>Airplane mode</say><title layout="c">Airplane mode</title></app>')
        self.finds(lessons, 'called flight mode')
        self.write('lessons/family/a.xml', '<lesson><say>Tap.</lesson>')
        self.finds(lessons, 'not XML')
        self.write('lessons/family/a.xml', '<lesson/>')
        self.write('lessons/family/meson.build', '')
        self.finds(lessons, "a.xml: is not in the program: write the line 'a', into lessons/family/meson.build")
        self.write('lessons/family/meson.build', "'a'")
        # The schema is joined from what all say and what a kind says.
        grammar = '<grammar xmlns="http://relaxng.org/ns/structure/1.0">%s</grammar>'
        self.write('lessons/lesson.rng.in', grammar % '<start><element name="lesson"><ref name="element"/></element></start>')
        self.write('lessons/elements/dot.rng', grammar % '<define name="element" combine="choice"><element name="dot"><empty/></element></define>')
        self.assertTrue(list(lessons.check(self.root)))
        self.write('lessons/family/a.xml', '<lesson><dot/></lesson>')
        self.finds(lessons)

    def test_spoken(self):
        lesson = '<lesson minutes="%d">' + '<step><say>%s</say></step>' * 6 + '</lesson>'
        po = PO + 'msgid "Tap it."\nmsgstr "%s"\n'
        self.write('lessons/family/a.xml', lesson % ((10,) + ('Tap it.',) * 6))
        self.write('po/zh_CN.po', po % '找到它，点一下。')
        self.finds(spoken)
        self.write('lessons/family/a.xml', lesson % ((11,) + ('Tap it.',) * 6))
        self.finds(spoken, 'more than 10 minutes')
        self.write('lessons/family/a.xml', lesson % ((2,) + ('Tap it.',) * 6))
        self.finds(spoken, 'takes 2.')
        self.write('lessons/family/a.xml', '<lesson minutes="1"><step><say>Tap it.</say></step></lesson>')
        self.finds(spoken, '1 steps')
        self.write('lessons/family/a.xml', '<app><toast><text>Tap it.</text></toast></app>')
        self.write('po/zh_CN.po', po % '您点错了。')
        self.finds(spoken, '“错”')
        self.write('po/zh_CN.po', po % '点一下。')
        self.write('lessons/family/a.xml', '<app><toast><text>Wrong key.</text></toast></app>')
        self.finds(spoken, '“wrong”')
        self.write('lessons/family/a.xml', lesson % ((10,) + ('Tap it.',) + ('Tap.',) * 5))
        self.write('po/zh_CN.po', po % ('长' * 15))
        self.finds(spoken, 'longer than 14')
        self.write('po/zh_CN.po', po % ('十个字的话有多么长呢，' * 5))
        self.finds(spoken, 'more than 44')

    def tidy_finds(self, *parts, everything=False, kept=None):
        findings = list(tidy.check(os.path.realpath(self.root), os.path.join(os.path.realpath(self.root), '_build'), everything, kept))
        self.assertEqual(len(findings), len(parts), findings)
        for finding, part in zip(findings, parts):
            self.assertIn(part, finding)

    def test_tidy(self):
        shutil.copy(os.path.join(tree.ROOT, '.clang-tidy'), self.root)
        right = SPDX + 'int\nsame (int a, int b)\n{\n  return a == b;\n}\n'
        self.write('_build/compile_commands.json', json.dumps([
            {'directory': os.path.join(self.root, '_build'), 'file': '../app/base/a.c', 'command': 'cc -Wall -c ../app/base/a.c'}]))
        self.write('app/base/a.c', right)
        self.git('init', '-q')
        self.tidy_finds('what was changed is not known: git rev-list')
        self.git('commit', '-q', '-m', 'Zero', '--allow-empty')
        self.tidy_finds()
        self.write('app/base/a.c', right.replace('a == b', 'a == a'))
        self.tidy_finds('app/base/a.c:5:12: error: both sides of operator are equivalent [misc-redundant-expression')
        self.write('app/base/a.c', right.replace('a == b', 'a = b'))
        self.tidy_finds()
        self.write('app/base/a.c', right.replace('return a == b;', 'int c;\n  return a == b + c;'))
        self.tidy_finds('app/base/a.c:6:17: error: The right operand of \'+\' is a garbage value')
        self.write('app/base/a.c', right.replace('return a == b;', 'return a == b'))
        self.tidy_finds("app/base/a.c:5:16: error: expected ';'")
        # What was changed before the last ten commits is looked at by the long test only; what is not built, by none.
        self.write('app/base/a.c', right.replace('a == b', 'a == a'))
        self.write('app/base/b.c', right.replace('a == b', 'a == a'))
        self.git('add', 'app')
        self.git('commit', '-q', '-m', 'One')
        for number in range(9):
            self.git('commit', '-q', '-m', f'More {number}', '--allow-empty')
        self.tidy_finds('misc-redundant-expression')
        self.git('clone', '-q', '--depth=2', 'file://' + self.root, 'shallow')
        self.assertEqual(tidy.list_changed(os.path.join(self.root, 'shallow')), [])
        self.git('commit', '-q', '-m', 'The tenth after it', '--allow-empty')
        self.tidy_finds()
        with mock.patch.dict(os.environ, HIH_TIDY_SINCE='HEAD~11'):
            self.tidy_finds('misc-redundant-expression')
        with mock.patch.dict(os.environ, HIH_TIDY_SINCE='no-such'):
            self.tidy_finds('what was changed is not known: git log')
        self.tidy_finds('misc-redundant-expression', everything=True)
        # What was found good is kept, what was not is not; and a change of what is included is one of the file.
        kept = os.path.join(self.root, 'kept')
        os.mkdir(kept)
        self.tidy_finds('misc-redundant-expression', everything=True, kept=kept)
        self.assertEqual(os.listdir(kept), [])
        self.write('app/base/a.h', '#define OTHER b\n')
        self.write('app/base/a.c', '#include "a.h"\n' + right.replace('a == b', 'a == OTHER'))
        for _again in range(2):
            self.tidy_finds(everything=True, kept=kept)
            self.assertEqual(len(os.listdir(kept)), 1)
        self.write('app/base/a.h', '#define OTHER a\n')
        self.tidy_finds('misc-redundant-expression', everything=True, kept=kept)

    def git(self, *words):
        subprocess.run(['git', '-c', 'user.name=x', '-c', 'user.email=x@example.org', *words], cwd=self.root, check=True)

    def test_desktop(self):
        data = os.path.join(sys.argv[2], 'data')
        for end in ('.desktop', '.metainfo.xml', '.service'):
            shutil.copy(os.path.join(data, desktop.APP_ID + end), self.root)
        shutil.copy(os.path.join(tree.ROOT, 'data', desktop.APP_ID + '.gschema.xml'), self.root)
        self.assertEqual(list(desktop.check_files(self.root, self.root)), [])
        for end, right, wrong in (('.desktop', 'Type=Application', 'Type=Nothing'), ('.desktop', 'Name[zh_CN]', 'X-Name[zh_CN]'),
                                  ('.metainfo.xml', '<id>', '<id>bad id '), ('.gschema.xml', 'type="b"', 'type="bad"'),
                                  ('.service', '--gapplication-service', '')):
            path = os.path.join(self.root, desktop.APP_ID + end)
            text = tree.read('', path)
            self.assertIn(right, text)
            self.write(desktop.APP_ID + end, text.replace(right, wrong, 1))
            self.assertTrue(list(desktop.check_files(self.root, self.root)), (end, wrong))
            self.write(desktop.APP_ID + end, text)


if __name__ == '__main__':
    subprocess.run(['git', '--version'], check=True, stdout=subprocess.DEVNULL)
    unittest.main(argv=sys.argv[:1])
