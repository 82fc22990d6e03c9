# SPDX-License-Identifier: GPL-3.0-or-later
"""An instructor's whole class by the buttons alone: the list of people is looked at and comes in, the class is led, the
current goes in its middle, a report is kept, the records are lost and put back. Every number the pages and the file say is
counted once more from the log of events."""
import csv
import glob
import json
import os
import re
import time

import hand
import pages
import play
import tap
from keys import Keyboard
from words import C_, Lesson, _, f_

PEOPLE = ['张桂英', '王福生', '李秀兰', '赵国强', '陈玉珍', '孙建国']
HERE, LATE, AWAY = PEOPLE[:4], PEOPLE[4], PEOPLE[5]
GROUP = '周四下午班'
first = Lesson('device', 'know-the-phone')


def events(program):
    """What is in the log and was not taken back: trainee, verb, body."""
    log = [(device, seq, trainee, verb, json.loads(body)) for device, seq, trainee, verb, body in program.query(
        'SELECT lower(hex(device.uuid)), seq, trainee, verb, body FROM event JOIN device ON device.id = event.device '
        'ORDER BY device.id, seq')]
    voided = {(body['device'].replace('-', ''), body['seq']) for *_place, verb, body in log if verb == 'voided'}
    return [(trainee, verb, body) for device, seq, trainee, verb, body in log if (device, seq) not in voided]


class Count:
    """What the log says of its only class, without any table that the program made of it."""

    def __init__(self, program):
        log = events(program)
        last = {}
        for trainee, verb, body in log:
            last[(verb, trainee, body.get('helper'))] = body
        there = {trainee: body for (verb, trainee, _h), body in last.items() if verb == 'attended' and body['here']}
        noted = [body for (verb, _t, _h), body in last.items() if verb == 'hands-noted']
        round_ = noted[0]['round'] if noted else 0
        self.here = len(there)
        self.late = sum(body['late'] for body in there.values())
        self.hands = (noted[0]['others'] if noted else 0) + sum(
            body['up'] and body['round'] == round_ for (verb, trainee, _h), body in last.items()
            if verb == 'hand-shown' and trainee in there)
        helpers = [body for (verb, _t, _h), body in last.items() if verb == 'helper-time-noted']
        self.helpers = sum(body['helpers'] for body in helpers)
        self.helper_minutes = sum(body['helpers'] * body['minutes'] for body in helpers)
        self.ticks = [sum(body['tick'] == tick for (verb, trainee, _h), body in last.items()
                          if verb == 'real-phone-ticked' and trainee in there) for tick in ('alone', 'with-help', 'not-yet')]
        self.ended = [body for _t, verb, body in log if verb == 'session-held']


def wait_for_hands(program, n_hands, n_here):
    program.wait_for(f_('%u of %u are ready', n_hands, n_here))
    count = Count(program)
    assert (count.hands, count.here) == (n_hands, n_here), vars(count)


def wait_for_person(program, name, *states):
    program.wait_for_button(_(', ').join([name, *states]))


def begin(program):
    """Group and lesson are chosen already; four people are tapped."""
    program.press(_('Start a class'))
    program.wait_for(_('Start a class'), 'frame')
    program.wait_for_button(first.title)
    program.wait_for_button(GROUP)
    assert program.find(_('First tap who is here'), 'push button'), program.names()
    program.press(_('All are here'))
    program.wait_for(f_('%u of %u are here', 6, 6))
    program.press(_('Nobody'))
    for number, name in enumerate(HERE, 1):
        program.press(name)
        program.wait_for(f_('%u of %u are here', number, 6))
    program.press(HERE[0] + _(', ') + _('Here'))
    program.wait_for(f_('%u of %u are here', 3, 6))
    program.press(HERE[0])
    program.wait_for(f_('%u of %u are here', 4, 6))
    program.press(_('Begin the class'))
    program.wait_for(_('The class'), 'frame')
    program.wait_for(first.title, 'heading')
    wait_for_hands(program, 0, 4)


