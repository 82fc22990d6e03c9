# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the program, one after another."""
import re

import hand
import play
from keys import Keyboard, xdotool
from words import C_, Lesson, _

PERSON = '张桂英'
DIGITS = '24680'
CODE = re.compile(r'\d{4} \d{4} \d{4} \d{4}')
lesson = Lesson('family', 'answer-call')


def close_sheet(program):
    program.press(_('Good'))
    program.wait_gone(_('Good'))


def visit_welcome(look, **options):
    program = hand.Program(**options)
    program.wait_for(_('Welcome! How large shall the words be?'), 'heading')
    look(program, 'welcome: size')
    program.press(_('Next'))
    program.wait_for(_('Shall I read everything aloud?'), 'heading')
    look(program, 'welcome: sound')
    program.press(_('Next'))
    program.wait_for(_('Choose a picture. That is you.'), 'heading')
    look(program, 'welcome: person')
    program.close()


def visit_who(program, look):
    program.wait_for(PERSON, 'push button')
    look(program, 'who')
    program.press(_('Text size'))
    program.wait_for(_('How large shall the words be?'), 'heading')
    look(program, 'sheet: text size')
    close_sheet(program)


def visit_lesson(program, look):
    play.sit_down(program, PERSON)
    look(program, 'my lessons')
    play.open_lesson(program, lesson)
    program.wait_for_button(_('Begin to watch'))
    look(program, 'lesson: overview')
    program.press(_('Begin to watch'))
    program.wait_for_button(C_('film', 'Stop'))
    look(program, 'lesson: watch')
    program.press(_('Text size'))
    program.wait_for(_('How large shall the captions be?'), 'heading')
    look(program, 'sheet: captions')
    close_sheet(program)
    visit_help(program, look)
    visit_stages(program, look)


def visit_help(program, look):
    """Where nothing is to be done yet; in a step help is given on the phone."""
    program.press(_('Help me'))
    program.wait_for(_('Help'), 'heading')
    look(program, 'sheet: help')
    close_sheet(program)


def visit_stages(program, look, look_at_step=lambda program, name: None):
    """To the end of the lesson, and back to who is learning. @look_at_step: also after what was done on the phone."""
    for stage in ('follow', 'guided'):
        play.choose_stage(program, stage)
        play.wait_for_step(program, lesson, 0)
        program.press(_('Next'))
        play.wait_for_step(program, lesson, 1)
        look(program, 'lesson: ' + stage)
    play.choose_stage(program, 'alone')
    program.wait_for(lesson.goal, 'heading')
    look(program, 'lesson: alone')
    # Whoever was here before is shown another phone.
    layout = program.wait_until(lambda: next((details['layout'] for _verb, details in play.runs_of(program.query)[-1][:1]
                                              if details['stage'] == 'alone'), None), 'the layout')
    steps = [step for _index, step in lesson.plan('alone', False)]
    for number, step in enumerate(steps, 1):
        play.do_and_wait(program, step, layout, 'alone', number)
        # With the last one the stage is over, and that is no longer the phone alone.
        if number < len(steps):
            look_at_step(program, f'phone: alone, {step.id}')
    program.wait_for_button(_('Once more, differently'))
    look(program, 'lesson: end of a stage')
    program.press(_('Next'))
    program.wait_for(lesson.able, 'heading')
    look(program, 'done')
    program.press(_('My lessons'))
    program.wait_for(_('My lessons'), 'frame')
    program.press(_('Somebody else'))


def choose_digits(program, digits=DIGITS):
    """At the door: chooses the digits and returns the code for the paper, which stands there now."""
    for said in (_('Choose four to eight digits that only the instructors know.'), _('Once more the same digits, please.')):
        program.wait_for(said, 'label')
        program.type_into(_('Digits'), digits)
        program.press(_('Go in'))
    program.wait_for(_('Please write this code down'), 'heading')
    return next(name for _node, name, role in program.nodes() if role == 'label' and CODE.fullmatch(name))


def enter_desk(program):
    program.press(_('I am the instructor'))
    program.wait_for(_('For the instructor'), 'frame')
    choose_digits(program)
    program.press(_('I have it on paper'))
    program.wait_for(_("The instructor's desk"), 'frame')
    program.wait_for(_('Here today'), 'heading')


