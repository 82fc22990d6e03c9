# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of a lesson go out to translators and come back: xgettext by data/its, then po/merge. On a small made-up lesson.
roundtrip.py SOURCE-ROOT"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

import tree

LESSON = '''<?xml version="1.0" encoding="UTF-8"?>
<lesson id="x" topic="family" format="1">
  <title>Video-call your daughter</title>
  <step id="a" tap="chat/daughter">
    <!-- TRANSLATORS: spoken aloud -->
    <say>Find the green picture
         called Chat &amp; tap it &lt;once&gt;.</say>
    <where>The bottom row.</where> <why>Because.</why>
    <state><value id="fang"><title>Daughter</title><title layout="b">Xiaofang</title></value></state>
    <number>12.50</number>
  </step>
  <goal when="a=b"><say>Call her.</say></goal>
  <offline><say>Ask at the desk.</say></offline>
</lesson>
'''
WORDS = ['Video-call your daughter', 'Find the green picture called Chat & tap it <once>.', 'The bottom row.', 'Because.',
         'Daughter', 'Xiaofang', 'Call her.', 'Ask at the desk.']
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: %s\\n"\n\n'


class RoundTrip(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(os.path.join(tree.ROOT, 'data', 'its'), self.path('data/its'))
        os.makedirs(self.path('po'))
        shutil.copy(os.path.join(tree.ROOT, 'po', 'merge'), self.path('po/merge'))
        self.write('x.xml', LESSON)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)

    def extract(self):
        env = dict(os.environ, GETTEXTDATADIRS=self.path('data'))
        subprocess.run(['xgettext', '--from-code=UTF-8', '--no-wrap', '--add-comments=TRANSLATORS', '-o', self.path('x.pot'), self.path('x.xml')],
                       env=env, check=True)
        with open(self.path('x.pot'), encoding='utf-8') as file:
            return file.read()

    def translate(self, language, mark, words=WORDS):
        self.write(f'po/{language}.po', HEAD % language + ''.join(f'msgid "{word}"\nmsgstr "{mark}{word}"\n\n' for word in words))

    def merge(self):
        subprocess.run([self.path('po/merge'), 'xml', self.path('x.xml'), self.path('out.xml')], check=True)
        return xml.parse(self.path('out.xml')).getroot()

    def test_every_word_goes_out(self):
        pot = self.extract()
        self.assertEqual(sorted(re.findall(r'^msgid "(.+)"$', pot, re.M)), sorted(WORDS))
        self.assertIn('#. TRANSLATORS: spoken aloud', pot)

    def test_every_word_comes_back(self):
        self.translate('zh_CN', '中')
        self.translate('zh_TW', '繁')
        self.write('po/LINGUAS', 'zh_CN\nzh_TW\n')
        root = self.merge()
        lang = '{http://www.w3.org/XML/1998/namespace}lang'
        seen = 0
        for parent in root.iter():
            children = list(parent)
            for i, child in enumerate(children):
                source = ' '.join((child.text or '').split())
                if child.get(lang) is None and source in WORDS:
                    seen += 1
                    following = {c.get(lang): c.text for c in children[i + 1:i + 3]}
                    self.assertEqual(following, {'zh_CN': '中' + source, 'zh_TW': '繁' + source})
                    self.assertTrue(all(c.tag == child.tag and list(c.attrib) == [lang] for c in children[i + 1:i + 3]))
        self.assertEqual(seen, len(WORDS))

    def test_what_is_not_translated_stays_english(self):
        self.translate('zh_CN', '中', WORDS[:1])
        self.write('po/LINGUAS', 'zh_CN\n')
        lang = '{http://www.w3.org/XML/1998/namespace}lang'
        self.assertEqual(sum(1 for e in self.merge().iter() if e.get(lang)), 1)

    def test_same_output_keeps_its_date(self):
        self.translate('zh_CN', '中')
        self.write('po/LINGUAS', 'zh_CN\n')
        self.merge()
        os.utime(self.path('out.xml'), (1, 1))
        self.merge()
        self.assertEqual(os.path.getmtime(self.path('out.xml')), 1)
        self.translate('zh_CN', '新')
        self.merge()
        self.assertNotEqual(os.path.getmtime(self.path('out.xml')), 1)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
