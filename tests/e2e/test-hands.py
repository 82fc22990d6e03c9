# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands of every kind on the practice phone: the table of app/ui/phone/README.md, done row by row on real widgets."""
import math
import os
import re
import sys
import xml.etree.ElementTree as xml

import tap
from broadway import BUTTON1_MASK, BUTTON_PRESS, BUTTON_RELEASE, POINTER_MOVE
from stand import KeyStand, TouchStand

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'app', 'ui', 'phone', 'README.md')
DOCTOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'lesson', 'ours', 'see-a-doctor.xml')
MM = 96 / 25.4
STEP_MS = 16
PALM, SECOND = 91, 92
# As a book shows them, in a square of 1024: what the hand writes needs nothing but this file.
STROKES = {
    '大': [[(150, 420), (880, 400)], [(520, 110), (510, 420), (380, 700), (130, 910)], [(520, 430), (640, 680), (900, 900)]],
    '天': [[(240, 230), (780, 215)], [(140, 480), (890, 460)], [(510, 230), (500, 480), (370, 740), (130, 920)],
          [(520, 480), (640, 700), (910, 910)]],
    '早': [[(270, 120), (275, 500)], [(275, 130), (760, 115), (750, 490)], [(290, 300), (740, 290)], [(285, 480), (745, 470)],
          [(110, 680), (920, 660)], [(515, 480), (515, 960)]],
}
WRITING_MS = 320  # a stroke
OFFERED = 5
DIRECTIONS = {'up': (0, -1), 'down': (0, 1), 'left': (-1, 0), 'right': (1, 0), 'below': (0, 1), 'above': (0, -1)}

SETTINGS = {'GSETTINGS_BACKEND': 'memory', 'LC_ALL': 'zh_CN.UTF-8'}
stand = TouchStand(sys.argv[1], **SETTINGS)
keys = KeyStand(sys.argv[1], **SETTINGS)


class Hand:
    """What one row asks for, read word by word."""

    def __init__(self, state, target, recipe):
        self.target = target
        self.finger = 10
        self.tremor = lambda ms: 0
        self.dx = self.dy = 0
        self.kind, self.ms, self.again_ms, self.guard_ms = 'touch', 80, None, 300
        self.miss = self.between = self.palm = self.second = self.key = None
        self.apart = 0
        self.text = None
        self.larger = self.left = False
        self.palm_first = recipe.startswith('palm')
        for part in recipe.split(', '):
            self.read(part.split())
        self.stand = keys if self.kind == 'key' else stand
        if self.left:
            self.dx = -self.dx
        self.stand.ask(f'manner {self.guard_ms}{" larger" if self.larger else ""}{" left" if self.left else ""}')
        self.stand.show(state)
        self.scale = float(self.stand.ask('scale')[0][1])

    def read(self, words):
        name, numbers = words[0], [float(word) for word in words if re.fullmatch(r'[\d.]+', word)]
        if name in ('touch', 'click'):
            self.kind, self.ms = name, numbers[0]
        elif name == 'write':
            self.text = words[1]
            self.kind = 'click' if 'mouse' in words else 'touch'
        elif name == 'key':
            self.kind, self.key = 'key', words[1]
        elif name == 'swipe':
            self.dx, self.dy = (part * numbers[0] for part in DIRECTIONS[words[1]])
            self.ms = numbers[1]
        elif name == 'drift':
            self.dx = numbers[0]
        elif name == 'tremor':
            hertz, reach = numbers[0], numbers[1] * MM
            self.tremor = lambda ms: reach * math.sin(2 * math.pi * hertz * ms / 1000)
        elif name == 'again':
            self.again_ms = numbers[0]
        elif name == 'guard':
            self.guard_ms = int(numbers[0])
        elif name == 'larger':
            self.larger = True
        elif name == 'left':
            self.left = True
        elif name == 'miss':
            self.miss = [part * numbers[0] * MM for part in DIRECTIONS[words[1]]]
        elif name == 'between':
            self.between = words[1]
        elif name == 'palm':
            self.palm = (words[1], numbers[0])
        elif name == 'second':
            self.second = numbers[0]
        elif name == 'apart':
            self.apart = numbers[0]
        else:
            raise AssertionError(f'“{name}” is no way of touching')

    def aim(self):
        """Where the finger comes down."""
        x, y, width, height = stand.place(self.target)
        if self.between is not None:
            other = stand.place(self.between)
            if other[0] > x:
                return (x + width + other[0]) / 2, y + height / 2
            return (other[0] + other[2] + x) / 2, y + height / 2
        if self.miss is not None:
            middle = (x + width / 2, y + height / 2)
            edge = (width / 2, height / 2)
            return tuple(m + (e * (1 if d > 0 else -1) + d * self.scale if d else 0) for m, e, d in zip(middle, edge, self.miss))
        return x + width / 2, y + height / 2

    def act(self):
        if self.kind == 'key':
            keys.press(self.target, self.key)
            return
        if self.text is not None:
            self.write()
            return
        x, y = self.aim()
        palm = stand.place(self.palm[0]) if self.palm is not None else None
        if palm is not None and self.palm_first:
            stand.touch(0, PALM, palm[0] + palm[2] / 2, palm[1] + palm[3] / 2)
            stand.pass_ms(200)
        self.stroke(x, y, palm)
        if self.again_ms is not None:
            stand.pass_ms(self.again_ms)
            self.stroke(x, y, None)
        if palm is not None:
            stand.pass_ms(self.palm[1])
            stand.touch(2, PALM, palm[0] + palm[2] / 2, palm[1] + palm[3] / 2)

    def stroke(self, x, y, palm):
        """Down, about, up."""
        self.finger += 1
        self.event(0, x, y)
        if palm is not None and not self.palm_first:
            stand.pass_ms(20)
            stand.touch(0, PALM, palm[0] + palm[2] / 2, palm[1] + palm[3] / 2)
        if self.kind == 'click':
            stand.ask('layout')  # on a busy computer frames come between press and release
        if self.second is not None:
            stand.touch(0, SECOND, x + self.second, y)
        spent = 0
        moves = self.dx or self.dy or self.apart or self.tremor(40)
        while moves and spent + STEP_MS < self.ms:
            spent += STEP_MS
            stand.pass_ms(STEP_MS)
            self.event(1, *self.at(x, y, spent))
            if self.apart:
                stand.touch(1, SECOND, x + self.second + self.apart * spent / self.ms, y)
        stand.pass_ms(self.ms - spent)
        self.event(2, *self.at(x, y, self.ms))
        if self.second is not None:
            stand.touch(2, SECOND, x + self.second + self.apart, y)

    def write(self):
        """Stroke after stroke; what trembles does so across the line."""
        x, y, side = (float(word) for word in stand.ask('pad')[0][1:])
        for line in STROKES[self.text]:
            points = [(x + px / 1024 * side, y + py / 1024 * side) for px, py in line]
            lengths = [math.dist(a, b) for a, b in zip(points, points[1:])]
            self.finger += 1
            self.event(0, *points[0])
            for spent in range(STEP_MS, WRITING_MS, STEP_MS):
                stand.pass_ms(STEP_MS)
                self.event(1, *self.along(points, lengths, sum(lengths) * spent / WRITING_MS, spent))
            stand.pass_ms(STEP_MS)
            self.event(2, *points[-1])
            stand.pass_ms(400)

    def along(self, points, lengths, gone, ms):
        for (ax, ay), (bx, by), length in zip(points, points[1:], lengths):
            if gone <= length:
                part, shake = gone / length, self.tremor(ms) * self.scale
                return (ax + (bx - ax) * part - (by - ay) / length * shake, ay + (by - ay) * part + (bx - ax) / length * shake)
            gone -= length
        return points[-1]

    def at(self, x, y, ms):
        part = min(1, ms / self.ms)
        shake = self.tremor(ms)
        along, across = (shake, 0) if not self.dx else (0, shake)
        return x + (self.dx * part + along) * self.scale, y + (self.dy * part + across) * self.scale

    def event(self, phase, x, y):
        if self.kind == 'touch':
            stand.touch(phase, self.finger, x, y)
        elif phase == 0:
            stand.mouse(POINTER_MOVE, x, y)
            stand.mouse(BUTTON_PRESS, x, y, 0, 1)
        elif phase == 1:
            stand.mouse(POINTER_MOVE, x, y, BUTTON1_MASK)
        else:
            stand.mouse(BUTTON_RELEASE, x, y, BUTTON1_MASK, 1)


