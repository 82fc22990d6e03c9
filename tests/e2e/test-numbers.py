# SPDX-License-Identifier: GPL-3.0-or-later
"""Every number that stands on the desk is compared with SQL over the log of events (log.sql), never over the tables that
the program made of it. The table below knows each number by the page and the words around it; one that it does not know
fails the test, and so does a row that nothing on the page needed."""
import collections
import datetime
import json
import os
import re
import sqlite3
import time

import hand
import pages
import play
import tap
from words import C_, Lesson, _, n_, text_of, title_of_target

NUMBER = re.compile(r'\d+(?:\.\d+)?')
SQL = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'log.sql')
GROUP = '周一上午班'
data_dir = hand.new_folder()
hand.hih(data_dir, 'sample', 'fill', '--trainees=18', '--days=45', '--seed=11')
lessons = {entry['lesson']: Lesson(entry['topic'], entry['lesson'])
           for entry in json.loads(hand.hih(data_dir, 'lesson', 'list', '--format=json'))}
by_title = {lesson.title: name for name, lesson in lessons.items()}
people = sorted(name for name, in hand.query(data_dir, 'SELECT name FROM profile'))
program = hand.Program(data_dir=data_dir)


class Log:
    def __init__(self):
        self.db = sqlite3.connect(f'file:{data_dir}/records.db?mode=ro', uri=True)
        self.db.create_function('title', 1, lambda lesson: lessons[lesson].title)
        self.db.create_function('step_title', 2, step_title)
        self.db.create_function('lesson_of', 1, by_title.get)
        self.db.create_function('day', 1, lambda ms: str(datetime.date.fromtimestamp(ms / 1000)) if ms else None)
        self.db.create_function('clock_time', 1, lambda ms: '{0.hour}:{0:%M}'.format(datetime.datetime.fromtimestamp(ms / 1000)))
        with open(SQL, encoding='utf-8') as script:
            self.db.executescript(script.read())
        self.db.execute('CREATE TEMP TABLE lessons (lesson)')
        self.db.executemany('INSERT INTO lessons VALUES (?)', [(lesson,) for lesson in lessons])

    def ask(self, sql, **values):
        return self.db.execute(sql, values).fetchall()

    def number(self, sql, **values):
        return self.ask(sql, **values)[0][0]


def step_title(lesson, place):
    return text_of(lessons[lesson].root.findall('step')[place], 'title')


def said(message, **places):
    """A sentence as a pattern: %u is a number; %s is what its name in places allows, in their order."""
    out, names = '', iter(places.items())
    for piece in re.split(r'(%u|%s)', message):
        if piece == '%s':
            name, pattern = next(names)
            out += f'(?P<{name}>{pattern})'
        else:
            out += r'(\d+)' if piece == '%u' else re.escape(piece)
    return out


def counted(word, many):
    """A sentence that is said of one and of many."""
    return '(?:' + '|'.join(dict.fromkeys(said(n_(word, many, n)) for n in (1, 2))) + ')'


def figure(word, many):
    """A number, and the words that stand beside it."""
    return r'(\d+) ' + counted(word, many)


OF_STUCK = 'FROM stuck JOIN people USING (who) WHERE name = :name AND lesson = lesson_of(:lesson)'
CLASS_NOW = 'SELECT session FROM classes ORDER BY seq DESC LIMIT 1'
HERE_NOW = f'(SELECT count(*) FROM here WHERE session = ({CLASS_NOW}))'
HANDS = """(SELECT count(*) FROM log WHERE verb = 'hand-shown' AND json_extract(body, '$.up') AND
            json_extract(body, '$.round') = (SELECT count(*) FROM log WHERE verb = 'hands-noted'))"""
