# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard and a mouse: real events of the X server, for what actions of accessibles do not show."""
import subprocess
import time

import hand
from hand import Atspi


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True).stdout


# So long a key may take to move the focus on a busy computer; where there is nowhere to go it is waited for in vain.
MOVE_S = 1.0


class Keyboard:
    STOPS = hand.BUTTONS + ('text', 'entry', 'password text', 'slider', 'switch', 'panel', 'image', 'filler')

    def __init__(self, program):
        self.program = program
        self.window = program.wait_until(
            lambda: xdotool('search', '--onlyvisible', '--pid', program.process.pid).split(), 'the X window')[0]
        # There is no window manager to give the keyboard to anybody.
        xdotool('windowfocus', '--sync', self.window)

    def press(self, *names):
        xdotool('key', '--delay', '20', *names)

    def move(self, key, among=None):
        """Presses a key that moves the focus, and waits until it has: on a busy computer the program hears of the key only
        after the next question. @among: what was there to have it, for who asks often. Returns who has it."""
        among = among or self.all_stops()
        before = self.focused(among)
        self.press(key)
        end = time.monotonic() + MOVE_S
        while True:
            now = self.focused(among)
            if now != before or time.monotonic() > end:
                return now
            time.sleep(0.005)

    def write(self, text):
        xdotool('type', '--delay', '20', text)

    def all_stops(self):
        """What can have the focus at all."""
        return [each for each in self.program.nodes() if hand.has_state(each[0], Atspi.StateType.FOCUSABLE)]

    def stops(self):
        """What the keyboard must be able to come to. The window's own buttons have keys instead: Alt+F4 and so on."""
        return [(node, name, role) for node, name, role in self.all_stops()
                if role in self.STOPS and hand.is_sensitive(node) and not self.is_of_window(node)]

    @staticmethod
    def is_of_window(node):
        for _i in range(6):
            node = node.get_parent()
            if node is None:
                return False
            if node.get_name() == 'AdwGizmo':
                return True
        return False

    def focused(self, stops):
        for node, name, role in stops:
            if hand.has_state(node, Atspi.StateType.FOCUSED):
                return node, name, role
        return None

    def walk(self, key='Tab'):
        """Goes round the page once. Returns the stops and those that were reached."""
        stops, among = self.stops(), self.all_stops()
        reached = []
        for _i in range(2 * len(stops) + 12):
            now = self.move(key, among)
            if now in stops and now not in reached:
                reached.append(now)
            if len(reached) == len(stops):
                break
        return stops, reached

    def go_to(self, name, on=None):
        """Tab until it has the focus; on: only inside this one."""
        def find():
            within = [node for node, _name, _role in self.program.nodes(on)] if on is not None else None
            return [stop for stop in self.stops() if stop[1] == name and (within is None or stop[0] in within)]

        wanted = self.program.wait_until(find, f'“{name}” for the keyboard')
        # Who is slow on a busy computer is shown how to do it (lesson/hih-run-help.c), and has not done it alone.
        among = self.all_stops()
        for _i in range(120):
            if self.focused(wanted):
                return
            if self.move('Tab', among) is None:
                among = self.all_stops()
        raise AssertionError(f'Tab never came to “{name}”')