def lead(program):
    ready, alone, helped = C_('hand', 'Ready'), C_('real phone', 'Alone'), C_('real phone', 'With help')
    program.press(HERE[0])
    wait_for_person(program, HERE[0], ready)
    program.press(HERE[1])
    wait_for_person(program, HERE[1], ready)
    program.press(_('One hand more'))
    wait_for_hands(program, 3, 4)
    program.press(_('All hands down'))
    wait_for_hands(program, 0, 4)
    program.press(HERE[2])
    wait_for_person(program, HERE[2], ready)
    program.press(_('Real phone: alone'))
    program.press(HERE[0])
    wait_for_person(program, HERE[0], alone)
    program.press(_('Real phone: with help'))
    program.press(HERE[1])
    wait_for_person(program, HERE[1], helped)
    # A wrong one, and taken back by the same tap.
    program.press(HERE[3])
    wait_for_person(program, HERE[3], helped)
    program.press(_(', ').join([HERE[3], helped]))
    wait_for_person(program, HERE[3])
    # A tap lets the late-comer in, whatever a tap means just now.
    program.press(LATE)
    wait_for_person(program, LATE, _('Came late'))
    for number in (1, 2):
        program.press(f_('%s: more', C_('helpers', 'Volunteers')))
        program.wait_until(lambda: Count(program).helpers == number, f'{number} helpers on disk')
    wait_for_hands(program, 1, 5)


def lose_current(program):
    """kill -9: all that was seen is there again, and the desk offers to go on."""
    before = events(program)
    program.kill()
    again = hand.Program(data_dir=program.data_dir)
    assert events(again) == before
    pages.enter_desk_again(again)
    again.press(_('Go on with the class'))
    again.wait_for(_('The class'), 'frame')
    wait_for_hands(again, 1, 5)
    wait_for_person(again, HERE[0], C_('real phone', 'Alone'))
    wait_for_person(again, HERE[1], C_('real phone', 'With help'))
    wait_for_person(again, HERE[2], C_('hand', 'Ready'))
    wait_for_person(again, HERE[3])
    wait_for_person(again, LATE, _('Came late'))
    wait_for_person(again, AWAY)
    return again


def see_all(program, *names):
    """What a finger is to press stands in the window."""
    window = program.wait_for(_('On the projector'), 'frame').get_extents(hand.Atspi.CoordType.WINDOW)
    for name in names:
        place = program.wait_for_button(_(name)).get_extents(hand.Atspi.CoordType.WINDOW)
        assert 0 <= place.x and place.x + place.width <= window.width <= 1280, (name, place.x, place.width, window.width)
        assert 0 <= place.y and place.y + place.height <= window.height <= 800, (name, place.y, place.height, window.height)


def show(program):
    """The lesson for all to see; nothing but the class is in the log afterwards."""
    before = events(program)
    program.press(_('On the projector'))
    program.wait_for(_('On the projector'), 'frame')
    n_steps = len(first.steps)
    program.wait_for(f_('Step %u of %u', 1, n_steps))
    # A film says it in its captions, a few words at a time.
    say = first.steps[0].say
    program.wait_until(lambda: program.find(say, 'heading') or say[:6] in play.caption(program), say)
    program.wait_for(f_('%u of %u are ready', 1, 5))
    # However many steps a film has, and whatever is to be read, nothing is pushed out of the window.
    see_all(program, 'To the class', 'Somebody tries', 'Light: off')
    program.press(_('The next step'))
    program.wait_for(f_('Step %u of %u', 2, n_steps))
    program.press(_('The step before'))
    program.wait_for(f_('Step %u of %u', 1, n_steps))
    program.press(_('Somebody tries'))
    program.wait_for_button(_('All watch'))
    see_all(program, 'The step before', 'Show how', 'The next step', 'All watch', 'Light: off', 'To the class')
    # By the clicker alone: the hand does each step.
    program.press(_('The next step'))
    program.wait_for(f_('Step %u of %u', 2, n_steps))
    program.press(_('To the class'))
    program.wait_for(_('The class'), 'frame')
    wait_for_hands(program, 1, 5)
    assert events(program) == before, 'something of the showing was recorded'


def stands_still(program):
    still = program.names()
    time.sleep(3)
    return program.names() == still