HELPERS = f"SELECT coalesce(sum(helpers), 0) FROM helpers WHERE session = ({CLASS_NOW}) AND helper = '%s'"
BEGUN = f'SELECT {HERE_NOW} FROM classes WHERE session = ({CLASS_NOW}) AND clock_time(at) = :time'
TICKED_BEFORE = f"""SELECT CAST(strftime('%m', log.at / 1000, 'unixepoch', 'localtime') AS INT),
                          CAST(strftime('%d', log.at / 1000, 'unixepoch', 'localtime') AS INT)
                     FROM log JOIN people USING (who)
                    WHERE verb = 'real-phone-ticked' AND name = :name
                      AND json_extract(body, '$.lesson') = (SELECT lesson FROM classes WHERE session = ({CLASS_NOW}))
                      AND json_extract(body, '$.session') IS NOT ({CLASS_NOW}) ORDER BY log.seq DESC LIMIT 1"""
HERE_TODAY = """SELECT count(DISTINCT who) FROM (
         SELECT who FROM log, clock WHERE at >= today AND verb IN ('run-started', 'step-ended', 'run-ended', 'film-watched') UNION
         SELECT here.who FROM here JOIN classes USING (session), clock WHERE classes.at >= today)"""
MORE = counted('and %u more person', 'and %u more people')

# What stands there (“heading / text”, or the text alone), and what the log is asked. A group that has a name is given to
# the question, one that has none is a number that it must answer.
TABLE = {
    'today': [
        (r'(\d+)月(\d+)日.*', "SELECT CAST(strftime('%m', 'now', 'localtime') AS INT), CAST(strftime('%d', 'now', 'localtime') AS INT)"),
        (figure('person here today', 'people here today'), HERE_TODAY),
        (re.escape(_('Here today')) + ' / ' + MORE, f'SELECT ({HERE_TODAY}) - 6'),
        (figure('lesson newly done alone', 'lessons newly done alone'), 'SELECT count(*) FROM able, clock WHERE able.at >= today'),
        (figure('person to look at a lesson again', 'people to look at a lesson again'), 'SELECT count(DISTINCT who) FROM again'),
        (re.escape(_('To look at again')) + ' / ' + MORE, 'SELECT count(DISTINCT who) - 6 FROM again'),
        ('(?P<name>[^/]+): (?P<lesson>.+) · ' + said(_('Step %u: %s'), step='.+'), 'SELECT place + 1 ' + OF_STUCK),
        (GROUP + r'.*\b' + said(_('since %s'), time=r'\d\d?:\d\d') + '.*' + counted('%u person is here', '%u people are here'), BEGUN),
    ],
    'people': [(counted('%u person', '%u people'), 'SELECT count(*) FROM people')],
    'progress': [
        (figure('can do at least %u lesson alone', 'can do at least %u lessons alone'),
         'SELECT count(*), 3 FROM (SELECT who FROM able GROUP BY who HAVING count(*) >= 3)'),
        (figure('is stuck', 'are stuck'), 'SELECT count(DISTINCT who) FROM stuck'),
        (figure('has a re-check due', 'have a re-check due'), 'SELECT count(DISTINCT who) FROM again'),
        (said(_('Step %u: %s'), step='.+'), 'SELECT place + 1 ' + OF_STUCK),
        (counted('%u try, each time with help', '%u tries, each time with help'), 'SELECT times ' + OF_STUCK),
        # A rule, not a count.
        (re.escape(_('Alone: from beginning to end, with one slip at most')), 'SELECT 1'),
    ],
    'care': [(r'.* · (?P<time>\d\d?:\d\d)', """SELECT 1 FROM log, clock WHERE verb = 'offline-service-given' AND at >= today AND
              clock_time(at) = :time LIMIT 1""")],
    'class': [
        (counted('%u person is here', '%u people are here') + f' · {GROUP} · ' + said(_('since %s'), time=r'\d\d?:\d\d'), BEGUN),
        (said(_('%u of %u are ready')), f'SELECT {HANDS}, {HERE_NOW}'),
        (r'(?P<name>[^、/]+)(?:、[^、\d]+)?、(\d+)月(\d+)日：[^、\d]+(?:、[^、\d]+)?', TICKED_BEFORE),
        *((re.escape(C_('helpers', word)) + r' (\d+)', HELPERS % helper) for word, helper in
          (('Staff', 'staff'), ('Volunteers', 'volunteer'), ('Family', 'family'), ('Learners', 'trainee'))),
    ],
}


