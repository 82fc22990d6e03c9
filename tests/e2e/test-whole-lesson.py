# SPDX-License-Identifier: GPL-3.0-or-later
"""One whole lesson in the real window, from Who to Done, by AT-SPI alone; then the records are read behind its back."""
import csv
import io
import json

import hand
import play
import tap
import words
from words import C_, Lesson, _, f_

PERSON = '张桂英'
lesson = Lesson('family', 'video-call')
program = hand.Program(data_dir=hand.new_data_dir(PERSON, '王福生'))


def watch():
    """Watch: the film stops after every step and goes on with Next."""
    play.sit_down(program, PERSON)
    play.open_lesson(program, lesson)
    assert play.wait_for_stage(program) == 'watch', 'a new lesson begins with its film'
    program.press(_('Begin to watch'))
    last = len(lesson.steps) - 1
    play.wait_for_step(program, lesson, 0)
    for index in range(1, len(lesson.steps)):
        program.press(_('Next'))
        play.wait_for_step(program, lesson, index)
    # The last step is watched to its end: then the film stands, and can be played again.
    program.wait_for_button(C_('film', 'Stop'))
    program.wait_for_button(C_('film', 'Play'), timeout_s=60)
    play.wait_for_step(program, lesson, last)
    program.press(_('Next'))
    play.wait_for_stage(program, 'follow')
    program.wait_until(
        lambda: program.query("SELECT 1 FROM event WHERE verb = 'film-watched' AND json_extract(body, '$.to_end') = 1"),
        'the film on disk')


def do_stage(stage):
    """Every step by its own widget; on the page the next step comes only when this one is on disk."""
    play.wait_for_stage(program, stage)
    for index, step in enumerate(lesson.steps):
        play.wait_for_step(program, lesson, index)
        on_disk = play.steps_on_disk(program.query)
        assert on_disk == [one.id for one in lesson.steps[:index]], f'at step {index + 1} there is on disk: {on_disk}'
        play.do_step(program, step, lesson.layouts[0], stage)


def follow():
    """Follow: every step by the action of the phone's widget."""
    do_stage('follow')
    program.wait_for(_('You have done every step.'), 'heading')


def guided():
    """Guided: the same, the place only named."""
    program.press(_('Next'))
    do_stage('guided')
    program.wait_for(_('You found every step.'), 'heading')


def alone():
    """Alone, first round: only the goal is said, and the phone looks different."""
    program.press(_('Next'))
    play.wait_for_stage(program, 'alone')
    program.wait_for(lesson.goal, 'heading')
    for step in lesson.steps:
        assert program.find(step.say) is None, f'at Alone nothing gives the step away: {step.say}'
    for number, (_index, step) in enumerate(lesson.plan('alone', False), 1):
        play.do_and_wait(program, step, lesson.layouts[1], 'alone', number)
    program.wait_for(_('You did it all alone!'), 'heading')


def alone_with_traps():
    """Alone, second round: a third look, and every trap is got out of."""
    program.press(_('Once more, differently'))
    program.wait_for(lesson.goal, 'heading')
    for number, (_index, step) in enumerate(lesson.plan('alone', True), 1):
        play.do_and_wait(program, step, lesson.layouts[2], 'alone', number)
    program.wait_for(_('Done'), 'frame')


def done():
    """Done: says what can be done now, in plain numbers, and how it works without a phone."""
    program.wait_for(lesson.able, 'heading')
    program.wait_for(_('Then and now'), 'heading')
    program.wait_for(_('It also works without a phone'), 'heading')
    program.press(_('With help'))
    program.wait_until(
        lambda: program.query("SELECT 1 FROM event WHERE verb = 'real-phone-ticked' AND body LIKE '%with-help%'"),
        'the tick on disk')
    program.press(_('My lessons'))
    program.wait_for(_('My lessons'), 'frame')


