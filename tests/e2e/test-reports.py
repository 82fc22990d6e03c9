# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk's reports: what stands on the page is what the command line says, and what is kept is the same file."""
import csv
import glob
import io
import json
import os
import subprocess
import sys

import hand
import pages
import tap
from words import _

FILL = sys.argv[1]
HOME = hand.new_folder()
subprocess.run([FILL, HOME], check=True, timeout=120)


def report(*words):
    """As the window does, in the window's language."""
    return subprocess.run([os.environ['HIH_CLI'], '--data-dir', HOME, '--language', hand.LANGUAGE, 'report', *words],
                          capture_output=True, check=True, timeout=120).stdout.decode()


def shown(program):
    """What the labels say."""
    return {name for _node, name, role in program.nodes() if role == 'label'}


def choose_days(program, now, wanted):
    program.press(now)
    program.wait_for(_('Which days?'), 'heading')
    program.press(wanted)
    program.wait_gone(_('Which days?'))


def open_report(program, title):
    program.press(_('Reports'))
    program.press(title, contains=True)
    program.wait_for_button(_('All reports'))


def the_ledger():
    """The ledger's numbers stand on the page, and the file that is kept is the command line's."""
    program = hand.Program(data_dir=HOME)
    pages.enter_desk(program)
    open_report(program, _('Ledger for reporting'))
    choose_days(program, _('This month'), _('From the beginning'))
    program.wait_for_button(_('Keep as CSV'))
    rows = list(csv.reader(io.StringIO(report('ledger', '--format=csv').lstrip('\ufeff'))))
    program.wait_until(lambda: {cell for row in rows for cell in row} <= shown(program), f'the numbers {rows}')
    program.press(_('Keep as CSV'))
    program.wait_for(_('Where shall the report lie?'), contains=True)
    # GTK's own dialog calls it twice by its name.
    program.press(_('Keep'), contains=True)
    program.wait_for(_('The report is written'), 'heading')
    kept = glob.glob(os.path.expanduser('~/**/*.csv'), recursive=True)
    assert len(kept) == 1, kept
    with open(kept[0], encoding='utf-8', newline='') as file:
        assert file.read() == report('ledger', '--format=csv')
    program.close()


def names_when_asked():
    """No name stands on the page until it is asked for, and then a warning beside it."""
    program = hand.Program(data_dir=HOME)
    people = {row['person'] for row in json.loads(report('completion', '--format=json', '--names'))}
    program.press(_('I am the instructor'))
    program.wait_for(_('For the instructor'), 'frame')
    program.type_into(_('Digits'), pages.DIGITS)
    program.press(_('Go in'))
    program.wait_for(_("The instructor's desk"), 'frame')
    open_report(program, _('Who can do what'))
    choose_days(program, _('This month'), _('From the beginning'))
    program.wait_for(_('Person'), 'label')
    program.wait_for_button(_('Keep as PDF'))
    assert not people & shown(program), 'a name nobody asked for'
    assert not program.find(_('There are names in it: keep it in the house, and never in a chat group.'))
    program.press(_('Names: no'))
    program.wait_for(_('There are names in it: keep it in the house, and never in a chat group.'), 'label')
    program.wait_until(lambda: people & shown(program), 'a name')
    program.close()


tap.run(the_ledger, names_when_asked)
