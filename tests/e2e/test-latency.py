# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the main thread works in one go while every page is visited and a lesson is practised: nobody waits longer
for the answer to a finger. With HIH_LATENCY_ALL it is latency_all.py that is run, which has the probe of both."""
import os
import statistics

import hand
import latency_all
import pages
import play
import tap
from words import _

ROUNDS, MOST_ROUNDS = 2, 6  # the more only while something was too long: two good ones no third can outvote
PERSON = pages.PERSON


def go_round(program, probe):
    pages.visit_who(program, probe.look)
    play.sit_down(program, PERSON)
    probe.note('my lessons')
    play.open_lesson(program, pages.lesson)
    probe.note('lesson')
    pages.visit_help(program, probe.look)
    probe.note('sheet closed')
    latency_all.follow(program, probe, pages.lesson)
    # Where one stands is no button to press again.
    play.choose_stage(program, 'guided')
    pages.visit_stages(program, probe.look, probe.look)
    program.wait_for(PERSON, 'push button')
    probe.note('who again')
    latency_all.follow_typing(program, probe)


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

    def begin():
        # A lesson that was left in the middle would go on there.
        program = hand.Program(data_dir=hand.new_data_dir(PERSON), env=probe.env())
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
        latency_all.go_round_desk(program, probe, sections=())

    go_rounds(begin, go, probe)
    probe.judge()


if os.environ.get('HIH_LATENCY_ALL'):
    tap.run_found(vars(latency_all))
else:
    tap.run(trainee_waits_for_nothing, instructor_waits_for_nothing)
