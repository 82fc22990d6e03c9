# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard and a mouse: real events of the X server, for what actions of accessibles do not show."""
import subprocess
import time

import hand
from hand import Atspi


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True).stdout


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

    def write(self, text):
        xdotool('type', '--delay', '20', text)

    def stops(self):
        """What the keyboard must be able to come to. The window's own buttons have keys instead: Alt+F4 and so on."""
        out = []
        for node, name, role in self.program.nodes():
            if role in self.STOPS and hand.has_state(node, Atspi.StateType.FOCUSABLE) and hand.is_sensitive(node) \
                    and not self.is_of_window(node):
                out.append((node, name, role))
        return out

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
        stops = self.stops()
        reached = []
        for _i in range(2 * len(stops) + 12):
            self.press(key)
            time.sleep(0.01)
            now = self.focused(stops)
            if now is None:
                continue
            if now[0] not in [node for node, _name, _role in reached]:
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
        for _i in range(120):
            if any(hand.has_state(node, Atspi.StateType.FOCUSED) for node, _name, _role in wanted):
                return
            self.press('Tab')
            time.sleep(0.01)
        raise AssertionError(f'Tab never came to “{name}”')