def texts():
    """(heading, text) of everything that has a number in it; a number alone takes the words beside it."""
    nodes = [(name, role) for _node, name, role in program.nodes() if name]
    heading = before = ''
    out, taken = [], False
    for (name, role), (after, role_after) in zip(nodes, nodes[1:] + [('', '')]):
        if role == 'heading':
            heading = name
        if role == 'label' and NUMBER.fullmatch(name):
            taken = role_after == 'label'
            out.append((heading, f'{name} {after}' if taken else f'{before} {name}'))
        elif taken:
            taken = False
        # A group of widgets, and a row of the matrix, say once more what stands in them.
        elif NUMBER.search(name) and role not in ('list item', 'panel'):
            out.append((heading, name))
        before = name if role == 'label' else before
    return out


def cards():
    """Of the cards beside the matrix: a person, a lesson, then what has numbers."""
    names, out = [name for _node, name, role in program.nodes() if role == 'label'], []
    for person, lesson, *rest in zip(names, names[1:], names[2:], names[3:] + [''], names[4:] + ['', '']):
        if person in people and lesson in by_title:
            out += [((person, lesson), text) for text in rest if NUMBER.search(text)]
    return out


def check(page, found, **context):
    """Each text by its row of the table."""
    log, used = Log(), set()
    for heading, text in found:
        for pattern, sql in TABLE[page]:
            match = re.fullmatch(pattern, f'{heading} / {text}', re.DOTALL) or re.fullmatch(pattern, text, re.DOTALL)
            if match:
                break
        else:
            raise AssertionError(f'{page}: nobody knows the number of “{heading} / {text}”')
        values = {**context, **match.groupdict()}
        assert all(f':{name}' not in sql or name in values for name in ('name', 'lesson')), f'{page}: whose is “{heading} / {text}”?'
        numbers = [group for i, group in enumerate(match.groups(), 1)
                   if i not in match.re.groupindex.values() and group is not None]
        told = [str(value) for row in log.ask(sql, **values) for value in row]
        assert numbers == told or not numbers and told == ['1'], f'{page}: “{heading} / {text}” says {numbers}, the log says {told}'
        used.add(pattern)
    return used


def wait_to_agree(agree):
    """As soon as the page has its answers, however busy the computer is; what is wrong is so for good."""
    end = time.monotonic() + hand.TIMEOUT_S
    while True:
        try:
            return agree()
        except (AssertionError, StopIteration):
            if time.monotonic() > end:
                raise
        time.sleep(0.1)


def check_page(page, needs_all=True):
    """Every number of it, and every row of the table."""
    def agree():
        used = set()
        if page == 'progress':
            told = cards()
            for (name, lesson), text in told:
                used |= check(page, [('', text)], name=name, lesson=lesson)
            used |= check(page, [both for both in texts() if both[1] not in [text for _who, text in told]])
        else:
            used = check(page, texts())
        missing = [pattern for pattern, _sql in TABLE[page] if pattern not in used]
        assert not missing or not needs_all, f'{page}: nothing says {missing}; there was:\n' + '\n'.join(program.names())

    wait_to_agree(agree)


def practise():
    """Somebody begins a lesson today, so that today has numbers."""
    play.sit_down(program, people[0])
    play.open_lesson(program, lessons['answer-call'])
    play.choose_stage(program, 'follow')
    play.wait_for_step(program, lessons['answer-call'], 0)
    program.press(_('Back'))
    program.press(_('Somebody else'))
    pages.enter_desk(program)


