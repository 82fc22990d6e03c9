# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the main thread works in one go while every page is visited and lessons are practised: nobody waits longer
for the answer to a finger. The long form of test-latency.py (tests/soak latency): every page, and every round.
tests/latency/latency.c, loaded into the program, writes down every turn of its main loop."""
import os
import re
import statistics
import sys
import tempfile
import time

import hand
import pages
import play
from words import Lesson, _

ROUNDS = 3
PAGE_MS, PHONE_MS = 50, 16
PERSON = pages.PERSON
LESSONS = (pages.lesson, Lesson('family', 'video-call'))
TYPING = Lesson('device', 'type-words')
N_ON_LIST = 60
SECTIONS = ('Local card', 'How long people are kept', 'Colours, sound, camera', 'Only for practising', 'Copies of the records',
            'This computer')
STALL = re.compile(r'stall ([\d.]+) ms \(worked ([\d.]+), of the clock [\d.]+; slowness ([\d.]+)')


class Probe:
    """Acts by name, and of each what its longest turns took in every round. What the thread worked itself hardly depends on
    what else runs on the computer, so it must keep the limit in every round. The time it also waited in (a file, a lock)
    is a habit of ours only when more than half of the rounds have it. Each round has programs of its own: a page is made
    when it is first come to, and that is waited for after every start. The limits are for a computer of a certain speed: on
    a slower one, or while something else takes the processor's caches, all times are divided by how much slower it is."""

    def __init__(self):
        self.file = tempfile.NamedTemporaryFile(prefix='hih-latency-', suffix='.txt')
        self.worked = {}
        self.taken = {}
        self.where = {}
        self.slownesses = []
        self.seen = 0

    def env(self):
        # Meson has the C library fill all memory that is given and freed; nobody's program does, and it takes time.
        return {'LD_PRELOAD': os.environ['HIH_LATENCY_PROBE'], 'HIH_LATENCY_FILE': self.file.name, 'HIH_LATENCY_MS': '10',
                'MALLOC_PERTURB_': '0'}

    def read(self):
        with open(self.file.name, encoding='utf-8', errors='replace') as file:
            file.seek(self.seen)
            text = file.read()
            self.seen = file.tell()
        return text

    def note(self, name):
        """All that was done since the last note belongs to this act."""
        time.sleep(0.3)
        stalls = [(*map(float, STALL.match(part).groups()), part)
                  for part in re.split(r'^(?=stall )', self.read(), flags=re.M) if STALL.match(part)]
        self.slownesses += [slowness for _taken, _worked, slowness, _part in stalls]
        for taken, _worked, _slowness, part in stalls:
            if taken >= self.where.get(name, (0,))[0]:
                self.where[name] = taken, part
        self.taken.setdefault(name, []).append(max((taken for taken, *_ in stalls), default=0))
        self.worked.setdefault(name, []).append(max((worked for _taken, worked, *_ in stalls), default=0))

    def look(self, _program, name):
        self.note(name)

    def get_slowness(self):
        return max(1, statistics.median(self.slownesses or [1]))

    def is_slow(self, name):
        limit = get_limit(name) * self.get_slowness()
        return max(self.worked[name]) > limit or statistics.median_high(self.taken[name]) > limit

    def get_slow(self):
        return [name for name in self.taken if self.is_slow(name)]

    def judge(self):
        slow = self.get_slow()
        print(f'# slowness of this computer {self.get_slowness():.2f}', file=sys.stderr)
        for name, taken in self.taken.items():
            print(f'# {name}: worked {list_ms(self.worked[name])}, took {list_ms(taken)} of {get_limit(name)} ms', file=sys.stderr)
            if name in slow:
                print(self.where[name][1], file=sys.stderr)
        assert not slow, f'The main thread worked too long in one go: {slow}'


def list_ms(all_ms):
    return ', '.join(f'{ms:.0f}' for ms in all_ms)


def get_limit(name):
    return PHONE_MS if name.startswith('phone') else PAGE_MS


def follow(program, probe, lesson, n_steps=None, do=play.do_step):
    """On the phone, each step by a finger; n_steps: no more than the first ones."""
    play.choose_stage(program, 'follow')
    play.wait_for_step(program, lesson, 0)
    probe.note('follow')
    for index, step in enumerate(lesson.steps[:n_steps]):
        play.wait_for_step(program, lesson, index)
        do(program, step, lesson.layouts[0], 'follow')
        time.sleep(0.7)
        probe.note(f'phone: {lesson.id}, {step.id}')
    probe.note('end of follow')


def follow_typing(program, probe):
    """The phone's keyboard comes, and a word is written on it, both by all the help there is."""
    play.sit_down(program, PERSON)
    play.open_lesson(program, TYPING)
    probe.note('lesson: typing')
    n_steps = next(index for index, step in enumerate(TYPING.steps, 1) if step.kind == 'type')
    follow(program, probe, TYPING, n_steps, lambda program, *_step: play.be_helped(program))


