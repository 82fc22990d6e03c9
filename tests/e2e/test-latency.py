# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the main thread works in one go while every page is visited and a lesson is practised: nobody waits longer
for the answer to a finger. With HIH_LATENCY_ALL it is latency_all.py that is run, which has the probe of both."""
import os
import statistics
import time

import hand
import latency_all
import pages
import play
import tap
from words import Lesson, _

ROUNDS, MOST_ROUNDS = 3, 6  # the more only while something was too long in every one so far
PERSON = pages.PERSON
lesson = Lesson('family', 'answer-call')


def go_round(program, probe):
    pages.visit_who(program, lambda _program, name: probe.note(name))
    play.sit_down(program, PERSON)
    probe.note('my lessons')
    play.open_lesson(program, lesson)
    probe.note('lesson')
    program.press(_('Help me'))
    program.wait_for(_('Help'), 'heading')
    probe.note('sheet: help')
    pages.close_sheet(program)
    probe.note('sheet closed')
    play.choose_stage(program, 'follow')
    play.wait_for_step(program, lesson, 0)
    probe.note('follow')
    for index, step in enumerate(lesson.steps):
        play.wait_for_step(program, lesson, index)
        play.do_step(program, step, lesson.layouts[0], 'follow')
        time.sleep(0.7)
        probe.note(f'phone: step {index + 1}')
    probe.note('end of follow')
    program.press(_('Back'))
    program.wait_for(_('My lessons'), 'frame')
    program.press(_('Somebody else'))
    program.wait_for(PERSON, 'push button')
    probe.note('who again')


def go_round_desk(program, probe):
    for part, there in (('Today', lambda: program.wait_for(_('Here today'), 'heading')),
                        ('People', lambda: program.wait_for_button(_('Add somebody'))),
                        ('Progress', lambda: program.wait_for(_('Alone: from beginning to end, with one slip at most'))),
                        ('Reports', lambda: program.wait_for_button(_('Ledger for reporting'), contains=True)),
                        ('Lessons', lambda: program.wait_for_button(f"{_('Try without recording')}: {lesson.title}")),
                        ('This home', lambda: program.wait_for_button(_('This computer')))):
        program.press(_(part))
        there()
        probe.note(f'desk: {part}')


class Probe(latency_all.Probe):
    """What stalls once (a cold file, another program that pushed ours aside in mid-turn) is no habit of ours: what the thread
    worked must keep the limit in more than half of the rounds, and what it also waited in the shortest of them."""

    def is_slow(self, name):
        limit = latency_all.get_limit(name) * self.get_slowness()
        return statistics.median_high(self.worked[name]) > limit or min(self.taken[name]) > limit


def go_rounds(begin, go, probe):
    for done in range(1, MOST_ROUNDS + 1):
        program = begin()
        probe.read()  # what making it took is no act
        go(program, probe)
        program.close()
        if done >= ROUNDS and not probe.get_slow():
            return


def trainee_waits_for_nothing():
    probe = Probe()
    data_dir = hand.new_data_dir(PERSON)

    def begin():
        program = hand.Program(data_dir=data_dir, env=probe.env())
        program.wait_for(PERSON, 'push button')
        return program

    go_rounds(begin, go_round, probe)
    probe.judge()


def instructor_waits_for_nothing():
    probe = Probe()
    data_dir = hand.new_folder()
    hand.hih(data_dir, 'sample', 'fill', '--trainees=300', '--days=60', '--seed=5')

    def begin():
        program = hand.Program(data_dir=data_dir, env=probe.env())
        program.wait_for_button(_('I am the instructor'))
        return program

    def go(program, _probe):
        if 'through the door' in probe.taken:
            pages.enter_desk_again(program)
        else:
            pages.enter_desk(program)
        probe.note('through the door')
        go_round_desk(program, probe)

    go_rounds(begin, go, probe)
    probe.judge()


if os.environ.get('HIH_LATENCY_ALL'):
    tap.run_found(vars(latency_all))
else:
    tap.run(trainee_waits_for_nothing, instructor_waits_for_nothing)
