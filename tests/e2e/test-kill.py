# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 in mid-lesson, again and again: what the page once showed as done is never lost, and one goes on right there.

After each, as the file then lies there, the chain of events is whole and the projections are what a rebuild makes.
HIH_E2E_KILLS says how often (30), HIH_E2E_SEED makes a run the same again.
"""
import glob
import os
import random
import time

import hand
import play
import tap
from words import Lesson, _, f_

PERSON = '王福生'
KILLS = int(os.environ.get('HIH_E2E_KILLS', '30'))
SEED = int(os.environ.get('HIH_E2E_SEED', str(random.randrange(10 ** 6))))
HOURS = 21
QUICK = Lesson('family', 'answer-call')
STAGES = (('follow', 0), ('guided', 0), ('alone', 0), ('alone', 1))


def plan_of(lesson, run):
    start = run[0][1]
    return lesson.plan(start['stage'], start['stage'] != 'alone' or start['round'] > 0)


def steps_of(run):
    return [body['step'] for verb, body in run if verb == 'step-ended']


def check_records(data_dir):
    """The file, the chain of events, and the projections against a rebuild; read-only, what the next start must mend is left to it."""
    hand.hih(data_dir, 'backup', 'check', os.path.join(data_dir, 'records.db'))


class Learner:
    """Sits down, goes on where the book says one is, does a few steps, and loses the current."""

    def __init__(self, data_dir, chance, lesson, **how):
        self.data_dir = data_dir
        self.chance = chance
        self.lesson = lesson
        self.program = hand.Program(data_dir=data_dir, **how)
        self.acknowledged = 0

    def events(self):
        return hand.query(self.data_dir, 'SELECT device, seq, id, verb, body FROM event ORDER BY device, seq')

    def runs(self):
        return play.runs_of(lambda sql: hand.query(self.data_dir, sql))

    def go_on(self):
        """To the step that follows the last one on disk. Returns the run's stage, round and how far it is."""
        lesson = self.lesson
        runs = self.runs()
        ended = not runs or runs[-1][-1][0] == 'run-ended'
        play.sit_down(self.program, PERSON)
        last = (runs[-1][0][1]['stage'], runs[-1][0][1]['round']) if runs else STAGES[-1]
        following = STAGES[(STAGES.index(last) + 1) % len(STAGES)]
        if ended:
            play.open_lesson(self.program, lesson)
            return self.begin(*following)
        start, done = runs[-1][0][1], len(steps_of(runs[-1]))
        plan = plan_of(lesson, runs[-1])
        index = plan[min(done, len(plan) - 1)][0]
        card = self.program.wait_for_button(f_('Go on: %s', lesson.title), contains=True)
        detail = _('From step %u, about %u minutes') if index > 0 else _('About %u minutes')
        assert detail.replace('%u', str(index + 1), 1 if index > 0 else 0).split('%u')[0] in card.get_name(), card.get_name()
        assert card.do_action(0)
        if done == len(plan):
            # The current went between the last step and the end of the run: only that is made up for.
            n_runs = len(runs)
            self.program.wait_until(lambda: self.runs()[n_runs - 1][-1][0] == 'run-ended', 'the end of the run on disk')
            self.program.wait_for(_('Done'))
            if self.program.find(_('Done'), 'frame'):
                self.program.press(_('My lessons'))
                play.open_lesson(self.program, lesson)
            return self.begin(*following)
        play.wait_for_stage(self.program, start['stage'])
        if start['stage'] != 'alone':
            play.wait_for_step(self.program, lesson, index)
        else:
            self.program.wait_for(lesson.goal, 'heading')
        return start['stage'], start['round'], done

    def layout(self):
        """Of the run that goes on: the log says it; what a new one shows follows from all that was shown before."""
        start = self.runs()[-1][0][1]
        assert start['layout'] in self.lesson.layouts[1 if start['stage'] == 'alone' else 0:], start
        return start['layout']

    def begin(self, stage, round_):
        lesson = self.lesson
        n_runs = len(self.runs())
        play.choose_stage(self.program, stage)
        self.program.wait_until(lambda: len(self.runs()) > n_runs, 'a new run on disk')
        if round_ > 0:
            # The second round is offered at the end of the first.
            for number, (_index, step) in enumerate(lesson.plan('alone', False), 1):
                play.do_and_wait(self.program, step, self.layout(), 'alone', number)
            self.program.press(_('Once more, differently'))
            self.program.wait_until(lambda: len(self.runs()) > n_runs + 1, 'a new run on disk')
        return stage, round_, 0

    def do_some(self, stage, round_, done):
        lesson = self.lesson
        layout = self.layout()
        plan = [step for _index, step in lesson.plan(stage, stage != 'alone' or round_ > 0)]
        wanted = min(len(plan), done + self.chance.choice((0, 1, 1, 2, 3)))
        while done < wanted:
            play.do_and_wait(self.program, plan[done], layout, stage, done + 1)
            done += 1
            if stage != 'alone' and done < len(lesson.steps):
                play.wait_for_step(self.program, lesson, done)
            self.acknowledged = done
        # And one more, whose answer is not waited for.
        if done < len(plan) and plan[done].kind in ('tap', 'swipe') and self.chance.random() < 0.7:
            play.do_step(self.program, plan[done], layout, stage)
            time.sleep(self.chance.random() * 0.05)

    def lose_current(self):
        before = self.events()
        run = len(self.runs()) - 1
        self.program.kill()
        after = self.events()
        assert after[:len(before)] == before, 'what was in the log is there no more'
        assert len(steps_of(self.runs()[run])) >= self.acknowledged, 'a step that was shown as done is lost'
        check_records(self.data_dir)


