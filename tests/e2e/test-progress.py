# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk's progress: every word and number of it is what the log of events says, worked out here a second time and in
another way; and people are found by their first letters and opened by the keyboard."""
import collections
import json
import time

import hand
import pages
import tap
from keys import Keyboard
from words import C_, Lesson, _, n_, title_of_target

DAY = 86400000
WORDS = {'none': 'Not begun', 'learning': 'Learning', 'helped': 'With help', 'able': 'Alone', 'due': 'Re-check', 'stuck': 'Stuck'}
NEED = ('stuck', 'due', 'helped', 'learning', 'able', 'none')
# No other character of a made-up name sounds so.
LETTERS = {'孙': 'sun', '刘': 'liu', '赵': 'zhao', '罗': 'luo', '曾': 'zeng', '黄': 'huang', '吴': 'wu', '马': 'ma', '宋': 'song', '谢': 'xie'}

data_dir = hand.new_folder()
hand.hih(data_dir, 'sample', 'fill', '--trainees=18', '--days=45', '--seed=11')
catalogue = [(entry['lesson'], entry['topic']) for entry in json.loads(hand.hih(data_dir, 'lesson', 'list', '--format=json'))]
lessons = [Lesson(topic, name) for name, topic in catalogue]
program = hand.Program(data_dir=data_dir)


def read_log():
    """Per (trainee, lesson) the runs in their order, and the films; all from the events."""
    runs, films, order = {}, collections.Counter(), collections.defaultdict(list)
    for trainee, at, verb, body in hand.query(data_dir, 'SELECT hex(trainee), at, verb, body FROM event ORDER BY device, seq'):
        body = json.loads(body)
        if verb == 'run-started':
            run = runs[body['run']] = {'stage': body['stage'], 'steps': [], 'end': None, 'able': False, 'end_at': None}
            order[trainee, body['lesson']].append(run)
        elif verb == 'step-ended':
            runs[body['run']]['steps'].append(body)
        elif verb == 'run-ended':
            runs[body['run']].update(end=body['outcome'], able=body['able'], end_at=at)
        elif verb == 'film-watched':
            films[trainee, body['lesson']] += 1
    return order, films


def trouble_of(run):
    """At which steps a try had trouble."""
    steps = [step for step in run['steps'] if not step['trap']]
    found = {step['index'] for step in steps if step['level'] >= 2}
    if run['end'] != 'done':
        found.add(max(step['index'] for step in steps) + 1)
    return found


def judge(runs, films, now):
    """How far, as the words of the matrix have it."""
    done = [run for run in runs if run['end'] == 'done']
    alone = [run for run in done if run['stage'] == 'alone']
    able = [run['end_at'] for run in runs if run['able']]
    slipped = bool(able) and not alone[-1]['able']
    tries = [run for i, run in enumerate(runs) if run['stage'] in ('guided', 'alone') and
             (run['end'] or i + 1 < len(runs)) and any(not step['trap'] for step in run['steps'])]
    if len(tries) >= 2 and trouble_of(tries[-1]) & trouble_of(tries[-2]) and not (able and not slipped):
        return 'stuck'
    if able:
        due = [days for days in (7, 30, 90) if min(able) + days * DAY <= now and
               not any(run['end_at'] >= min(able) + days * DAY - DAY / 2 for run in alone)]
        return 'due' if slipped or due else 'able'
    if any(run['stage'] in ('guided', 'alone') for run in done):
        return 'helped'
    return 'learning' if runs or films else 'none'


def expect():
    """Name → lesson → how far."""
    order, films = read_log()
    now = time.time() * 1000
    people = dict(hand.query(data_dir, 'SELECT hex(trainee), name FROM profile'))
    return {name: {lesson.id: judge(order[trainee, lesson.id], films[trainee, lesson.id], now) for lesson in lessons}
            for trainee, name in people.items()}, people


def rows():
    return {name for _node, name, role in program.nodes() if role == 'list item' and name}


def rows_of_all():
    """GTK 4.18 keeps only the rows that are near: the list is scrolled from its top to its end. GTK 4.8 keeps all."""
    found = rows()
    if [int(number) for number in program.root.get_toolkit_version().split('.')[:2]] <= [4, 8]:
        return found  # asking its scroll bars ends libatspi at an assertion
    for bar in [node for node, _name, role in program.nodes() if role == 'scroll bar']:
        first, last = bar.get_minimum_value(), bar.get_maximum_value()
        for step in (1, 2, 3, 4, 0):
            bar.set_current_value(first + (last - first) * step / 4)
            time.sleep(0.1)
            found |= rows()
    return found


def wait_for_rows(wanted, what, of=lambda row: row):
    """Just these rows, of which `of` is looked at."""
    program.wait_until(lambda: {of(row) for row in rows()} == wanted or {of(row) for row in rows_of_all()} == wanted, what)


def name_in(row):
    return row.split(_(', '))[0]


def row_of(name, cells):
    return _(', ').join([name] + [f"{lesson.title}: {C_('matrix', WORDS[cells[lesson.id]])}" for lesson in lessons])


def matrix():
    """Every row says of every lesson what follows from the log; the three counts agree."""
    pages.enter_desk(program)
    program.press(_('Progress'))
    expected, _people = expect()
    wait_for_rows({row_of(name, cells) for name, cells in expected.items()}, 'the rows of the matrix')
    cells = [set(of.values()) for of in expected.values()]
    stuck, due = sum('stuck' in of for of in cells), sum('due' in of for of in cells)
    able = sum(sum(cell in ('able', 'due') for cell in of.values()) >= 3 for of in expected.values())
    assert stuck and due and able, (stuck, due, able)
    for number, word in ((stuck, n_('is stuck', 'are stuck', stuck)),
                         (due, n_('has a re-check due', 'have a re-check due', due))):
        program.wait_for_button(f'{number} {word}')
    program.wait_for(str(able), 'label')


def filters():
    """Only the stuck; then by the first letters; then everybody again."""
    expected, _people = expect()
    stuck = {name for name, cells in expected.items() if 'stuck' in cells.values()}
    button = next(node for node, name, role in program.nodes() if role in hand.BUTTONS and
                  name.endswith(n_('is stuck', 'are stuck', len(stuck))))
    button.do_action(0)
    wait_for_rows(stuck, 'only the stuck', name_in)
    button.do_action(0)
    wait_for_rows(set(expected), 'everybody again', name_in)
    name = next(name for name in expected if name[0] in LETTERS)
    same = {other for other in expected if other[0] == name[0]}
    program.type_into(_('Find a name, by characters or first letters'), LETTERS[name[0]])
    wait_for_rows(same, f'{same} alone', name_in)


def one_person():
    """The numbers of one person's page: runs, help at each step, what was tapped instead."""
    expected, people = expect()
    keyboard = Keyboard(program)
    for _i in range(60):
        row, its_name, role = keyboard.move('Tab') or (None, '', '')
        if role == 'list item' and its_name:
            break
    name = name_in(row.get_name())
    trainee = next(trainee for trainee, its_name in people.items() if its_name == name)
    # What Enter does a screen reader can do as well. GTK 4.18 lists an action of its own lists before ours.
    opens = [i for i in range(row.get_n_actions()) if row.get_action_name(i) == 'row.open']
    assert opens and row.do_action(opens[0]), 'the row has no action'
    program.wait_for(name, 'heading')
    program.press(_('Everybody'))
    program.wait_until(lambda: next((node for node, its_name, role in program.nodes() if role == 'list item' and
                                     name_in(its_name) == name), None), 'the row again')
    now = keyboard.focused(keyboard.all_stops())
    for _i in range(60):
        if now and now[2] == 'list item' and name_in(now[1]) == name:
            break
        now = keyboard.move('Tab')
    keyboard.press('Return')
    program.wait_for(name, 'heading')
    lesson = next(lesson for need in NEED for lesson in lessons if expected[name][lesson.id] == need)
    program.wait_for(_('Tapped instead'), 'heading')
    runs = read_log()[0][trainee, lesson.id]
    labels = [label for _node, label, role in program.nodes() if role == 'label']
    practised = n_('Practised %u time', 'Practised %u times', len(runs)).replace('%u', str(len(runs)))
    assert practised in labels, (practised, labels)
    last = runs[-6:]
    chart = next(label for _node, label, role in program.nodes() if label.startswith(
        _('How much help each step took, run by run: 0 none, 4 done for them.')))
    for index in range(len(lesson.steps)):
        numbers = [max((step['level'] for step in run['steps'] if not step['trap'] and step['index'] == index), default=None)
                   for run in last]
        assert ': ' + ' '.join('–' if number is None else str(number) for number in numbers) + ';' in chart, (index, numbers, chart)
    hits = collections.Counter((step['index'], hit) for run in runs for step in run['steps'] if not step['trap']
                               for hit in step['hits'])
    told = 0
    for (index, hit), times in sorted(hits.items(), key=lambda item: (-item[1], item[0])):
        unnamed = n_('Step %u: something without a name, %u time', 'Step %u: something without a name, %u times', times)
        sentences = [unnamed.replace('%u', '%d') % (index + 1, times)]
        try:
            named = n_('Step %u: “%s”, %u time', 'Step %u: “%s”, %u times', times).replace('%u', '%d')
            sentences.append(named % (index + 1, title_of_target(hit, 'a'), times))
        except KeyError:
            pass
        assert any(sentence in labels for sentence in sentences), (sentences, labels)
        told += 1
        if told == 3:
            break
    assert told or not hits, hits


def from_today():
    """Today names who is stuck; one tap opens that person's page on that lesson."""
    expected, _people = expect()
    program.press(_('Today'))
    program.wait_for(_('Who is stuck'), 'heading')
    stuck = {name: {lesson.title for lesson in lessons if of[lesson.id] == 'stuck'} for name, of in expected.items()}
    row = program.wait_until(lambda: next((label for _node, label, role in program.nodes() if role in hand.BUTTONS and
                                           label.split(': ')[0] in stuck and ' · ' in label), None), 'a row of who is stuck')
    name, words = row.split(': ', 1)
    assert any(words.startswith(title) for title in stuck[name]), (row, stuck)
    program.press(row)
    program.wait_for(name, 'heading')
    program.wait_for(words.split(' · ')[0], 'heading')


tap.run(matrix, filters, one_person, from_today)
program.close()
