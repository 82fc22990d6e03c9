# SPDX-License-Identifier: GPL-3.0-or-later
"""Keyboard alone: Tab comes to everything on every page, and a whole lesson can be done without a mouse."""
import hand
import pages
import play
import tap
from keys import Keyboard
from words import C_, Lesson, _, title_of_target

PERSON = pages.PERSON
KEYS_OF = {'up': 'Up', 'left': 'Left', 'right': 'Right'}


def reach():
    """Tab and Shift+Tab reach every control of every page and are never caught."""
    missed, visited = [], []

    def look(program, page):
        visited.append(page)
        keyboard = Keyboard(program)
        for key in ('Tab', 'shift+Tab'):
            stops, reached = keyboard.walk(key)
            there = [node for node, _name, _role in reached]
            missed.extend(f'{page}: {key} never comes to {role} “{name}”'
                          for node, name, role in stops if node not in there)
            assert stops, f'{page}: nothing to come to'

    pages.visit_all(look)
    assert len(visited) >= 18, visited
    assert not missed, '\n'.join(missed)


def watch():
    """Watch: Space, the arrows, Page Up and Down, Escape; also with the focus on a button."""
    lesson = pages.lesson
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    keyboard = Keyboard(program)
    keyboard.go_to(PERSON)
    keyboard.press('Return')
    program.wait_for(_('My lessons'), 'frame')
    play.open_lesson(program, lesson)
    program.wait_for_button(_('Begin to watch'))
    keyboard.press('Page_Down')
    play.wait_for_step(program, lesson, 0)
    program.wait_for_button(C_('film', 'Stop'))
    keyboard.press('space')
    program.wait_for_button(C_('film', 'Play'))
    keyboard.press('space')
    program.wait_for_button(C_('film', 'Stop'))
    for key, index in (('Right', 1), ('Page_Down', 2), ('Next', 3), ('Left', 2), ('Page_Up', 1), ('Prior', 0)):
        keyboard.press(key)
        play.wait_for_step(program, lesson, index)
    # On another button Space presses that one; the arrows still belong to the film.
    keyboard.go_to(_('Captions: on'))
    keyboard.press('space')
    program.wait_for_button(_('Captions: off'))
    keyboard.press('Right')
    play.wait_for_step(program, lesson, 1)
    # A sheet keeps the keys to itself; Escape closes it, and then leaves the lesson.
    keyboard.press('F1')
    program.wait_for(_('Help'), 'heading')
    keyboard.press('Page_Down', 'Escape')
    program.wait_gone(_('Good'))
    play.wait_for_step(program, lesson, 1)
    keyboard.press('Escape')
    program.wait_for(_('My lessons'), 'frame')
    program.close()


def do_by_keys(program, keyboard, step, layout):
    if step.kind == 'look':
        keyboard.go_to(_('Next'))
        keyboard.press('Return')
        return
    keyboard.go_to(title_of_target(step.target, layout), play.phone(program))
    if step.kind == 'tap':
        keyboard.press('space')
    elif step.kind == 'swipe':
        keyboard.press(KEYS_OF[step.value])
    elif step.kind == 'zoom':
        keyboard.press('plus')
    elif step.kind == 'hold':
        keyboard.press('Menu')
    elif step.kind == 'drag':
        keyboard.press('Right')


def follow():
    """Follow: every movement of a finger has its key: Enter, arrows, plus, Menu."""
    lesson = Lesson('device', 'know-the-phone')
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    play.sit_down(program, PERSON)
    play.open_lesson(program, lesson)
    play.choose_stage(program, 'follow')
    keyboard = Keyboard(program)
    for index, step in enumerate(lesson.steps):
        play.wait_for_step(program, lesson, index)
        do_by_keys(program, keyboard, step, lesson.layouts[0])
    program.wait_for(_('You have done every step.'), 'heading')
    steps = [body for verb, body in play.runs_of(program.query)[-1] if verb == 'step-ended']
    assert [body['step'] for body in steps] == [step.id for step in lesson.steps]
    assert all(body['errors'] == 0 and body['asked'] == 0 for body in steps), steps
    program.close()


def hold():
    """Alone, in a trap: a button that is to be held is held with the Menu key, without help."""
    lesson = Lesson('family', 'video-call')
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    play.sit_down(program, PERSON)
    play.open_lesson(program, lesson)
    play.choose_stage(program, 'alone')
    keyboard = Keyboard(program)
    for number, (_index, step) in enumerate(lesson.plan('alone', False), 1):
        play.do_and_wait(program, step, lesson.layouts[1], 'alone', number)
    program.press(_('Once more, differently'))
    for number, (_index, step) in enumerate(lesson.plan('alone', True), 1):
        if step.kind != 'hold':
            play.do_and_wait(program, step, lesson.layouts[2], 'alone', number)
            continue
        do_by_keys(program, keyboard, step, lesson.layouts[2])
        play.wait_for_steps(program, number)
        break
    last = [body for verb, body in play.runs_of(program.query)[-1] if verb == 'step-ended'][-1]
    assert last['step'] == step.recorded_id and last['level'] == 0, last
    program.close()


tap.run(reach, watch, follow, hold)
