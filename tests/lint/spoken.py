# SPDX-License-Identifier: GPL-3.0-or-later
"""What a lesson says can be followed by ear and fits under the film: clauses that are one line of caption, no word of blame,
6 to 12 steps in 10 minutes at most (its film seen and every stage gone through once, the reasons heard; surprises come with
later practice), a way without a phone, six lines on the
card."""
import os
import re
import xml.etree.ElementTree as xml

import tree

SPOKEN = ('say', 'where', 'why', 'tell', 'done', 'metaphor', 'able', 'in-force', 'retired', 'drill')
CLAUSE = 14  # glyphs: one line of caption
SENTENCE = 44  # glyphs: 20 seconds of a film, pauses and all
# Seconds, as measured on the films that the program makes: they come within a twentieth of these.
A_GLYPH, A_CLAUSE = 1 / 3.5, 0.45
A_SHOWN_STEP, A_TYPED_KEY, A_FILM = 5.2, 0.45, 5
A_DONE_STEP = {'follow': 6, 'guided': 5, 'alone': 4}  # to find the place and touch it, in calm
MOST_MINUTES = 10
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


def seconds(element, chinese):
    """How long it takes to say that."""
    clauses = [part for part in re.split('[，。！？：；、…“”]', chinese.get(fold(element.text), '')) if part]
    return sum(map(len, clauses)) * A_GLYPH + len(clauses) * A_CLAUSE


def check_length(lesson, chinese):
    """Watch, Follow with each step's reason, Guided, Alone, each once. The first Alone has no surprise: those are for another
    day's practice, and so is hearing a reason again (lessons/README.md)."""
    def said(path):
        return sum(seconds(element, chinese) for element in lesson.findall(path))

    steps = len(lesson.findall('step'))
    typed = sum(len(step.get('text') or '') for step in lesson.findall('step'))
    film = said('title') + said('metaphor') + said('step/say') + said('offline/say') + \
        steps * A_SHOWN_STEP + typed * A_TYPED_KEY + A_FILM
    done = said('step/say') + said('step/why') + said('step/where') / max(1, len(lesson.findall('step/where')) / steps) + said('goal/say') + \
        sum(A_DONE_STEP.values()) * steps + 2 * typed
    minutes = (film + done) / 60
    told = int(lesson.get('minutes') or MOST_MINUTES)
    if minutes > min(told, MOST_MINUTES):
        yield f'takes {minutes:.1f} minutes to watch and to do once in every stage; it says {told}, and 10 are the most'


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
            findings += check_length(document, chinese)
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