def press_person(person):
    """In a class; behind the name stands what was ticked before, whatever the made-up home did."""
    def find():
        return next((node for node, name, role in program.nodes()
                     if role in hand.BUTTONS and (name == person or name.startswith(person + _(', ')))), None)
    assert program.wait_until(find, person).do_action(0), person


def choose_ticked_lesson():
    """For the class: one that somebody of the group did on the real phone. Which the made-up home comes to next goes by the day."""
    ticked = Log().number("""SELECT title(lesson) FROM ticks JOIN members USING (who) WHERE group_name = :group
                             GROUP BY lesson ORDER BY count(*) DESC, lesson LIMIT 1""", group=GROUP)
    chosen = program.wait_until(lambda: next((name for _node, name, role in program.nodes() if role in hand.BUTTONS and name in by_title), None),
                                "the class's lesson")
    if chosen != ticked:
        program.press(chosen)
        program.press(ticked)


def parts():
    """A class goes on, a service was noted and one taken back: then each part of the desk."""
    practise()
    program.press(_('Start a class'))
    choose_ticked_lesson()
    program.press(_('All are here'))
    program.press(people[3] + _(', ') + _('Here'))
    program.press(_('Begin the class'))
    program.wait_for(_('The class'), 'frame')
    press_person(people[0])
    program.press(_('All hands down'))
    press_person(people[1])
    press_person(people[2])
    press_person(people[3])  # comes late
    for _i in range(2):
        program.press(_('%s: more') % C_('helpers', 'Volunteers'))
    check_page('class')
    program.press(_('The desk'))
    check_page('today')
    program.press(_('People'))
    check_page('people')
    program.press(_('Progress'))
    check_page('progress')
    program.press(_('Calls and services'))
    for _i in range(2):
        program.press(_('Note a service'))
        program.press(_('Paid in cash'))
        program.press(_('Without a name'))
    program.wait_until(lambda: Log().number("SELECT count(*) FROM log WHERE verb = 'offline-service-given'") >= 2, 'two services')
    program.press(f"{_('Take back')}: {_('Paid in cash')}")
    check_page('care')


# A report and its rows, from the beginning: in the order of its columns, x where no number stands.
LINE = """SELECT 'x', (SELECT count(*) FROM classes WHERE {of_class}),
 (SELECT count(*) FROM (SELECT who FROM runs UNION SELECT who FROM here) WHERE {of_who}),
 (SELECT count(*) FROM here JOIN classes USING (session) WHERE {of_class}),
 (SELECT count(*) FROM (SELECT DISTINCT who, day(at) FROM runs) WHERE {of_who}),
 (SELECT count(DISTINCT who) FROM runs WHERE able AND {of_who}),
 (SELECT count(DISTINCT who) FROM ticks WHERE tick = 'alone' AND {of_who}),
 (SELECT printf('%d:%02d', coalesce(sum(helpers * minutes), 0) / 60, coalesce(sum(helpers * minutes), 0) % 60) FROM helpers LEFT JOIN classes USING (session) WHERE {of_class}),
 (SELECT count(*) FROM calls WHERE outcome = 'held' AND {of_who}),
 (SELECT count(*) FROM log WHERE verb = 'offline-service-given' AND {of_who})"""
