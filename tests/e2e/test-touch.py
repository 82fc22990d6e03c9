# SPDX-License-Identifier: GPL-3.0-or-later
"""The phone under a trembling finger: real events of the mouse, at places asked from AT-SPI."""
import time

import hand
import play
import tap
from hand import Atspi
from keys import Keyboard, xdotool
from words import Lesson, _, title_of_target

PERSON = '张桂英'
WIDTH = 360
# A finger may drift 24 px of the phone, and a second tap within 300 ms is swallowed (DESIGN.md 5).
DRIFT, TOO_FAR = 20, 31
lesson = Lesson('family', 'video-call')
program = hand.Program(data_dir=hand.new_data_dir(PERSON))


def width(node):
    return node.get_extents(Atspi.CoordType.WINDOW).width


class Finger:
    """On the phone; lengths are pixels of the phone, which the window shows larger or smaller."""

    def __init__(self):
        self.window = Keyboard(program).window
        # What the outermost widget hangs in that is as wide as a phone, in lengths before scaling.
        screen = next(node for node, _name, _role in program.nodes(play.phone(program)) if width(node) == WIDTH)
        self.scale = width(screen.get_parent()) / WIDTH
        assert 0.5 < self.scale < 2, self.scale

    def place(self, target):
        """The middle of a button on the screen: x and y are true, width and height those before scaling."""
        name = title_of_target(target, lesson.layouts[0])
        node = program.wait_until(lambda: play.find_on_phone(program, name), f'“{name}” on the phone')
        box = node.get_extents(Atspi.CoordType.WINDOW)
        return box.x + box.width * self.scale / 2, box.y + box.height * self.scale / 2

    def stroke(self, target, dx=0, dy=0, strokes=4):
        """Touches, wanders, lifts."""
        x, y = self.place(target)
        move = ['mousemove', '--window', self.window, round(x), round(y), 'sleep', 0.05, 'mousedown', 1]
        for i in range(1, strokes + 1):
            move += ['sleep', 0.03, 'mousemove', '--window', self.window, round(x + dx * self.scale * i / strokes),
                     round(y + dy * self.scale * i / strokes)]
        xdotool(*move, 'sleep', 0.03, 'mouseup', 1)

    def tap(self, target, times=1):
        x, y = self.place(target)
        xdotool('mousemove', '--window', self.window, round(x), round(y), 'sleep', 0.05,
                'click', '--repeat', times, '--delay', 100, 1)


def settle():
    """Slides last 250 ms, and the finger must rest longer than the guard."""
    time.sleep(0.7)


def step_body(number):
    return [body for verb, body in play.runs_of(program.query)[-1] if verb == 'step-ended'][number]


def swipe():
    """The phone is pushed open with a stroke upwards; a short one does nothing."""
    play.sit_down(program, PERSON)
    play.open_lesson(program, lesson)
    play.choose_stage(program, 'follow')
    play.wait_for_step(program, lesson, 0)
    settle()
    finger = Finger()
    finger.stroke('system/unlock', dy=-TOO_FAR)
    settle()
    assert play.steps_on_disk(program.query) == []
    finger.stroke('system/unlock', dy=-150)
    play.wait_for_step(program, lesson, 1)


def too_far():
    """A finger that drifts 31 px has not tapped: nothing happens, and nothing is held against it."""
    settle()
    for dx, dy in ((TOO_FAR, 0), (0, -TOO_FAR)):
        Finger().stroke('home/chat', dx, dy)
        settle()
        assert play.steps_on_disk(program.query) == ['unlock'], 'the tap counted'
    assert play.is_at_step(program, 2, len(lesson.steps), lesson.steps[1].say)


def double_tap():
    """A second tap within 300 ms is swallowed: it would have fallen on what has just opened."""
    Finger().tap('home/chat', 2)
    play.wait_for_step(program, lesson, 2)
    settle()
    assert play.find_on_phone(program, title_of_target('chat/fang', 'a')), 'the list of people is there'
    assert play.steps_on_disk(program.query) == ['unlock', 'open-chat']
    body = step_body(1)
    assert body['errors'] == 0 and body['level'] == 2 and not body['hits'], body


def drift():
    """A finger that drifts 20 px has tapped."""
    Finger().stroke('chat/fang', DRIFT, 0)
    play.wait_for_step(program, lesson, 3)
    body = step_body(2)
    assert body['errors'] == 0 and body['near'] == 0 and not body['hits'], body
    program.close()


tap.run(swipe, too_far, double_tap, drift)
