# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice phone in a window of its own (tests/ui/phone-stand.c), and hands upon it."""
import os
import queue
import subprocess
import threading
import time

import broadway
from keys import xdotool


class Stand:
    """Asks the program; shows what is to be touched."""

    def __init__(self, program, env):
        self.process = subprocess.Popen([program], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        bufsize=1)
        self.lines = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            self.lines.put(line)

    def ask(self, words):
        """The lines of the answer; the last one begins with the word that ends it."""
        self.process.stdin.write(words + '\n')
        answer = []
        while True:
            answer.append(self.lines.get(timeout=60).split())
            if answer[-1][0] in ('ready', 'place', 'scale', 'focus', 'events', 'pad', 'offers', 'value', 'active', 'what'):
                return answer

    def show(self, state):
        self.ask(f'state {state}')

    def place(self, target, what='place'):
        """Waits until it is on the screen: x, y, width, height. The program answers when all has found its place."""
        deadline = time.monotonic() + 30
        while True:
            numbers = self.ask(f'{what} {target}')[0][1:]
            if len(numbers) == 4 and float(numbers[2]) > 0 and float(numbers[3]) > 0:
                return tuple(map(float, numbers))
            assert time.monotonic() < deadline, f'{target} is not on the screen'
            time.sleep(0.02)

    def what(self):
        """What was meant: ['tap home/chat', 'near …']."""
        return [' '.join(line[1:] if line[0] == 'gesture' else line) for line in self.ask('what')[:-1]]

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)


class TouchStand(Stand):
    """Fingers and a mouse, by a display whose events carry their own times."""

    def __init__(self, program, **settings):
        self.display = broadway.Display()
        super().__init__(program, dict(self.display.env, **settings))
        self.now_ms = 10000

    def show(self, state):
        super().show(state)
        self.now_ms += 10000  # no finger of before matters

    def count(self):
        return int(self.ask('events')[0][1])

    def send(self, kind, *words):
        """One event, and it has been seen when this returns: none is lost, none runs into the next."""
        before = self.count()
        self.display.send(kind, self.now_ms, *words)
        deadline = time.monotonic() + 20
        while self.count() == before:
            assert time.monotonic() < deadline, 'the event did not come'
            time.sleep(0.001)

    def touch(self, phase, finger, x, y):
        """phase: 0 down, 1 moves, 2 up."""
        x, y = round(x), round(y)
        self.send(broadway.TOUCH, phase, broadway.SURFACE, finger, 0, x, y, x, y, 0)

    def mouse(self, kind, x, y, state=0, *more):
        x, y = round(x), round(y)
        self.send(kind, broadway.SURFACE, broadway.SURFACE, x, y, x, y, state, *more)

    def finger(self, x, y):
        """A plain tap, some time after whatever was before."""
        self.pass_ms(600)
        self.touch(0, 7, x, y)
        self.pass_ms(80)
        self.touch(2, 7, x, y)

    def wait_value(self, key, value):
        deadline = time.monotonic() + 30
        while self.ask(f'value {key}')[0][1:] != [value]:
            assert time.monotonic() < deadline, f'{key} never became {value}'
            time.sleep(0.05)

    def pass_ms(self, ms):
        self.now_ms += round(ms)

    def close(self):
        super().close()
        self.display.close()


class KeyStand(Stand):
    """A keyboard, of the X server."""

    def __init__(self, program, **settings):
        super().__init__(program, dict(os.environ, GDK_BACKEND='x11', **settings))
        self.window = None

    def press(self, target, key):
        """Goes to @target with Tab, as often as it takes, and presses @key."""
        if self.window is None:
            self.window = xdotool('search', '--sync', '--onlyvisible', '--pid', self.process.pid).split()[0]
        xdotool('windowfocus', '--sync', self.window)
        self.wait_active()
        for _ in range(60):
            if self.ask('focus')[0][1:] == [target]:
                self.send(key)
                return
            self.send('Tab')
        raise AssertionError(f'Tab never came to {target}')

    def wait_active(self):
        """The X server has sent the focus; only when the program knows of it do its keys come here."""
        deadline = time.monotonic() + 30
        while self.ask('active')[0][1:] != ['yes']:
            assert time.monotonic() < deadline, 'the window never had the focus'
            time.sleep(0.01)

    def send(self, key):
        before = int(self.ask('events')[0][1])
        xdotool('key', key)
        deadline = time.monotonic() + 20
        while int(self.ask('events')[0][1]) == before:
            assert time.monotonic() < deadline, f'the key {key} did not come'
            time.sleep(0.005)

    def what(self):
        """Some keys mean something only when they are released: waits until something was meant."""
        deadline = time.monotonic() + 20
        while True:
            meant = super().what()
            if meant or time.monotonic() > deadline:
                return meant
            time.sleep(0.01)
