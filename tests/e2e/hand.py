# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand that uses the real program through AT-SPI, as a screen reader would.

Traps of GTK 4.8 (measured): STATE_SHOWING is always false, so it is not asked; widgets of hidden pages leave the tree
only when they are set invisible; names arrive with the label's text.
"""
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

TIMEOUT_S = float(os.environ.get('HIH_E2E_TIMEOUT', '20'))


def walk(node, depth=0):
    """Every accessible below node, itself first."""
    if node is None or depth > 40:
        return
    yield node
    try:
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except Exception:  # the widget went away while we looked
        return
    for child in children:
        yield from walk(child, depth + 1)


class Program:
    def __init__(self, *arguments, data_dir=None, env=None):
        program = os.environ.get('HIH_PROGRAM') or sys.argv[1]
        self.data_dir = data_dir or tempfile.mkdtemp(prefix='hih-e2e-')
        environment = dict(os.environ, LC_ALL='zh_CN.UTF-8', HIH_AUDIO_SINK='fakesink', HIH_SPEAKER='none', **(env or {}))
        self.process = subprocess.Popen(
            [program, '--data-dir', self.data_dir, '--language', 'zh_CN', *arguments], env=environment)
        self.root = self._wait(self._find_root, 'the window')

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            try:
                if app is not None and app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                    return app
            except Exception:
                continue
        return None

    def _wait(self, ask, what):
        end = time.monotonic() + TIMEOUT_S
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended ({self.process.returncode}) while waiting for {what}')
            found = ask()
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f'waited {TIMEOUT_S:.0f} s for {what}; there was:\n' + '\n'.join(self.names()))

    def nodes(self):
        """(accessible, name, role) of everything in the windows now."""
        out = []
        for node in walk(self.root):
            try:
                out.append((node, node.get_name() or '', node.get_role_name()))
            except Exception:
                continue
        return out

    def names(self):
        return [f'{role}: {name}' for _, name, role in self.nodes() if name]

    def find(self, name, role=None, contains=False):
        for node, its_name, its_role in self.nodes():
            if (its_name == name or (contains and name in its_name)) and role in (None, its_role):
                return node
        return None

    def wait_for(self, name, role=None, contains=False):
        return self._wait(lambda: self.find(name, role, contains), f'“{name}”')

    def wait_gone(self, name):
        self._wait(lambda: self.find(name) is None, f'“{name}” to go')

    def wait_until(self, ask, what):
        return self._wait(ask, what)

    @staticmethod
    def _is_sensitive(node):
        return node.get_state_set().contains(Atspi.StateType.SENSITIVE)

    def find_button(self, name, contains=False):
        for node, its_name, role in self.nodes():
            if role in ('push button', 'toggle button', 'check box') and (its_name == name or (contains and name in its_name)):
                try:
                    if node.get_n_actions() > 0 and self._is_sensitive(node):
                        return node
                except Exception:
                    continue
        return None

    def press(self, name, contains=False):
        """The action of a button that can be used now."""
        button = self._wait(lambda: self.find_button(name, contains), f'the button “{name}”')
        assert button.do_action(0), f'“{name}” did nothing'
        return button

    def type_into(self, name, text):
        for node, its_name, role in self.nodes():
            if role in ('text', 'entry') and its_name == name:
                assert node.set_text_contents(text), f'cannot write into “{name}”'
                return
        raise AssertionError(f'no field “{name}”')

    def query(self, sql, *values):
        """Asks the records file, as an inspector would: read-only."""
        with sqlite3.connect(f'file:{self.data_dir}/records.db?mode=ro', uri=True) as db:
            return db.execute(sql, values).fetchall()

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise AssertionError('the program did not end within 10 s of SIGTERM') from None

    def kill(self):
        self.process.kill()
        self.process.wait()