def fits(meant, expected):
    return meant == ([] if expected == 'nothing' else expected.split('; '))


def row_test(words, place, recipe, expected):
    def test():
        hand = Hand(*place.split(), recipe)
        hand.act()
        if hand.text is not None:
            offered = stand.ask('offers')[0][1:][:OFFERED]
            assert expected == f'among the first {OFFERED}' and hand.text in offered, f'{recipe}: {offered}'
            return
        meant = hand.stand.what()
        assert fits(meant, expected), f'{recipe}: {meant} instead of {expected}'
    test.__doc__ = words
    return test


def read_table():
    rows = [[cell.strip() for cell in line.strip().strip('|').split('|')] for line in open(TABLE, encoding='utf-8')
            if line.startswith('|')]
    assert rows[0] == ['the hand', 'on', 'done exactly', 'counts as'], rows[0]
    return rows[2:]


def every_way():
    """The table has every kind of hand"""
    recipes = ' '.join(row[2] for row in read_table())
    for word in ('tremor', 'drift', 'again', 'touch', 'swipe', 'miss', 'between', 'palm', 'second', 'click', 'key', 'guard',
                 'larger', 'left', 'write', 'mouse', 'tremor 6 Hz 5 mm', 'drift 24', 'drift 27', 'again 80 ms', 'again 500 ms',
                 'touch 400 ms', 'touch 500 ms', 'touch 3000 ms', '1900 ms', 'key plus', 'key Left', 'key Up'):
        assert word in recipes, word


def see_a_doctor():
    """A finger books a doctor: a day, an hour, an ID number, a code that comes, a payment"""
    lesson = xml.parse(DOCTOR).getroot()
    stand.ask('manner 300')
    stand.show('home')
    for step in lesson.findall('step'):
        target, typed = step.get('tap') or step.get('type'), step.get('text') or ''
        for what, each in [('place', target)] if not typed else [('key', digit) for digit in typed]:
            x, y, width, height = stand.place(each, what)
            stand.finger(x + width / 2, y + height / 2)
        for term in step.get('until').split():
            key, value = term.split('=')
            if key not in ('screen', 'over'):
                stand.wait_value(key, value)
    meant = [f'tap {step.get("tap")}' for step in lesson.findall('step') if step.get('tap')]
    done = [gesture for gesture in stand.what() if gesture.startswith('tap ')]
    assert done == meant, f'{done} instead of {meant}'


def ended():
    """The phone was never in trouble"""
    for each in (stand, keys):
        each.close()
        assert each.process.returncode == 0, each.process.returncode


tap.run(every_way, *(row_test(*row) for row in read_table()), see_a_doctor, ended)
