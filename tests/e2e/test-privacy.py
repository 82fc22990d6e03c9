# SPDX-License-Identifier: GPL-3.0-or-later
"""Behind the door: somebody says yes and takes it back, takes their records along and is erased without a trace; the local
card is filled in once."""
import datetime
import json
import os

import hand
import pages
import tap
from keys import Keyboard, xdotool
from words import _

PERSON = '欧阳慧珍'
GUARDIAN = '诸葛明珠'
PHONE = '021-5550 0126'
PLACE = '一楼服务台'
OLDER = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=25)).strftime('records-%Y-%m-%dT%H%M%SZ.db')

data_dir = hand.new_data_dir(PERSON, '王福生')
# The list they came from is not the records'.
os.remove(os.path.join(data_dir, 'people.csv'))
hand.hih(data_dir, 'backup', 'make', os.path.join(data_dir, 'elsewhere.db'))
os.makedirs(os.path.join(data_dir, 'backups'), exist_ok=True)
os.rename(os.path.join(data_dir, 'elsewhere.db'), os.path.join(data_dir, 'backups', OLDER))
program = hand.Program(data_dir=data_dir)


def files_with(text):
    """Every file beside the records that holds these bytes."""
    found = []
    for folder, _dirs, names in os.walk(program.data_dir):
        for name in names:
            try:
                with open(os.path.join(folder, name), 'rb') as file:
                    if text.encode() in file.read():
                        found.append(name)
            except FileNotFoundError:  # it went away, or has its own name only now
                pass
    return found


def consents():
    return [(verb, json.loads(body)['by']) for verb, body in program.query(
        "SELECT verb, body FROM event WHERE verb LIKE 'consent-%' ORDER BY device, seq")]


def open_person():
    program.press(_('People'))
    program.press(PERSON)
    program.wait_for_button(_('Keep'))


def say_yes_and_no():
    """Each is one tap; what was said by mistake is taken back, and the list says who is still to be asked."""
    pages.enter_desk(program)
    open_person()
    program.press(_('Consent'))
    program.wait_for(_('Nobody asked yet. Read the text aloud together, then ask.'), 'label')
    program.press(_('A guardian for them'))
    program.wait_for(_('The guardian’s name'))
    program.type_into(_('The guardian’s name'), GUARDIAN)
    program.press(_('Agreed'))
    program.wait_for_button(_('Take consent back'))
    assert consents() == [('consent-given', 'guardian')], consents()
    assert program.find(GUARDIAN, contains=True), program.names()
    assert not program.query('SELECT 1 FROM event WHERE body LIKE ?', f'%{GUARDIAN}%')
    program.press(_('They themselves'))
    program.press(_('Take consent back'))
    program.wait_for_button(_('Agreed'))
    assert consents()[-1] == ('consent-withdrawn', 'self'), consents()
    program.press(_('Undo'))
    program.wait_for_button(_('Take consent back'))
    assert program.query('SELECT given, guardian FROM consent') == [(1, 1)]
    program.press(_('Back'))
    program.press(_('No consent yet'))
    program.wait_gone(PERSON)
    program.wait_for_button('王福生')
    program.press(_('No consent yet'))
    program.wait_for_button(PERSON)


def take_along():
    """One file, everything about one person and nothing of another."""
    path = os.path.join(hand.new_folder(), 'mine.json')
    open_person()
    keyboard = Keyboard(program)
    program.press(_('Take along'))
    dialog = program.wait_until(lambda: set(xdotool('search', '--onlyvisible', '--pid', program.process.pid).split()) -
                                {keyboard.window}, 'the dialog').pop()
    xdotool('windowfocus', '--sync', dialog)
    keyboard.press('ctrl+a')
    keyboard.write(path)
    keyboard.press('Return')
    # It is said only when all of it is there.
    program.wait_for(path, 'label', contains=True)
    with open(path, encoding='utf-8') as file:
        taken = json.load(file)
    assert taken['name'] == PERSON and taken['spoken_for_by'] == GUARDIAN, taken
    assert '王福生' not in json.dumps(taken, ensure_ascii=False)
    assert os.stat(path).st_mode & 0o077 == 0
    xdotool('windowfocus', '--sync', keyboard.window)
    keyboard.press('Escape')
    program.wait_for_button(_('Add somebody'))


def erase():
    """Asked twice; then no byte of the name, nor of who spoke for them, in any file that is not listed."""
    assert 'records.db' in files_with(PERSON) or 'records.db-wal' in files_with(PERSON)
    open_person()
    program.press(_('Erase'))
    program.press(_('Erase for good'))
    assert program.query('SELECT name FROM profile WHERE name = ?', PERSON)
    program.press(_('Really: erase for good'))
    program.wait_for(_('Erased: %s') % PERSON, 'heading')
    # Only backups still hold them: each is listed, and goes too when that is asked for.
    held = program.wait_until(lambda: 'records.db-wal' not in files_with(PERSON) and files_with(PERSON), 'backups')
    assert OLDER in held and 'records.db' not in held, held
    for name in held:
        program.wait_for(name, 'label', contains=True)
    program.press(_('Delete these too'))
    program.wait_for(_('No older file here holds it any more.'), 'label')
    program.wait_until(lambda: not files_with(PERSON) and not files_with(GUARDIAN), 'no trace of the name')
    program.press(_('Back'))
    program.wait_for_button('王福生')
    assert not program.find_button(PERSON)


def fill_in_the_card():
    """Kept in the log, and seen again when the section is opened anew."""
    program.press(_('This home'))
    program.press(_('Local card'))
    program.wait_for(_('Telephone of the desk'))
    program.type_into(_('Telephone of the desk'), PHONE)
    program.type_into(_('Where the desk is'), PLACE)
    program.type_into(_('%s: since when') % _('Health code'), '2022-13-01')
    program.press(_('Keep'))
    program.wait_for(_('A day is written like 2022-12-13, or left empty.'), contains=True)
    assert not program.query("SELECT 1 FROM home_fact WHERE key = 'since-health-code' AND value <> ''")
    program.press(_('Good'))
    program.press(_('%s: %s') % (_('Health code'), _('Retired')))
    program.type_into(_('%s: since when') % _('Health code'), '2022-12-13')
    program.press(_('Keep'))
    program.wait_for(_('Kept. Lessons and cards say it from now on.'), 'label')
    facts = dict(program.query('SELECT key, value FROM home_fact'))
    assert facts == {'phone': PHONE, 'place': PLACE, 'status-health-code': 'retired', 'since-health-code': '2022-12-13'}, facts
    program.press(_('All of this home'))
    program.press(_('How long people are kept'))
    program.wait_for(_('Nobody has been kept longer than that.'), 'label')


tap.run(say_yes_and_no, take_along, erase, fill_in_the_card)
program.close()