REPORTS = {
    'Ledger for reporting': ' UNION ALL '.join((
        LINE.format(of_class=f"group_name = '{GROUP}'", of_who='who IN (SELECT who FROM members)'),
        LINE.format(of_class="coalesce(group_name, '') = ''", of_who="coalesce(who, '') NOT IN (SELECT who FROM members)"),
        LINE.format(of_class='1', of_who='1'))),
    'Who can do what': """SELECT substr(p.who, -8), title(l.lesson), 'x',
       day((SELECT at FROM able AS a WHERE a.who = p.who AND a.lesson = l.lesson)),
       day((SELECT max(at) FROM (SELECT who, lesson, max(at, coalesce(ended, at)) AS at FROM runs UNION ALL
                                 SELECT who, json_extract(body, '$.lesson'), at FROM log WHERE verb = 'film-watched') AS seen
             WHERE seen.who = p.who AND seen.lesson = l.lesson)),
       'x', day((SELECT at FROM ticks AS t WHERE t.who = p.who AND t.lesson = l.lesson))
      FROM people AS p, lessons AS l""",
    'Class sheet': """SELECT day(at), title(lesson), group_name, 'x', 'x', (SELECT count(*) FROM here AS h WHERE h.session = c.session),
       (SELECT count(*) FROM here AS h WHERE h.session = c.session AND late),
       coalesce((SELECT minutes FROM length AS l WHERE l.session = c.session), 0),
       (SELECT coalesce(sum(helpers), 0) FROM helpers AS h WHERE h.session = c.session),
       (SELECT printf('%d:%02d', coalesce(sum(helpers * minutes), 0) / 60, coalesce(sum(helpers * minutes), 0) % 60) FROM helpers AS h WHERE h.session = c.session)
      FROM classes AS c""",
    'Hard steps': """SELECT title(lesson), min(place) + 1, step_title(lesson, min(place)), count(DISTINCT steps.who), count(*), sum(level = 0),
       sum(level >= 2 AND stage <> 'follow'), sum(errors), sum(asked), (CAST(avg(ms) AS INT) + 500) / 1000
      FROM steps JOIN runs USING (run) WHERE NOT trap AND stage <> 'watch'
      GROUP BY lesson, step""",
    'Re-checks due': """SELECT substr(x.who, -8), (SELECT group_name FROM members WHERE members.who = x.who), title(x.lesson),
       day(min(x.since)), max(x.days)
      FROM (SELECT who, lesson, since, days FROM due
            UNION ALL
            SELECT s.who, s.lesson,
                   (SELECT max(at) FROM (SELECT who, lesson, max(at, coalesce(ended, at)) AS at FROM runs UNION ALL
                                         SELECT who, json_extract(body, '$.lesson'), at FROM log WHERE verb = 'film-watched') AS seen
                     WHERE seen.who = s.who AND seen.lesson = s.lesson),
                   (SELECT max(d.column1) FROM (VALUES (7), (30), (90)) AS d, able AS a
                     WHERE a.who = s.who AND a.lesson = s.lesson
                       AND EXISTS (SELECT 1 FROM looked_at AS l WHERE l.who = a.who AND l.lesson = a.lesson
                                      AND l.ended >= a.at + d.column1 * 86400000 - 43200000))
              FROM slipped AS s) AS x JOIN again USING (who, lesson)
      GROUP BY x.who, x.lesson""",
    'Certificate': """SELECT 'x', 'x', count(*), max(day(at)) FROM able GROUP BY who""",
}


def read_report(title, n_columns):
    """The rows of the preview, and how many there are said to be."""
    panel = next(node for node, name, role in program.nodes() if role == 'panel' and name == title)
    cells = ['' if name == 'GtkLabel' else name for _node, name, role in program.nodes(panel) if role == 'label']
    assert len(cells) % n_columns == 0, cells
    n_rows = len(cells) // n_columns
    columns = [cells[i + 1:i + n_rows] for i in range(0, len(cells), n_rows)]
    how_many = '|'.join((counted('%u row', '%u rows'), counted('%u row; the first are shown here.', '%u rows; the first are shown here.')))
    said_rows = next(int(NUMBER.search(name)[0]) for _node, name, role in program.nodes()
                     if role == 'label' and re.fullmatch(how_many, name))
    return list(zip(*columns)), said_rows