def event_log():
    """The log: every run from its start by its steps to its end, in order."""
    runs = play.runs_of(program.query)
    expected = [('follow', 0, 'a', lesson.plan('follow', False)), ('guided', 0, 'a', lesson.plan('guided', False)),
                ('alone', 0, 'b', lesson.plan('alone', False)), ('alone', 1, 'c', lesson.plan('alone', True))]
    assert len(runs) == len(expected), [events[0] for events in runs]
    for events, (stage, round_, layout, plan) in zip(runs, expected):
        verbs = [verb for verb, _body in events]
        assert verbs == ['run-started'] + ['step-ended'] * len(plan) + ['run-ended'], (stage, verbs)
        start, end = events[0][1], events[-1][1]
        assert (start['stage'], start['round'], start['layout'], start['lesson']) == (stage, round_, layout, lesson.id), start
        assert [body['step'] for _verb, body in events[1:-1]] == [step.recorded_id for _index, step in plan], stage
        assert [bool(body['trap']) for _verb, body in events[1:-1]] == [step.trap is not None for _index, step in plan]
        # What became of a trap: only its last step says that one is out of it, and nothing was given away.
        assert [body.get('recovered', False) for _verb, body in events[1:-1]] == [
            step.trap is not None and step.recorded_id == step.trap for _index, step in plan], stage
        assert not any(body.get('slip') for _verb, body in events[1:-1]), stage
        assert end['outcome'] == 'done', end
        helped = any(step.kind == 'hold' for _index, step in plan)
        assert bool(end['able']) == (stage == 'alone' and not helped), end
        assert all(body['errors'] == 0 for _verb, body in events[1:-1]), stage
    seqs = [seq for (seq,) in program.query('SELECT seq FROM event ORDER BY device, seq')]
    assert seqs == list(range(1, len(seqs) + 1)), 'a number is missing in the log'


def projections():
    """The tables a page reads say the same as the log."""
    query = program.query
    assert query('SELECT count(*) FROM run') == [(4,)] and query('SELECT count(*) FROM run_end') == [(4,)]
    assert query('SELECT count(*) FROM step_result') == query("SELECT count(*) FROM event WHERE verb = 'step-ended'")
    both = query('SELECT (SELECT count(*) FROM run_end WHERE able_alone), (SELECT count(*) FROM event '
                 "WHERE verb = 'run-ended' AND json_extract(body, '$.able') = 1)")
    assert both == [(1, 1)], both
    row = query('SELECT stages, able_alone, runs, last_stage FROM lesson_progress WHERE lesson = ?', lesson.id)
    assert row == [(1 | 2 | 4 | 8, 1, 4, 'alone')], row
    assert query('SELECT to_end FROM film WHERE lesson = ?', lesson.id) == [(1,)]
    assert query('SELECT days FROM recheck_due ORDER BY days') == [(7,), (30,), (90,)]
    assert query('SELECT tick FROM real_phone') == [('with-help',)]
    assert query('SELECT count(DISTINCT trainee) FROM run') == [(1,)], 'somebody else was given the runs'
    assert query('PRAGMA quick_check') == [('ok',)]


def report():
    """hih report completion says: able alone."""
    program.close()
    arguments = ('report', 'completion', '--names')
    mine = [row for row in json.loads(hand.hih(program.data_dir, *arguments, '--format=json'))
            if (row['person'], row['lesson']) == (PERSON, lesson.id)]
    assert len(mine) == 1 and mine[0]['completion'] == 'able-alone' and mine[0]['able_alone_on'], mine
    assert mine[0]['real_phone'] == 'with-help', mine
    table = list(csv.reader(io.StringIO(hand.hih(program.data_dir, *arguments, '--format=csv').lstrip('\ufeff'))))
    title = words.text_of(lesson.root, 'title', language=None)
    mine = [row for row in table if row[:2] == [PERSON, title]]
    assert len(mine) == 1 and 'able alone' in mine[0][2].lower(), table
    others = [row for row in table[1:] if row[:2] != [PERSON, title]]
    assert others and all('able alone' not in row[2].lower() for row in others), table


tap.run(watch, follow, guided, alone, alone_with_traps, done, event_log, projections, report)
