# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands of every kind on the practice phone: the table of app/ui/phone/README.md, done row by row on real widgets."""
import math
import os
import re
import sys

import tap
from broadway import BUTTON1_MASK, BUTTON_PRESS, BUTTON_RELEASE, POINTER_MOVE
from stand import KeyStand, TouchStand

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'app', 'ui', 'phone', 'README.md')
MM = 96 / 25.4
STEP_MS = 16
PALM, SECOND = 91, 92
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
        self.larger = False
        self.palm_first = recipe.startswith('palm')
        for part in recipe.split(', '):
            self.read(part.split())
        self.stand = keys if self.kind == 'key' else stand
        self.stand.ask(f'manner {self.guard_ms}{" larger" if self.larger else ""}')
        self.stand.show(state)
        self.scale = float(self.stand.ask('scale')[0][1])

    def read(self, words):
        name, numbers = words[0], [float(word) for word in words if re.fullmatch(r'[\d.]+', word)]
        if name in ('touch', 'click'):
            self.kind, self.ms = name, numbers[0]
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
    if expected == 'nothing':
        return meant == []
    wanted = expected.split('; ')
    # “near” and “swipe-left” do not say of what: nothing there asks for it.
    return len(meant) == len(wanted) and all(m == w or m.split()[0] == w for m, w in zip(meant, wanted))


def row_test(words, place, recipe, expected):
    def test():
        hand = Hand(*place.split(), recipe)
        hand.act()
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
                 'larger'):
        assert word in recipes, word


def ended():
    """The phone was never in trouble"""
    for each in (stand, keys):
        each.close()
        assert each.process.returncode == 0, each.process.returncode


tap.run(every_way, *(row_test(*row) for row in read_table()), ended)
