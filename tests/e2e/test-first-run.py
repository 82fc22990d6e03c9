# SPDX-License-Identifier: GPL-3.0-or-later
"""The very first start: an empty folder, three questions, and the first lesson stands ready to play."""
import os
import stat
import subprocess

import hand
import play
import tap
from words import Lesson, _

FIRST = Lesson('device', 'know-the-phone')
program = hand.Program()


def welcome():
    """The welcome asks for the size of words first, and growing them is seen at once."""
    program.wait_for(_('Welcome! How large shall the words be?'), 'heading')
    assert program.find_button('张桂英') is None
    heading = program.find(_('Welcome! How large shall the words be?'), 'heading')
    usual = heading.get_extents(hand.Atspi.CoordType.WINDOW).height
    program.press(_('Very large'))
    program.wait_until(lambda: heading.get_extents(hand.Atspi.CoordType.WINDOW).height > usual * 1.3, 'larger words')
    program.press(_('Larger'))


def sound():
    """Then whether to read aloud; one can go back, and nothing is lost."""
    program.press(_('Next'))
    program.wait_for(_('Shall I read everything aloud?'), 'heading')
    program.press(_('No, I read myself'))
    program.press(_('Back'))
    program.wait_for(_('Welcome! How large shall the words be?'), 'heading')
    program.press(_('Next'))
    program.wait_for(_('Shall I read everything aloud?'), 'heading')
    program.press(_('Yes, read aloud'))
    program.press(_('Next'))


def first_person():
    """Then a picture; the name may be left out."""
    program.wait_for(_('Choose a picture. That is you.'), 'heading')
    program.press(_('Begin the first lesson'))
    program.wait_for(FIRST.title, 'frame')
    (name, picture), = program.query('SELECT name, picture FROM profile')
    assert name and picture, (name, picture)
    kept = stat.S_IMODE(os.stat(os.path.join(program.data_dir, 'records.db')).st_mode)
    assert kept == 0o600, oct(kept)


def first_lesson():
    """The first lesson stands ready: its film can be played."""
    assert play.wait_for_stage(program) == 'watch'
    program.press(_('Begin to watch'))
    play.wait_for_step(program, FIRST, 0)


def no_such_language():
    """A language that it has no words in is refused in a line that names those it has, and nothing is begun."""
    folder = os.path.join(program.data_dir, 'none')
    refused = subprocess.run([os.environ['HIH_PROGRAM'], '--data-dir', folder, '--language', 'xx'], capture_output=True, timeout=30)
    assert refused.returncode == 2, refused
    assert refused.stderr.decode().splitlines()[-1].endswith('there are: en, zh_CN'), refused
    assert not os.path.exists(folder)


def second_start():
    """The second start asks nothing more: who is learning, in words as large as were chosen."""
    program.close()
    again = hand.Program(data_dir=program.data_dir)
    again.wait_for(_('Who is learning today?'), 'heading')
    (name,), = again.query('SELECT name FROM profile')
    again.press(name)
    again.wait_for(_('My lessons'), 'frame')
    with open(os.path.join(again.data_dir, 'settings.ini'), encoding='utf-8') as settings:
        kept = settings.read()
    assert 'welcome-done=true' in kept and 'text-percent=100' not in kept, kept
    again.close()


tap.run(welcome, sound, first_person, first_lesson, no_such_language, second_start)
