# SPDX-License-Identifier: GPL-3.0-or-later
"""What a lesson says can be followed by ear and fits under the film: clauses that are one line of caption, no word of blame,
6 to 12 steps in 10 minutes at most, a way without a phone, six lines on the card."""
import os
import re
import xml.etree.ElementTree as xml

import tree

SPOKEN = ('say', 'where', 'why', 'tell', 'done', 'metaphor', 'able', 'in-force', 'retired', 'drill')
CLAUSE = 14  # glyphs: one line of caption
SENTENCE = 44  # glyphs: 20 seconds of a film, pauses and all
BLAME = {'zh_CN': ('错', '失败', '提交', '取消'), 'en': ('wrong', 'error', 'failed', 'mistake', 'submit', 'cancel')}


def fold(text):
    return ' '.join((text or '').split())


def unquote(lines):
    return ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines)).replace('\\"', '"').replace('\\\\', '\\')


def read_po(root, language):
    name = f'po/{language}.po'
    if not os.path.exists(os.path.join(root, name)):
        return {}
    entries = re.findall(r'^msgid ((?:".*"\s*)+)msgstr ((?:".*"\s*)+)', tree.read(root, name), re.M)
    return {unquote(source): unquote(words) for source, words in entries}


def blamed(words, language):
    for word in BLAME[language]:
        if re.search(word if language == 'zh_CN' else rf'\b{word}', words, re.I):
            yield f'says “{word}” to a trainee: “{words}”'


def check_words(element, words):
    clauses = [part for part in re.split('[，。！？：；、…“”]', words) if part]
    if max((len(part) for part in clauses), default=0) > CLAUSE:
        yield f'a clause is longer than {CLAUSE} glyphs: “{words}”'
    if element.tag == 'say' and sum(len(part) for part in clauses) > SENTENCE:
        yield f'more than {SENTENCE} glyphs to listen to at once: “{words}”'


def check_shape(lesson):
    steps = len(lesson.findall('step'))
    if not 6 <= steps <= 12:
        yield f'has {steps} steps; 6 to 12 can be kept in mind'
    if int(lesson.get('minutes') or 99) > 10:
        yield 'takes more than 10 minutes'
    if len(lesson.findall('card/line')) > 6:
        yield 'has more than six lines on its card'


def check(root):
    chinese = read_po(root, 'zh_CN')
    files = [name for name in tree.list_files(root) if re.match(r'lessons/[\w-]+/.+\.xml$', name) and '/examples/' not in name]
    for name in files:
        try:
            document = xml.fromstring(tree.read(root, name))
        except xml.ParseError:
            continue  # lessons.py tells it
        findings = []
        if document.tag == 'lesson':
            findings += check_shape(document)
        for element in document.iter():
            if len(element) or element.tag == 'notes' or not fold(element.text):
                continue
            words = chinese.get(fold(element.text), '')
            findings += blamed(fold(element.text), 'en')
            findings += blamed(words, 'zh_CN')
            if document.tag in ('lesson', 'drill') and element.tag in SPOKEN:
                findings += check_words(element, words)
        yield from (f'{name}: {finding}' for finding in findings)


if __name__ == '__main__':
    tree.main(check)