def fits(shown, wanted):
    """A day may be written out; what has no number is not looked at."""
    for cell, value in zip(shown, wanted):
        cell = re.sub(r'(\d+)年(\d+)月(\d+)日', lambda m: '%s-%02d-%02d' % (m[1], int(m[2]), int(m[3])), cell)
        if value != 'x' and cell != ('' if value is None else str(value)):
            return False
    return True


def agree_rows(title):
    wanted = Log().ask(REPORTS[title])
    rows, n_rows = read_report(_(title), len(wanted[0]))
    assert n_rows == len(wanted), f'{title}: {n_rows} rows are said, the log has {len(wanted)}'
    assert rows and (len(rows) == n_rows or len(rows) == 12), (title, len(rows), n_rows)
    for row in rows:
        found = next((one for one in wanted if fits(row, one)), None)
        assert found is not None, f'{title}: {row} is not in the log: {wanted}'
        wanted.remove(found)


def check_report(title):
    program.press(_(title))
    program.wait_for_button(_('All reports'))
    if title != 'Re-checks due':  # they are due now
        program.press(_('This month'))
        program.wait_for(_('Which days?'), 'heading')
        program.press(_('From the beginning'))
        program.wait_gone(_('Which days?'))
    program.wait_for_button(_('Keep as CSV'))
    wait_to_agree(lambda: agree_rows(title))
    program.press(_('All reports'))


def reports():
    """Every row of every report's preview."""
    program.press(_('Reports'))
    for title in REPORTS:
        check_report(title)


def dated(message, at_ms):
    return datetime.datetime.fromtimestamp(at_ms / 1000).strftime(_(message))


def times_said(word, many, n, nothing):
    return n_(word, many, n).replace('%u', str(n)) if n else nothing