def check_log(data_dir, lesson):
    """Every run is its plan from the beginning, without a hole, nothing twice."""
    runs = play.runs_of(lambda sql: hand.query(data_dir, sql))
    for run in runs:
        steps, plan = steps_of(run), [step for _index, step in plan_of(lesson, run)]
        assert steps == [step.recorded_id for step in plan][:len(steps)], (run[0][1]['stage'], run[0][1]['round'], steps)
        ended = run[-1][0] == 'run-ended'
        assert not ended or len(steps) == len(plan), steps
        assert [verb for verb, _body in run].count('run-started') == 1
    return runs


def kills():
    """kill -9 in mid-lesson: nothing acknowledged is lost, and it goes on at the exact step."""
    print(f'# {KILLS} kills, seed {SEED}')
    chance = random.Random(SEED)
    data_dir = hand.new_data_dir(PERSON)
    begun = time.monotonic()
    for number in range(KILLS):
        learner = Learner(data_dir, chance, QUICK)
        try:
            learner.do_some(*learner.go_on())
            learner.lose_current()
        except AssertionError as error:
            raise AssertionError(f'at kill {number + 1}, seed {SEED}: {error}') from error
    runs = check_log(data_dir, QUICK)
    n_steps = sum(len(steps_of(run)) for run in runs)
    stages = {(run[0][1]['stage'], run[0][1]['round']) for run in runs}
    print(f'# {len(runs)} runs, {n_steps} steps, {time.monotonic() - begun:.0f} s, stages {sorted(stages)}')
    if KILLS >= 20:
        assert len(stages) == len(STAGES), 'it never came to the end of a stage'
    final = Learner(data_dir, chance, QUICK)
    final.go_on()
    final.program.close()
    check_records(data_dir)


def resume_after(lesson, stage, round_, n_done):
    """Some steps, a kill, and 21 hours later the program is started again."""
    libraries = glob.glob('/usr/lib/*/faketime/libfaketimeMT.so.1')
    assert libraries, 'libfaketime is not installed (tests/packages)'
    data_dir = hand.new_data_dir(PERSON)
    learner = Learner(data_dir, random.Random(0), lesson)
    play.sit_down(learner.program, PERSON)
    play.open_lesson(learner.program, lesson)
    learner.begin(stage, round_)
    plan = [step for _index, step in plan_of(lesson, learner.runs()[-1])]
    layout = learner.layout()
    for done in range(n_done):
        play.do_and_wait(learner.program, plan[done], layout, stage, done + 1)
    learner.acknowledged = n_done
    learner.lose_current()
    last = hand.query(data_dir, 'SELECT max(at) FROM event')[0][0]
    later = Learner(data_dir, random.Random(0), lesson,
                    env={'LD_PRELOAD': libraries[0], 'FAKETIME': f'+{HOURS}h', 'FAKETIME_DONT_FAKE_MONOTONIC': '1'})
    assert later.go_on() == (stage, round_, n_done)
    for done in range(n_done, len(plan)):
        play.do_and_wait(later.program, plan[done], layout, stage, done + 1)
    later.program.wait_until(lambda: later.runs()[-1][-1][0] == 'run-ended', 'the end of the run on disk')
    runs = check_log(data_dir, lesson)
    assert runs[-1][-1][1]['outcome'] == 'done'
    now = hand.query(data_dir, 'SELECT max(at) FROM event')[0][0]
    assert (now - last) / 3600000 > HOURS - 0.1, 'the clock was not moved'
    later.program.close()
    check_records(data_dir)


def resume_follow():
    """After 21 hours Follow goes on at the step where the current was lost."""
    resume_after(Lesson('family', 'video-call'), 'follow', 0, 3)


def resume_in_trap():
    """After 21 hours Alone goes on in the middle of a trap."""
    # Three steps, then the trap's first: the phone did not get through, a message is to be left.
    resume_after(Lesson('family', 'video-call'), 'alone', 1, 4)


tap.run(kills, resume_follow, resume_in_trap)
