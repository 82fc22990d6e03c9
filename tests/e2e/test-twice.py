# SPDX-License-Identifier: GPL-3.0-or-later
"""The program started twice: whoever taps its picture once more, out of impatience, finds the window that is there."""
import os
import shutil
import subprocess
import time

import hand
import keys
import pages
import play
import tap
from words import _

PERSON, OTHER = pages.PERSON, '王福生'
lesson = pages.lesson


def begin(program, person):
    play.sit_down(program, person)
    play.open_lesson(program, lesson)
    play.choose_stage(program, 'follow')
    play.wait_for_step(program, lesson, 0)


def do_steps(programs):
    """One after another, a step each in turn."""
    for index, step in enumerate(lesson.steps):
        for program in programs:
            play.wait_for_step(program, lesson, index)
            play.do_step(program, step, lesson.layouts[0], 'follow')


def assert_whole(data_dir, n_runs):
    hand.hih(data_dir, 'backup', 'check', os.path.join(data_dir, 'records.db'))
    runs = play.runs_of(lambda sql: hand.query(data_dir, sql))
    assert len(runs) == n_runs, runs
    for run in runs:
        assert [body['step'] for verb, body in run if verb == 'step-ended'] == [step.id for step in lesson.steps], run
        assert run[-1][0] == 'run-ended', run


def windows():
    return keys.xdotool('search', '--onlyvisible', '--class', 'hand-in-hand').split()


def test_raised():
    """A second start raises the window that is there, in the middle of its lesson, and ends"""
    home = hand.new_folder()
    shutil.copytree(hand.new_data_dir(PERSON), os.path.join(home, 'hand-in-hand'))
    program = hand.Program(home=home)
    begin(program, PERSON)
    before = windows()
    assert len(before) == 1, before
    begun = time.monotonic()
    second = subprocess.run([os.environ['HIH_PROGRAM'], '--language', hand.LANGUAGE], timeout=30, capture_output=True, text=True,
                            env=dict(os.environ, XDG_DATA_HOME=home), check=False)
    print(f'# the second start ended after {time.monotonic() - begun:.1f} s', flush=True)
    assert second.returncode == 0 and not second.stderr, second
    assert windows() == before, windows()
    assert play.is_at_step(program, 1, len(lesson.steps), lesson.steps[0].say), program.names()
    do_steps([program])
    program.wait_until(lambda: play.runs_of(program.query)[-1][-1][0] == 'run-ended', 'the end of the run on disk')
    program.close()
    assert_whole(program.data_dir, 1)


def test_beside():
    """Two that were told to use one folder, by two people at once: all of both is kept, and the chain holds"""
    data_dir = hand.new_data_dir(PERSON, OTHER)
    programs = [hand.Program(data_dir=data_dir) for _again in range(2)]
    for program, person in zip(programs, (PERSON, OTHER)):
        begin(program, person)
    do_steps(programs)
    for program in programs:
        program.wait_until(lambda: all(run[-1][0] == 'run-ended' for run in play.runs_of(program.query)), 'the end of both runs on disk')
        assert program.find(_('A word for the teacher'), 'heading') is None
        program.close()
    assert_whole(data_dir, 2)


tap.run_found(globals())