def show_by_keys(program):
    """A clicker has few keys, and they are enough; hands are counted, but of no person anything is recorded."""
    before = [event for event in events(program) if event[0]]
    keyboard = Keyboard(program)
    program.press(_('On the projector'))
    program.wait_for(_('On the projector'), 'frame')
    program.wait_for(f_('Step %u of %u', 1, len(first.steps)))
    for key, step in (('Page_Down', 2), ('Right', 3), ('Page_Up', 2), ('Left', 1)):
        keyboard.press(key)
        program.wait_for(f_('Step %u of %u', step, len(first.steps)))
    for key, ready in (('Up', 2), ('Up', 3), ('Down', 2), ('Down', 1)):
        keyboard.press(key)
        program.wait_for(f_('%u of %u are ready', ready, 5))
    program.press(_('Somebody tries'))
    program.wait_for_button(_('All watch'))
    # Nobody can: the hand does it.
    keyboard.press('Page_Down')
    program.wait_for(f_('Step %u of %u', 2, len(first.steps)))
    program.press(_('All watch'))
    program.wait_for_button(_('Somebody tries'))
    # What is shown stands still, and goes on.
    keyboard.press('space')
    time.sleep(0.5)
    # A busy computer may hear of it later than that.
    assert stands_still(program) or stands_still(program), 'Space did not stop it'
    still = program.names()
    keyboard.press('space')
    program.wait_until(lambda: program.names() != still, 'it to go on')
    keyboard.press('Escape')
    program.wait_for(_('The class'), 'frame')
    wait_for_hands(program, 1, 5)
    assert [event for event in events(program) if event[0]] == before, 'something of a person was recorded'


def end(program):
    program.press(_('End the class'))
    program.wait_for(_('Is the class over?'), 'heading')
    # As long as the clock says, in whole fives; the least is five.
    begun = 5
    program.wait_for(str(begun), 'label')
    for minutes in range(begun + 5, begun + 20, 5):
        program.press(f_('%s: more', _('Minutes of class')))
        program.wait_for(str(minutes), 'label')
    program.press(_('End the class'))
    program.wait_for(_('The class is over.'), 'heading')
    count = Count(program)
    assert len(count.ended) == 1 and count.ended[0]['persons'] == 5, count.ended
    minutes = count.ended[0]['minutes']
    assert minutes == begun + 15, minutes
    assert (count.helpers, count.helper_minutes) == (2, 2 * minutes), vars(count)
    assert (count.here, count.late, count.ticks) == (5, 1, [1, 1, 0]), vars(count)
    said = next(name for name in program.names() if '\n' in name and str(minutes) in name)
    numbers = [int(number) for number in re.findall(r'\d+', said)]
    assert numbers == [count.here, count.late, minutes, count.helpers, count.helper_minutes, *count.ticks], said
    # What the program made of the log says the same.
    [(persons, here)] = program.query('SELECT persons, (SELECT count(*) FROM attendance WHERE here) FROM class_end')
    assert persons == here == count.here
    program.press(_('Go on after all'))
    wait_for_hands(program, 1, 5)
    program.press(_('End the class'))
    program.wait_for(_('Is the class over?'), 'heading')
    program.press(_('End the class'))
    program.wait_for(_('The class is over.'), 'heading')
    program.press(_('Back to the desk'))
    program.wait_for_button(_('Start a class'))


def bring_in(program):
    """The preview first: a row that cannot be read and somebody who is here already; nothing comes in before it is said."""
    path = os.path.join(hand.new_folder(), 'list.csv')
    with open(path, 'w', encoding='utf-8-sig') as out:
        out.write('姓名\t分组\n' + ''.join(f'{name}\t{GROUP}\n' for name in PEOPLE) + f'\t{GROUP}\n')
    pages.open_list(program, path)
    program.wait_for_button(_('Bring in the others, without the rows that cannot be read'))
    said = program.names()
    # Row 2 of the spreadsheet is the one who is here, row 8 has no name.
    rows = [name for name in said if GROUP in name or _('There is no name') in name]
    assert any('2' in row and PEOPLE[0] in row for row in rows) and any('8' in row and _('There is no name') in row for row in rows), rows
    assert program.query('SELECT count(*) FROM profile') == [(1,)]
    program.press(_('The same people'))
    program.press(_('Bring in the others, without the rows that cannot be read'))
    program.press(_('Bring them in'))
    program.wait_until(lambda: program.query('SELECT count(*) FROM profile') == [(len(PEOPLE),)], 'the people of the list')
    added = [verb for _t, verb, _b in events(program) if verb == 'trainee-added']
    assert len(added) == len(PEOPLE), added


def report(program):
    """The class sheet on the page and in the file: the numbers of the log."""
    count = Count(program)
    program.press(_('Reports'))
    program.press(_('Class sheet'))
    program.wait_for_button(_('Keep as CSV'))
    program.press(_('Keep as CSV'))
    program.wait_for(_('Where shall the report lie?'), contains=True)
    # GTK's own dialog calls it twice by its name.
    program.press(_('Keep'), contains=True)
    program.wait_for(_('The report is written'), 'heading')
    [kept] = glob.glob(os.path.expanduser('~/**/*.csv'), recursive=True)
    with open(kept, encoding='utf-8-sig', newline='') as file:
        head, *rows = csv.reader(file)
    os.remove(kept)
    minutes = count.ended[-1]['minutes']
    [row] = rows
    wanted = [first.title, GROUP, *map(str, (count.here, count.late, minutes, count.helpers)),
              f'{count.helper_minutes // 60}:{count.helper_minutes % 60:02}']
    assert [row[i] for i in (1, 2, 5, 6, 7, 8, 9)] == wanted, (head, row, wanted)
    program.press(_('Back'))
    program.wait_gone(_('The report is written'))
    shown = {name for _node, name, role in program.nodes() if role == 'label'}
    assert set(wanted) <= shown, (wanted, shown)