def watch(program, probe):
    """The film, or where there is none what the phone shows instead."""
    program.wait_for_button(_('Begin to watch'))
    probe.note('lesson: overview')
    program.press(_('Begin to watch'))
    program.wait_gone(_('Begin to watch'))
    time.sleep(1)
    probe.note('lesson: watch')


def go_round(data_dir, probe):
    pages.visit_welcome(probe.look, env=probe.env())
    program = hand.Program(data_dir=data_dir, env=probe.env())
    pages.visit_who(program, probe.look)
    play.sit_down(program, PERSON)
    probe.note('my lessons')
    play.open_lesson(program, pages.lesson)
    probe.note('lesson')
    watch(program, probe)
    pages.visit_help(program, probe.look)
    follow(program, probe, LESSONS[0])
    # Where one stands is no button to press again.
    play.choose_stage(program, 'guided')
    pages.visit_stages(program, probe.look, probe.look)
    program.wait_for(PERSON, 'push button')
    probe.note('who again')
    play.sit_down(program, PERSON)
    play.open_lesson(program, LESSONS[1])
    probe.note('lesson: another')
    follow(program, probe, LESSONS[1])
    leave_lesson(program)
    follow_typing(program, probe)
    program.close()


def leave_lesson(program):
    program.press(_('Back'))
    program.wait_for(_('My lessons'), 'frame')
    program.press(_('Somebody else'))
    program.wait_for(PERSON, 'push button')


def open_person(program):
    names = {name for name, in program.query('SELECT name FROM profile')}
    row = program.wait_until(lambda: next((name for _node, name, role in program.nodes() if role in hand.BUTTONS + ('list item',)
                                           and name in names), None), 'a person')
    program.press(row)
    program.wait_for_button(_('Keep'))


def look_at_list(program, probe):
    """People from a file, of whom some are there already and one row cannot be read; nobody is brought in."""
    (name,), = program.query("SELECT name FROM profile WHERE name <> '' LIMIT 1")
    path = os.path.join(hand.new_folder(), 'list.csv')
    with open(path, 'w', encoding='utf-8') as out:
        out.write(f'姓名,分组\n{name},二楼\n,二楼\n' + ''.join(f'郑春花{i},三楼\n' for i in range(N_ON_LIST)))
    # GTK's dialog is not ours to make quicker.
    pages.open_list(program, path, before_chosen=probe.read)
    program.wait_for_button(_('Bring in the others, without the rows that cannot be read'))
    probe.note('desk: people from a file')


def go_round_desk(program, probe, sections=SECTIONS):
    def open_(button, there, name, contains=False):
        program.press(_(button), contains=contains)
        program.wait_for_button(there)
        probe.note('desk: ' + name)

    open_('People', _('Add somebody'), 'people')
    open_person(program)
    probe.note('desk: one person')
    open_('Back', _('Add somebody'), 'people again')
    look_at_list(program, probe)
    open_('Back', _('Add somebody'), 'people, nobody brought in')
    program.press(_('Progress'))
    program.wait_for(_('Alone: from beginning to end, with one slip at most'))
    probe.note('desk: progress')
    open_('Calls and services', _('Note a call'), 'calls and services')
    program.press(_('Reports'))
    program.wait_for_button(_('Ledger for reporting'), contains=True)
    probe.note('desk: reports')
    open_('Ledger for reporting', _('All reports'), 'one report', contains=True)
    open_('Lessons', f"{_('Try without recording')}: {LESSONS[0].title}", 'lessons')
    open_('This home', _('This computer'), 'this home')
    for section in sections:
        open_(section, _('All of this home'), section)
        open_('All of this home', _('This computer'), 'back from ' + section)
    pages.visit_class(program, probe.look)


def test_trainee():
    """Who practises waits for nothing"""
    probe = Probe()
    for _round in range(ROUNDS):
        # A lesson that was left in the middle would go on there.
        go_round(hand.new_data_dir(PERSON), probe)
    probe.judge()


def test_instructor():
    """Who teaches waits for nothing, with 300 people"""
    probe = Probe()
    data_dir = hand.new_folder()
    hand.hih(data_dir, 'sample', 'fill', '--trainees=300', '--days=60', '--seed=5')
    for round_ in range(ROUNDS):
        program = hand.Program(data_dir=data_dir, env=probe.env())
        program.wait_for_button(_('I am the instructor'))
        probe.note('who')
        (pages.enter_desk_again if round_ else pages.enter_desk)(program)
        probe.note('through the door')
        go_round_desk(program, probe)
        program.close()
    probe.judge()

