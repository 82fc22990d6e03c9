# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds, and what its user can do: no film is needed for it."""
import hand
import pages
import play
import tap
from hand import Atspi
from keys import Keyboard
from words import Lesson, _

PERSON = pages.PERSON


def buttons(program):
    """Without the window's own, which nothing covers."""
    return [(node, name) for node, name, role in program.nodes()
            if role in hand.BUTTONS and name and not Keyboard.is_of_window(node)]


def focused(program):
    return [name for node, name in buttons(program) if hand.has_state(node, Atspi.StateType.FOCUSED)]


def look_at_sheet(program, keyboard, opener, said):
    """Opens a sheet from a button that has the focus; what it covers is not there until it is closed."""
    keyboard.go_to(opener)
    covered = {name for _node, name in buttons(program)}
    keyboard.press('Return')
    program.wait_for(said, 'heading')
    program.wait_until(lambda: focused(program), 'the focus in the sheet')
    inside = {name for _node, name in buttons(program)}
    assert _('Good') in inside, inside
    assert not inside & covered, inside & covered
    # Tab goes round in the sheet: it comes to all of it, and nowhere else but to the window's own buttons.
    stops, reached = keyboard.walk()
    assert {name for _node, name, _role in reached} >= inside, reached
    assert not {name for _node, name, _role in stops} & covered, stops
    pages.close_sheet(program)
    program.wait_until(lambda: focused(program) == [opener], f'the focus back on “{opener}”')
    assert covered <= {name for _node, name in buttons(program)}


def covered():
    """A sheet takes what it covers out of the tree, takes the focus, and gives it back."""
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    keyboard = Keyboard(program)
    program.wait_for(PERSON, 'push button')
    look_at_sheet(program, keyboard, _('Text size'), _('How large shall the words be?'))
    play.sit_down(program, PERSON)
    play.open_lesson(program, pages.lesson)
    program.wait_for_button(_('Begin to watch'))
    look_at_sheet(program, keyboard, _('Help me'), _('Help'))
    program.close()


tap.run(covered)