def then_and_now(log, **who):
    """What the card has to say, cell by cell."""
    runs = log.ask("SELECT run, runs.at, coalesce(outcome, '') = 'done' AND stage <> 'watch', stage FROM runs "
                   'JOIN people USING (who) WHERE name = :name AND lesson = lesson_of(:lesson) ORDER BY runs.seq', **who)
    last = runs[-1]
    first = next(run for run in runs if run[2] and run[3] == last[3] or run is last)
    today = log.number('SELECT today FROM clock')
    heads = [_('%s, the first time') % dated('%b %-e', first[1]),
             _('Today') if last[1] >= today else _('%s, the latest time') % dated('%b %-e', last[1])]
    compared = (first, last) if first is not last else (last,)
    sums = [log.ask('SELECT sum(helps), sum(errors), sum(ms) / 1000 FROM steps WHERE run = ?'.replace('?', ':run'), run=run[0])[0]
            for run in compared]
    rows = [[times_said('%u time', '%u times', n, _('no help needed')) for n, _e, _s in sums],
            [times_said('%u tap', '%u taps', n, C_('then and now', 'none')) for _h, n, _s in sums],
            [times_said('%u second', '%u seconds', max(1, n), '') if n < 60 else
             times_said('%u minute', '%u minutes', (n + 30) // 60, '') for _h, _e, n in sums]]
    return [play.stage_name(last[3]), *heads[-len(compared):], C_('then and now', 'Help'), *rows[0],
            _('Taps too many'), *rows[1], _('How long'), *rows[2]]


def person_page():
    """A person's page, word for word where a number stands: facts, then and now, how help fades, what was tapped instead."""
    program.press(_('Today'))
    row = program.wait_until(lambda: next((name for _node, name, role in program.nodes() if role in hand.BUTTONS and ' · ' in name),
                                          None), 'somebody stuck')
    name, lesson = row.split(' · ')[0].split(': ')
    program.press(row)
    program.wait_for(_('Tapped instead'), 'heading')
    wait_to_agree(lambda: agree_person(name, lesson))


def agree_person(name, lesson):
    assert program.find(_('Then and now'), 'heading'), program.names()
    log, who = Log(), {'name': name, 'lesson': lesson}
    # The page is the least that has all of these in it.
    root = program.find(_('Then and now'), 'heading')
    while not {_('Tapped instead'), _('Everybody')} <= {its_name for _node, its_name, _role in program.nodes(root)}:
        root = root.get_parent()
    nodes = [('' if its_name == 'GtkLabel' else its_name, role) for _node, its_name, role in program.nodes(root)]
    here = nodes.index((_('Then and now'), 'heading')) + 1
    wanted = then_and_now(log, **who)
    cells = [its_name for its_name, role in nodes[here:] if role == 'label'][:len(wanted)]
    # A grid tells its cells in the order in which they were put there.
    assert cells == wanted, (cells, wanted)

    titles = [step_title(by_title[lesson], place) for place in range(len(lessons[by_title[lesson]].steps))]
    runs = log.ask('SELECT run, stage, runs.at FROM runs JOIN people USING (who) WHERE name = :name AND lesson = lesson_of(:lesson) '
                   'ORDER BY runs.seq DESC LIMIT 6', **who)[::-1]
    levels = [[log.number('SELECT max(level) FROM steps WHERE run = :run AND place = :place AND NOT trap', run=run[0], place=place)
               for run in runs] for place in range(len(titles))]
    numbers = ' '.join(f"{place + 1} {title}: {' '.join('–' if n is None else str(n) for n in levels[place])};"
                       for place, title in enumerate(titles))
    hits = log.ask("""SELECT place, hit.value, count(*) AS times FROM steps JOIN runs USING (run) JOIN people ON people.who = runs.who,
                      json_each(hits) AS hit WHERE name = :name AND lesson = lesson_of(:lesson) AND NOT trap
                      GROUP BY place, hit.value ORDER BY times DESC, place, hit.value LIMIT 8""", **who)
    able = log.ask('SELECT able.at FROM able JOIN people USING (who) WHERE name = :name AND lesson = lesson_of(:lesson)', **who)
    place, times = log.ask('SELECT place, times ' + OF_STUCK, **who)[0]
    n_runs = log.number('SELECT count(*) FROM runs JOIN people USING (who) WHERE name = :name AND lesson = lesson_of(:lesson)', **who)
    n_new = len(lessons) - log.number("""SELECT count(*) FROM (SELECT who, lesson FROM runs UNION SELECT who, json_extract(body, '$.lesson')
      FROM log WHERE verb = 'film-watched') JOIN people USING (who) WHERE name = :name""", name=name)
    expected = collections.Counter([
        _('Step %u: %s').replace('%u', '%d') % (place + 1, titles[place]),
        n_('%u try, each time with help', '%u tries, each time with help', times).replace('%u', str(times)),
        n_('Practised %u time', 'Practised %u times', n_runs).replace('%u', str(n_runs)),
        *(_('Alone for the first time: %s') % dated('%d %b %Y', at) for at, in able),
        n_('%u lesson not begun', '%u lessons not begun', n_new).replace('%u', str(n_new)),
        *(text for text in wanted if NUMBER.search(text)),
        _('How much help each step took, run by run: 0 none, 4 done for them.') + ' ' + numbers,
        *(f"{dated('%d %b', at)}\n{play.stage_name(stage)}" for _run, stage, at in runs),
        *(f'{place + 1}  {title}' for place, title in enumerate(titles)),
    ])
    for place, hit, times in hits:
        try:
            text = n_('Step %u: “%s”, %u time', 'Step %u: “%s”, %u times', times).replace('%u', '%d') % (place + 1, title_of_target(hit, 'a'), times)
        except KeyError:
            text = n_('Step %u: something without a name, %u time', 'Step %u: something without a name, %u times', times) \
                .replace('%u', '%d') % (place + 1, times)
        expected[text] += 1
    found = collections.Counter(its_name.rstrip() for its_name, role in nodes if NUMBER.search(its_name) and role != 'panel')
    assert found == expected, (found - expected, expected - found)


tap.run(parts, reports, person_page)
program.close()
