# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does in a lesson, by the actions of the buttons alone: tested by test-whole-lesson, used by others."""
import json
import time

import hand
from words import C_, _, f_, title_of_target, topic_title

STAGES = {'watch': 'Watch', 'follow': 'Follow', 'guided': 'Try', 'alone': 'Alone'}


def stage_name(stage):
    return C_('stage', STAGES[stage])


def sit_down(program, person):
    program.press(person)
    program.wait_for(_('My lessons'), 'frame')


def open_lesson(program, lesson):
    """From My lessons by way of the topic."""
    program.press(topic_title(lesson.topic), contains=True)
    program.press(lesson.title + ', ', contains=True)
    program.wait_for(lesson.title, 'frame')
    wait_for_stage(program)


def wait_for_stage(program, stage=None):
    """Until the bar says that one is in this stage, or in any."""
    here = _('%s, you are here')
    stages = [stage] if stage else list(STAGES)
    return program.wait_until(
        lambda: next((one for one in stages if program.find(here % stage_name(one), 'push button')), None),
        f'the stage {stage or ""}')


def choose_stage(program, stage):
    program.press(stage_name(stage), contains=True)
    wait_for_stage(program, stage)


def phone(program):
    return program.find(_('Practice phone'))


def find_on_phone(program, name):
    root = phone(program)
    return program.find_button(name, root=root) if root is not None else None


def find_named_on_phone(program, name):
    """Also what is no button."""
    root = phone(program)
    return program.find(name, root=root) if root is not None else None


def caption(program):
    """What the film says in writing now."""
    room = program.find(_('Captions'), 'panel')
    return ''.join(name for _node, name, role in program.nodes(room) if role == 'label') if room is not None else ''


def tap_target(program, target, layout):
    """The action of the phone's own widget; a handle that is pushed up is tapped, its one-tap way."""
    name = title_of_target(target, layout)
    button = program.wait_until(lambda: find_on_phone(program, name), f'“{name}” ({target}) on the phone')
    assert button.do_action(0), f'“{name}” on the phone did nothing'


def be_helped(program):
    """Asks for help until the step is done for one: named, pointed, shown, done. """
    before = n_steps_on_disk(program.query)
    end = time.monotonic() + hand.TIMEOUT_S
    while n_steps_on_disk(program.query) == before:
        assert time.monotonic() < end, 'help never came to an end'
        program.press(_('Help me'))
        time.sleep(0.4)


def do_step(program, step, layout, stage):
    """Does one step: by its own widget where a tap can do it, else with all the help there is."""
    if step.kind == 'look':
        if stage != 'alone' or step.trap:
            program.press(_('Next'))
    elif step.kind in ('tap', 'swipe') and step.target.split('/')[1] != 'picture':
        tap_target(program, step.target, layout)
    else:
        be_helped(program)


def is_at_step(program, number, n_steps, say):
    names = [name for _n, name, role in program.nodes() if role in ('heading', 'label')]
    return say in names and f_('Step %u of %u', number, n_steps) in names


def wait_for_step(program, lesson, index):
    program.wait_until(lambda: is_at_step(program, index + 1, len(lesson.steps), lesson.steps[index].say),
                       f'step {index + 1}, “{lesson.steps[index].say}”')


def runs_of(program_or_query):
    """The events of every run in the order in which they were written."""
    rows = program_or_query(
        "SELECT verb, body FROM event WHERE verb IN ('run-started', 'step-ended', 'run-ended') ORDER BY device, seq")
    runs = {}
    for verb, body in rows:
        body = json.loads(body)
        runs.setdefault(body['run'], []).append((verb, body))
    return list(runs.values())


def steps_on_disk(program_or_query, run=-1):
    runs = runs_of(program_or_query)
    return [body['step'] for verb, body in runs[run] if verb == 'step-ended'] if runs else []


def n_steps_on_disk(program_or_query):
    return program_or_query("SELECT count(*) FROM event WHERE verb = 'step-ended'")[0][0]


def wait_for_steps(program, n_steps, run=-1, timeout_s=None):
    """Until so many steps of the run are on disk."""
    program.wait_until(lambda: len(steps_on_disk(program.query, run)) >= n_steps, f'{n_steps} steps on disk', timeout_s)


def do_and_wait(program, step, layout, stage, n_steps):
    """Does a step until it is on disk as the run's n-th. Where nothing on the page says that the step before is over
    (at Alone), a tap can come too early; then it is done once more, as anybody would."""
    for last_time in (False, False, True):
        do_step(program, step, layout, stage)
        try:
            # A call takes four seconds to be answered.
            wait_for_steps(program, n_steps, timeout_s=8)
            return
        except AssertionError:
            if last_time:
                raise
