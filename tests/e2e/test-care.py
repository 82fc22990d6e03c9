# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls, services and help of today and of earlier days, at the desk; every one of them compared with the records."""
import hand
import pages
import tap
from words import C_, _, f_

PERSON = pages.PERSON
# Midnight where the computer stands, so many days ago, in ms UTC.
DAY = "unixepoch('now', 'localtime', 'start of day', '%s days', 'utc') * 1000"


def count(program, table, days_ago, where='1'):
    span = f'at >= {DAY % -days_ago} AND at < {DAY % (1 - days_ago)}'
    return program.query(f'SELECT count(*) FROM {table} WHERE {span} AND {where}')[0][0]


def enter(program):
    program.wait_for(PERSON, 'push button')
    pages.enter_desk(program)
    program.press(_('Calls and services'))
    program.wait_for_button(_('Note a call'))


def choose_days(program, words):
    program.press(_('Today and the next week'))
    program.press(words)
    program.wait_for_button(words)


def test_yesterday():
    """What is noted while yesterday is shown belongs to yesterday, and can be taken back"""
    program = hand.Program(data_dir=hand.new_data_dir(PERSON, '王福生'))
    enter(program)
    choose_days(program, _('Yesterday'))
    program.wait_for(f_('What you note now counts for this day: %s', C_('day', 'Yesterday')))
    program.press(_('Note a call'))
    program.wait_for(_('Whose family was called?'), 'heading')
    program.press(PERSON)
    program.wait_for(_('Who helped with the call?'), 'heading')
    program.press(C_('helper', 'Staff'))
    program.wait_for(f_('Held. Who helped: %s', C_('helper', 'Staff')))
    assert count(program, 'family_call', 1, "outcome = 'held' AND helper = 'staff'") == 1
    program.press(_('Note help'))
    program.wait_for(_('Who helped outside a class?'), 'heading')
    program.press(f_('%s: more', _('Minutes each')))
    program.press(C_('helpers', 'Volunteers'))
    program.wait_for(C_('helpers', 'Volunteers'), 'label')
    assert count(program, 'helper_time', 1, "helper = 'volunteer' AND helpers = 1 AND minutes = 35 AND session IS NULL") == 1
    assert count(program, 'family_call', 0) == count(program, 'helper_time', 0) == 0
    # Today's list has nothing of it, the last week has.
    program.press(_('Yesterday'))
    program.press(_('Today and the next week'))
    program.wait_for(_('No help outside a class was noted.'))
    choose_days(program, _('The last 7 days'))
    program.wait_for(f_('Held. Who helped: %s', C_('helper', 'Staff')))
    program.wait_for(C_('helpers', 'Volunteers'), 'label')
    program.press(f"{_('Take back')}: {PERSON}")
    program.wait_for(_('No family call stands in these days.'))
    assert program.query('SELECT count(*) FROM family_call') == [(0,)]
    program.close()


def test_today():
    """A call that nobody had planned is noted as one of now"""
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    enter(program)
    program.press(_('Note a call'))
    program.wait_for(_('Whose family was called?'), 'heading')
    program.press(PERSON)
    program.press(_('Not reached'))
    program.wait_for(_('Not reached'), 'label')
    assert count(program, 'family_call', 0, "outcome = 'not-reached'") == 1
    program.close()


tap.run_found(globals())
