# SPDX-License-Identifier: GPL-3.0-or-later
"""A kiosk from outside: the whole screen, no key that leaves, and the one way out. When it asks whether somebody is still
there is proven on a clock of the test's own (tests/ui/test-kiosk.c)."""
import hand
import keys
import pages
import tap
from words import _

PERSON = pages.PERSON


def geometry(keyboard):
    lines = keys.xdotool('getwindowgeometry', keyboard.window).splitlines()
    return next(line.split(':')[1].strip() for line in lines if 'Geometry' in line)


def windows(program):
    return keys.xdotool('search', '--onlyvisible', '--pid', program.process.pid).split()


def test_no_way_out():
    """Neither Escape nor F11 nor the keys that close a window leave a kiosk; the desk does"""
    program = hand.Program('--kiosk', data_dir=hand.new_data_dir(PERSON))
    # Nobody has chosen digits yet: that is said, or anybody could choose them.
    program.wait_for(_('This computer is to be left only with the instructor\'s digits, but nobody has chosen any yet. '
                       'Please choose them now: “I am the instructor”.'))
    pages.close_sheet(program)
    keyboard = keys.Keyboard(program)
    screen = 'x'.join(keys.xdotool('getdisplaygeometry').split())
    assert geometry(keyboard) == screen, geometry(keyboard)
    for key in ('Escape', 'F11', 'ctrl+w', 'ctrl+q', 'alt+F4', 'ctrl+shift+d', 'ctrl+shift+i'):
        keyboard.press(key)
    assert windows(program) == [keyboard.window], windows(program)
    program.press(PERSON)
    program.wait_for(_('My lessons'), 'frame')
    for key in ('F11', 'ctrl+w', 'ctrl+q', 'alt+F4', 'ctrl+shift+i'):
        keyboard.press(key)
    program.wait_for_button(_('Somebody else'))
    assert windows(program) == [keyboard.window], windows(program)
    assert geometry(keyboard) == screen, geometry(keyboard)
    program.press(_('Somebody else'))
    program.wait_for(PERSON, 'push button')
    pages.enter_desk(program)
    program.press(_('This home'))
    program.press(_('This computer'))
    program.press(_('Close the program'))
    assert program.process.wait(20) == 0


def test_setting():
    """Switched on at the desk it holds at once and after the next start"""
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    program.wait_for(PERSON, 'push button')
    pages.enter_desk(program)
    program.press(_('This home'))
    program.press(_('Only for practising'))
    program.press(_('Only for practising: off'))
    program.wait_for_button(_('Only for practising: on'))
    program.press(_('Hand over to trainees'))
    program.wait_for(PERSON, 'push button')
    keyboard = keys.Keyboard(program)
    keyboard.press('ctrl+q')
    keyboard.press('Escape')
    program.press(_('I am the instructor'))
    program.wait_for(_('Please type the digits.'), 'label')
    program.close()
    again = hand.Program(data_dir=program.data_dir)
    again.wait_for(PERSON, 'push button')
    keyboard = keys.Keyboard(again)
    keyboard.press('ctrl+q')
    again.press(_('I am the instructor'))
    again.wait_for(_('Please type the digits.'), 'label')
    assert geometry(keyboard) == 'x'.join(keys.xdotool('getdisplaygeometry').split())
    again.close()


tap.run_found(globals())