def lose_and_restore(program):
    """A backup; then the records are spoiled by a wrong hand, and put back. All of the class is there, and nothing since."""
    before = events(program)
    backup = os.path.join(hand.new_folder(), 'records.db')
    hand.hih(program.data_dir, 'backup', 'make', backup)
    program.press(_('People'))
    program.press(PEOPLE[0])
    program.wait_for_button(_('Keep'))
    program.type_into(_('Name or nickname'), '张三')
    program.press(_('Keep'))
    program.wait_until(lambda: program.query("SELECT 1 FROM profile WHERE name = '张三'"), 'the wrong name')
    program.close()
    hand.hih(program.data_dir, 'backup', 'restore', backup)
    again = hand.Program(data_dir=program.data_dir)
    assert events(again) == before
    assert again.query('SELECT count(*) FROM device') == [(2,)], 'the restored file goes on as itself'
    pages.enter_desk_again(again)
    program = again
    program.press(_('People'))
    program.wait_for_button(PEOPLE[0])
    assert not program.find('张三')
    program.press(_('Reports'))
    program.press(_('Class sheet'))
    program.wait_for(first.title, 'label')
    return program


def whole_class():
    """Import, choose, mark who is here, hands, ticks, a late-comer, kill -9, go on, the projector, end, report, restore."""
    program = hand.Program(data_dir=hand.new_data_dir(PEOPLE[0]))
    pages.enter_desk(program)
    bring_in(program)
    begin(program)
    lead(program)
    program = lose_current(program)
    show(program)
    show_by_keys(program)
    end(program)
    report(program)
    program = lose_and_restore(program)
    program.close()


def home_log():
    """A family call is planned, tried and held, and taken back; two taps note a service."""
    program = hand.Program(data_dir=hand.new_data_dir(*PEOPLE))
    pages.enter_desk(program)
    program.press(_('Calls and services'))
    program.wait_for(_('No family call is planned for this week.'))
    program.press(_('Plan a call'))
    program.press(HERE[0])
    program.press(C_('day', 'Today') + _(', ') + C_('day', 'Evening'))
    program.press(f"{_('Not reached')}: {HERE[0]}")
    program.press(f"{_('Held now')}: {HERE[0]}")
    program.press(C_('helper', 'A volunteer'))
    program.wait_for(_('Held. Who helped: %s') % C_('helper', 'A volunteer'))
    calls = [(verb, body.get('outcome'), body.get('helper')) for _t, verb, body in events(program) if 'call' in body]
    assert calls == [('family-call-planned', None, None), ('family-call-held', 'not-reached', 'nobody'),
                     ('family-call-held', 'held', 'volunteer')], calls
    program.press(f"{_('Take back')}: {HERE[0]}")
    program.wait_for(_('Not reached'), 'label')
    program.press(f"{_('Take back')}: {HERE[0]}")
    program.press(f"{_('Leave out')}: {HERE[0]}")
    program.wait_for(_('No family call is planned for this week.'))
    assert not [body for _t, _verb, body in events(program) if 'call' in body]
    program.press(_('Note a service'))
    program.press(_('Paid in cash'))
    program.press(_('Without a name'))
    program.wait_for(_('Paid in cash'), 'label')
    program.press(_('Note a service'))
    program.press(_('Went along'))
    program.press(HERE[1])
    program.wait_for(_('Went along'), 'label')
    given = [(trainee is None, body['kind']) for trainee, verb, body in events(program) if verb == 'offline-service-given']
    assert given == [(True, 'paid-in-cash'), (False, 'accompanied')], given
    assert program.query('SELECT kind FROM offline_service ORDER BY seq') == [('paid-in-cash',), ('accompanied',)]
    program.press(f"{_('Take back')}: {_('Paid in cash')}")
    program.wait_gone(_('Paid in cash'))
    assert program.query('SELECT kind FROM offline_service') == [('accompanied',)]
    program.close()


tap.run(whole_class, home_log)
