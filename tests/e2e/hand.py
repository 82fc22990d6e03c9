# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand that uses the real program through AT-SPI, as a screen reader would.

Traps of GTK 4.8 (measured): STATE_SHOWING is always false, so it is not asked; widgets of hidden pages leave the tree
only when they are set invisible; an accessible can vanish between two questions; positions are true only in
WINDOW_COORDS, where x and y are those on the screen but width and height are those before the phone's scaling.
"""
import atexit
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

# The bindings themselves warn now and then: strictness is for the program under test.
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# As long as a busy computer may take; nothing is judged by it. (s)
TIMEOUT_S = float(os.environ.get('HIH_E2E_TIMEOUT', '60'))
LANGUAGE = os.environ.get('HIH_E2E_LANGUAGE', 'zh_CN')
BUTTONS = ('push button', 'toggle button', 'check box', 'radio button')
# What hangs inside a button is only its words once more.
LEAVES = ('push button', 'toggle button', 'label', 'heading', 'separator')
STRICT = 'gc-friendly,fatal-warnings'
# What Debian 13 calls otherwise.
OTHER_ROLES = {'button': 'push button', 'grouping': 'panel'}


def get_role(node):
    name = node.get_role_name()
    return OTHER_ROLES.get(name, name)


def walk(node, depth=0, inside_buttons=False):
    """Every accessible below node, itself first."""
    if node is None or depth > 40:
        return
    yield node
    try:
        if not inside_buttons and get_role(node) in LEAVES:
            return
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:  # the widget went away while we looked
        return
    for child in children:
        yield from walk(child, depth + 1, inside_buttons)


def has_state(node, state):
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


def is_sensitive(node):
    return has_state(node, Atspi.StateType.SENSITIVE)


class Program:
    """@home: where its records lie as for whoever names no folder; then there is one of it only."""

    def __init__(self, *arguments, data_dir=None, home=None, env=None, strict=STRICT, wrapper=(), language=LANGUAGE):
        program = os.environ.get('HIH_PROGRAM') or sys.argv[1]
        self.data_dir = os.path.join(home, 'hand-in-hand') if home else data_dir or new_folder()
        where = () if home else ('--data-dir', self.data_dir)
        environment = {**os.environ, 'LC_ALL': f'{language}.UTF-8', 'HIH_AUDIO_SINK': 'fakesink', 'HIH_SPEAKER': 'none',
                       'G_DEBUG': strict, **(env or {})}
        # The settings are to be kept beside the records, as they are for everybody.
        if 'GSETTINGS_BACKEND' not in (env or {}):
            environment.pop('GSETTINGS_BACKEND', None)
        if home:
            environment['XDG_DATA_HOME'] = home
        self.process = subprocess.Popen([*wrapper, program, *where, '--language', language, *arguments], env=environment,
                                        stdout=sys.stderr)
        atexit.register(self.kill)
        self.root = self._wait(self._find_root, 'the window')

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            try:
                app = desktop.get_child_at_index(i)
                if app is not None and app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                    return app
            except GLib.Error:
                continue
        return None

    def _wait(self, ask, what, timeout_s=None):
        timeout_s = timeout_s or TIMEOUT_S
        end = time.monotonic() + timeout_s
        while True:
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended ({self.process.returncode}) while waiting for {what}')
            try:
                found = ask()
            except GLib.Error:  # something went away while we looked at it
                found = None
            if found:
                return found
            if time.monotonic() > end:
                break
            time.sleep(0.02)
        raise AssertionError(f'waited {timeout_s:.0f} s for {what}; there was:\n' + '\n'.join(self.names()))

    def nodes(self, root=None, inside_buttons=False):
        """(accessible, name, role) of everything in the windows now."""
        out = []
        for node in walk(root or self.root, 0, inside_buttons):
            try:
                out.append((node, node.get_name() or '', get_role(node)))
            except GLib.Error:
                continue
        return out

    def names(self):
        return [f'{role}: {name}' for _, name, role in self.nodes() if name]

    def find(self, name, role=None, contains=False, root=None):
        for node, its_name, its_role in self.nodes(root):
            if (its_name == name or (contains and name in its_name)) and role in (None, its_role):
                return node
        return None

    def wait_for(self, name, role=None, contains=False, timeout_s=None):
        return self._wait(lambda: self.find(name, role, contains), f'“{name}”', timeout_s)

    def wait_gone(self, name):
        self._wait(lambda: self.find(name) is None, f'“{name}” to go')

    def wait_until(self, ask, what, timeout_s=None):
        return self._wait(ask, what, timeout_s)

    def headings(self):
        return [name for _, name, role in self.nodes() if role == 'heading']

    def find_button(self, name, contains=False, root=None):
        for node, its_name, role in self.nodes(root):
            if role in BUTTONS and (its_name == name or (contains and name in its_name)):
                try:
                    if node.get_n_actions() > 0 and is_sensitive(node):
                        return node
                except GLib.Error:
                    continue
        return None

    def wait_for_button(self, name, contains=False, timeout_s=None):
        return self._wait(lambda: self.find_button(name, contains), f'the button “{name}”', timeout_s)

    def press(self, name, contains=False, timeout_s=None):
        """The action of a button that can be used now."""
        button = self.wait_for_button(name, contains, timeout_s)
        assert button.do_action(0), f'“{name}” did nothing'
        return button

    def find_field(self, name):
        return next((node for node, its_name, role in self.nodes() if role in ('text', 'entry', 'password text') and its_name == name), None)

    def type_into(self, name, text):
        field = self._wait(lambda: self.find_field(name), f'the field “{name}”')
        assert field.set_text_contents(text), f'cannot write into “{name}”'

    def query(self, sql, *values):
        """Asks the records file, as an inspector would: read-only."""
        return query(self.data_dir, sql, *values)

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise AssertionError('the program did not end within 10 s of SIGTERM') from None

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def new_folder():
    """A folder that goes away with the test."""
    folder = tempfile.mkdtemp(prefix='hih-e2e-')
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def query(data_dir, sql, *values):
    with sqlite3.connect(f'file:{data_dir}/records.db?mode=ro', uri=True) as db:
        return db.execute(sql, values).fetchall()


def hih(data_dir, *arguments):
    """Runs the command line program; returns what it printed."""
    result = subprocess.run([os.environ['HIH_CLI'], '--data-dir', data_dir, '--language', 'en', *arguments],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 0, f'hih {" ".join(arguments)}: {result.returncode}: {result.stderr}'
    return result.stdout


def new_data_dir(*names):
    """A folder of records with these people in it, imported as an administrator would."""
    data_dir = new_folder()
    sheet = os.path.join(data_dir, 'people.csv')
    with open(sheet, 'w', encoding='utf-8') as out:
        out.write('姓名,图片,分组\n' + ''.join(f'{name},plum,周四下午班\n' for name in names))
    hih(data_dir, 'trainee', 'import', sheet)
    return data_dir