def enter_desk_again(program):
    """The digits were chosen before."""
    program.press(_('I am the instructor'))
    program.wait_for(_('Please type the digits.'), 'label')
    program.type_into(_('Digits'), DIGITS)
    program.press(_('Go in'))
    program.wait_for(_("The instructor's desk"), 'frame')
    program.wait_for(_('Here today'), 'heading')


def open_list(program, path, before_chosen=lambda: None):
    """From the desk's people: the list is chosen in GTK's dialog, by keys, and stands there to be looked at.
    @before_chosen: when its path is written and only Return is missing."""
    program.press(_('People'))
    keyboard = Keyboard(program)
    program.press(_('People from a file'))
    # A window manager would give the keyboard to the dialog.
    dialog = program.wait_until(lambda: set(xdotool('search', '--onlyvisible', '--pid', program.process.pid).split()) -
                                {keyboard.window}, 'the dialog').pop()
    xdotool('windowfocus', '--sync', dialog)
    # A slash opens the line for a path.
    keyboard.write(path)
    # GTK completes while one types; of 4.18's completions a dash may stay behind what was typed.
    keyboard.press('shift+End', 'Delete')
    before_chosen()
    keyboard.press('Return')


def visit_desk(program, look):
    program.wait_for(PERSON, 'push button')
    program.press(_('I am the instructor'))
    program.wait_for(_('For the instructor'), 'frame')
    look(program, 'door')
    choose_digits(program)
    look(program, 'door: code')
    program.press(_('I have it on paper'))
    program.wait_for(_("The instructor's desk"), 'frame')
    program.wait_for(_('Here today'), 'heading')
    look(program, 'desk: today')
    program.press(_('People'))
    program.wait_for_button(_('Add somebody'))
    look(program, 'desk: people')
    # A long list has only those who are in sight.
    program.type_into(_('Find a name, by characters or first letters'), PERSON)
    program.press(PERSON)
    program.wait_for_button(_('Keep'))
    look(program, 'desk: one person')
    program.press(_('Back'))
    program.wait_for_button(_('Add somebody'))
    program.press(_('Reports'))
    program.wait_for_button(_('Ledger for reporting'), contains=True)
    look(program, 'desk: reports')
    program.press(_('Ledger for reporting'), contains=True)
    program.wait_for_button(_('All reports'))
    look(program, 'desk: one report')
    program.press(_('Lessons'))
    program.wait_for_button(f"{_('Try without recording')}: {lesson.title}")
    look(program, 'desk: lessons')
    program.press(_('This home'))
    program.wait_for_button(_('This computer'))
    look(program, 'desk: this home')
    for section, button in ((_('Copies of the records'), _('Make a backup now')),
                            (_('Only for practising'), _('Only for practising: off')),
                            (_('This computer'), _('Close the program'))):
        program.press(section)
        program.wait_for_button(button)
        look(program, 'desk: ' + section)
        program.press(_('All of this home'))
        program.wait_for_button(_('This computer'))


def visit_class(program, look):
    """From the desk and back to it, with everybody and the first lesson."""
    program.press(_('Today'))
    program.press(_('Start a class'))
    program.wait_for(_('Start a class'), 'frame')
    program.wait_for_button(_('All are here'))
    look(program, 'class: start')
    program.press(_('All are here'))
    look(program, 'class: all are here')
    program.press(_('Begin the class'))
    program.wait_for(_('The class'), 'frame')
    look(program, 'class: lead')
    program.press(_('On the projector'))
    program.wait_for(_('On the projector'), 'frame')
    program.wait_for_button(_('Somebody tries'))
    look(program, 'class: projector')
    program.press(_('Somebody tries'))
    program.wait_for_button(_('All watch'))
    look(program, 'class: somebody tries')
    program.press(_('To the class'))
    program.wait_for(_('The class'), 'frame')
    program.press(_('End the class'))
    program.wait_for(_('Is the class over?'), 'heading')
    look(program, 'class: is it over')
    program.press(_('End the class'))
    program.wait_for(_('The class is over.'), 'heading')
    look(program, 'class: over')
    program.press(_('Back to the desk'))
    program.wait_for_button(_('Start a class'))
    look(program, 'class: back at the desk')


def visit_all(look, people=(PERSON, '王福生', '李秀兰')):
    visit_welcome(look)
    program = hand.Program(data_dir=hand.new_data_dir(*people))
    visit_who(program, look)
    visit_lesson(program, look)
    visit_desk(program, look)
    program.close()
