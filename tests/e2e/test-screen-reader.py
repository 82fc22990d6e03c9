# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds, and what its user can do: no film is needed for it."""
import hand
import pages
import play
import tap
from hand import Atspi
from keys import Keyboard
from words import Lesson, _, title_of_target

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


def follow():
    """Follow, every movement of a finger by one tap of a button: without help and without an error."""
    lesson = Lesson('device', 'know-the-phone')
    assert {step.kind for step in lesson.steps} >= {'tap', 'hold', 'swipe', 'drag', 'zoom'}
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    play.sit_down(program, PERSON)
    play.open_lesson(program, lesson)
    play.choose_stage(program, 'follow')
    for index, step in enumerate(lesson.steps):
        play.wait_for_step(program, lesson, index)
        instead = program.find_button(_('One tap instead'))
        assert (instead is not None) == (step.kind in ('hold', 'swipe', 'drag', 'zoom')), step.id
        if instead is not None:
            assert instead.do_action(0)
        else:
            play.do_step(program, step, lesson.layouts[0], 'follow')
    program.wait_for(_('You have done every step.'), 'heading')
    steps = [body for verb, body in play.runs_of(program.query)[-1] if verb == 'step-ended']
    assert [body['step'] for body in steps] == [step.id for step in lesson.steps]
    assert all(body['errors'] == 0 and body['asked'] == 0 and body['level'] <= 2 for body in steps), steps
    program.close()


def keys_are_told():
    """A screen reader says which keys do what a finger does with a movement."""
    lesson = Lesson('device', 'know-the-phone')
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    play.sit_down(program, PERSON)
    play.open_lesson(program, lesson)
    play.choose_stage(program, 'follow')
    for index, step in enumerate(lesson.steps):
        play.wait_for_step(program, lesson, index)
        if step.kind in ('hold', 'zoom') or step.target == 'album/picture':
            break
        play.do_step(program, step, lesson.layouts[0], 'follow')
    title = title_of_target(step.target, lesson.layouts[0])
    picture = program.wait_until(lambda: play.find_named_on_phone(program, title), f'“{title}” on the phone')
    for words in (_('Menu key: press and hold'), _('Left arrow: push to the left'), _('Plus key: larger or smaller')):
        assert words in picture.get_description(), picture.get_description()
    program.close()


tap.run(covered, follow, keys_are_told)
