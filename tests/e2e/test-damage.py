# SPDX-License-Identifier: GPL-3.0-or-later
"""Records that are damaged, gone or cannot be written, through the real window; and a copy that is put back.

HIH_E2E_DISK_SIZES says with how much room left a disk fills up in mid-lesson (4); tests/soak trouble tries more.
"""
import datetime
import glob
import os
import shutil
import sqlite3

import disk
import hand
import pages
import play
import tap
from words import C_, _, n_

PERSON = pages.PERSON
DISK_SIZES = int(os.environ.get('HIH_E2E_DISK_SIZES', '4'))
# The program says in its log what it found; that is a warning, and here it is wanted.
CALM = 'gc-friendly,fatal-criticals'
DAMAGED_START = _('The book of what was practised was damaged. Its newest good copy, of %s, is in its place now. You need '
                  'do nothing, just practise. Please tell whoever looks after this computer.').split('%s')
LOST = _('The book of what was practised was damaged, and there is no good copy of it. A new one was begun, and the old '
         'one is kept. You need do nothing, just practise. Please tell whoever looks after this computer.')


# Of six days ago: what keeping copies thins out does not reach it.
OLDER_AT = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=6)
OLDER = OLDER_AT.strftime('records-%Y-%m-%dT%H%M%SZ.db')
OLDER_SAID = OLDER_AT.astimezone().strftime(_('%B %-e, %-H:%M'))


def zero_a_page(path):
    with open(path, 'r+b') as out:
        out.seek(4096)
        out.write(bytes(os.path.getsize(path) - 4096))


def cut(path):
    os.truncate(path, os.path.getsize(path) // 2)


def scramble(path):
    with open(path, 'wb') as out:
        out.write(os.urandom(50000))


def empty(path):
    os.truncate(path, 0)


DAMAGES = (zero_a_page, cut, scramble, empty)


def damage(data_dir, how):
    path = os.path.join(data_dir, 'records.db')
    with sqlite3.connect(path) as db:
        db.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    db.close()
    how(path)
    with open(path, 'rb') as file:
        return file.read()


def kept(data_dir):
    """What lies in the folder of the damaged file."""
    files = glob.glob(os.path.join(data_dir, 'damaged-*', 'records.db'))
    assert len(files) == 1, files
    with open(files[0], 'rb') as file:
        return files[0], file.read()


def make_backup(data_dir):
    """One copy, and no other: the day's own is made as the records are opened."""
    copy = os.path.join(hand.new_folder(), 'copy.db')
    hand.hih(data_dir, 'backup', 'make', copy)
    for file in glob.glob(os.path.join(data_dir, 'backups', '*')):
        os.remove(file)
    shutil.copy(copy, os.path.join(data_dir, 'backups', OLDER))


def test_restored():
    """A damaged file: the copy is opened, said so to whoever sits here, and to the instructor until it was read"""
    for how in DAMAGES:
        data_dir = hand.new_data_dir(PERSON)
        make_backup(data_dir)
        left = damage(data_dir, how)
        program = hand.Program(data_dir=data_dir, strict=CALM)
        program.wait_for(_('A word for the teacher'), 'heading')
        said = next(name for name in (node[1] for node in program.nodes()) if name.startswith(DAMAGED_START[0]))
        assert said.endswith(DAMAGED_START[1]) and OLDER_SAID in said, said
        path, bytes_kept = kept(data_dir)
        assert bytes_kept == left, how.__name__
        pages.close_sheet(program)
        program.wait_for(PERSON, 'push button')
        program.close()
        if how is not zero_a_page:
            continue
        # Whoever tapped it away may have told nobody: the next start still tells the instructor.
        program = hand.Program(data_dir=data_dir)
        program.wait_for(PERSON, 'push button')
        assert program.find(_('A word for the teacher'), 'heading') is None
        pages.enter_desk(program)
        program.wait_for(_('The records were damaged'), 'heading')
        assert any(path in name for _node, name, _role in program.nodes()), program.names()
        program.press(C_('desk', 'I have read it'))
        program.wait_gone(_('The records were damaged'))
        program.close()


def test_lost():
    """No good copy: said so, a new one begun, the damaged file kept; a copy that is damaged too does not help"""
    for how in DAMAGES:
        data_dir = hand.new_data_dir(PERSON)
        make_backup(data_dir)
        scramble(os.path.join(data_dir, 'backups', OLDER))
        left = damage(data_dir, how)
        program = hand.Program(data_dir=data_dir, strict=CALM)
        program.wait_for(LOST)
        assert kept(data_dir)[1] == left, how.__name__
        assert program.query('SELECT count(*) FROM trainee') == [(0,)]
        program.close()


def test_cannot_be_written():
    """A place that cannot be written: a calm word, and one can practise as a guest"""
    place = os.path.join(hand.new_folder(), 'file')
    with open(place, 'w', encoding='utf-8') as out:
        out.write('x')
    program = hand.Program(data_dir=os.path.join(place, 'site'), strict=CALM, env={'GSETTINGS_BACKEND': 'memory'})
    program.wait_for(_('This computer does not let us write things down. You can practise all the same.'))
    pages.close_sheet(program)
    program.wait_for_button(_('I am new here, just looking'))
    program.close()


def read_only(path):
    """For a program of ours alone, and gone with it. Modes mean nothing to root, so it is mounted."""
    if os.geteuid() == 0:
        return ('unshare', '--mount', 'sh', '-c', 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"', path)
    return ('sh', '-c', 'chmod a-w "$0" && exec "$@"', path)


def in_read_only(what):
    """A program whose home, or records, may only be read; how it is looked at; and that nothing was changed."""
    data_dir = hand.new_data_dir(PERSON)
    before = hand.query(data_dir, 'SELECT * FROM event ORDER BY device, seq')
    path = os.path.normpath(os.path.join(data_dir, what))
    program = hand.Program(data_dir=data_dir, strict=CALM, env={'GSETTINGS_BACKEND': 'memory'}, wrapper=read_only(path))
    yield program
    program.close()
    os.chmod(path, 0o700)
    assert hand.query(data_dir, 'SELECT * FROM event ORDER BY device, seq') == before
    assert not glob.glob(os.path.join(data_dir, 'damaged-*'))
    # The next day all is well again.
    program = hand.Program(data_dir=data_dir)
    program.wait_for(PERSON, 'push button')
    program.close()


READ_ONLY = _('This computer does not let us write things down. You can practise all the same.')


def test_read_only_home():
    """A home that may only be read: a calm word at once, and one can practise as a guest"""
    for program in in_read_only('.'):
        program.wait_for(READ_ONLY)
        pages.close_sheet(program)
        program.wait_for_button(_('I am new here, just looking'))


def test_read_only_records():
    """Records that may only be read: everybody is there, the calm word comes with the first step, and the lesson goes on"""
    for program in in_read_only('records.db'):
        play.sit_down(program, PERSON)
        play.open_lesson(program, pages.lesson)
        # What cannot be written down is told at once: the word may be there before the stage was seen.
        program.press(play.stage_name('follow'), contains=True)
        program.wait_for(READ_ONLY)
        pages.close_sheet(program)
        play.wait_for_stage(program, 'follow')
        play.wait_for_step(program, pages.lesson, 0)


def test_no_runtime_dir():
    """A login that gave no folder for the time of it: the lesson goes on, and is kept"""
    env = {'XDG_RUNTIME_DIR': os.path.join(hand.new_folder(), 'nowhere')}
    program = hand.Program(data_dir=hand.new_data_dir(PERSON), env=env)
    play.sit_down(program, PERSON)
    play.open_lesson(program, pages.lesson)
    play.choose_stage(program, 'follow')
    play.wait_for_step(program, pages.lesson, 0)
    play.do_and_wait(program, pages.lesson.steps[0], pages.lesson.layouts[0], 'follow', 1)
    program.close()


DISK_FULL = _('This computer has no room left. You can practise on, but it is not kept.')


def log_of(data_dir):
    return hand.query(data_dir, 'SELECT device, seq, id, verb, body FROM event ORDER BY device, seq')


def fill_up(program, folder, stage, kib):
    """A stage with so much room left after its first step; there is room again before its last one. Returns what was kept before the word came."""
    lesson, data_dir = pages.lesson, program.data_dir
    n_runs = len(play.runs_of(program.query))
    program.press(play.stage_name(stage), contains=True)
    program.wait_until(lambda: len(play.runs_of(program.query)) > n_runs, 'a new run on disk')
    layout = play.runs_of(program.query)[-1][0][1]['layout']
    kept, told = log_of(data_dir), 0
    for index, step in enumerate(lesson.steps):
        play.wait_for_step(program, lesson, index)
        if index == 1:
            disk.leave_room(folder, kib)
        elif index == len(lesson.steps) - 1:
            disk.give_room(folder)
        play.do_step(program, step, layout, stage)
        if not told:
            # What goes on without the word is kept.
            program.wait_until(lambda: program.find(DISK_FULL) or len(log_of(data_dir)) > len(kept), 'a step on disk, or the word')
            told = index if program.find(DISK_FULL) else 0
            if told:
                pages.close_sheet(program)
            else:
                kept = log_of(data_dir)
    program.wait_until(lambda: play.runs_of(program.query)[-1][-1][0] == 'run-ended', 'the end of the run on disk')
    assert program.find(DISK_FULL) is None, 'it was told more than once'
    assert log_of(data_dir)[:len(kept)] == kept, 'what was in the log is there no more'
    return told


def test_full_disk():
    """A disk that fills up in mid-lesson, at stepped sizes: a calm word once, the lesson goes on, nothing that was kept is lost"""
    disk.must_mount()
    with disk.folder_of(disk.MUCH_KIB) as folder:
        data_dir = os.path.join(folder, 'site')
        shutil.copytree(hand.new_data_dir(PERSON), data_dir)
        program = hand.Program(data_dir=data_dir, strict=CALM)
        play.sit_down(program, PERSON)
        play.open_lesson(program, pages.lesson)
        # A step takes some 10 KiB. Where SQLite began its journal anew none is used up, now and then.
        told = [fill_up(program, folder, ('follow', 'guided')[number % 2], 40 * number // DISK_SIZES) for number in range(DISK_SIZES)]
        print(f'# {DISK_SIZES} sizes; the word came after step {", ".join(map(str, told))}')
        assert sum(step > 0 for step in told) * 4 >= DISK_SIZES * 3, told
        program.close()
        kept = log_of(data_dir)
        assert hand.hih(data_dir, 'backup', 'check', os.path.join(data_dir, 'records.db'))
        # A start without any room: a calm word, or all is there; and with room again nothing is missing.
        for kib in range(0, 4 * DISK_SIZES, 16):
            disk.leave_room(folder, kib)
            program = hand.Program(data_dir=data_dir, strict=CALM, env={'GSETTINGS_BACKEND': 'memory'})
            program.wait_until(lambda: program.find(DISK_FULL) or program.find(PERSON, 'push button'), 'the word, or the person')
            print(f'# started with {kib} KiB: {"the word" if program.find(DISK_FULL) else "the person"}')
            program.close()
            disk.give_room(folder)
            assert log_of(data_dir) == kept
            assert not glob.glob(os.path.join(data_dir, 'damaged-*'))
        program = hand.Program(data_dir=data_dir)
        program.wait_for(PERSON, 'push button')
        program.close()


def test_put_back():
    """The desk's copies: one more, a close look, putting one back says what will be missing and is a new device"""
    data_dir = hand.new_data_dir(PERSON)
    make_backup(data_dir)
    sheet = os.path.join(data_dir, 'more.csv')
    with open(sheet, 'w', encoding='utf-8') as out:
        out.write('姓名\n王福生\n李秀兰\n')
    hand.hih(data_dir, 'trainee', 'import', sheet)
    device = hand.query(data_dir, 'SELECT uuid FROM device WHERE me = 1')
    program = hand.Program(data_dir=data_dir)
    program.wait_for('李秀兰', 'push button')
    pages.enter_desk(program)
    program.press(_('This home'))
    program.press(_('Copies of the records'))
    program.press(_('Make a backup now'))
    program.wait_for(_('A good copy lies here: %s').split('%s')[0], contains=True)
    backups = len(os.listdir(os.path.join(data_dir, 'backups')))
    oldest = program.wait_until(lambda: [name for _node, name, role in program.nodes()
                                         if role == 'push button' and name.startswith(_('Put back') + ': ') and OLDER_SAID in name],
                                'the older copy')[-1]
    program.press(oldest.replace(_('Put back'), _('Check'), 1))
    program.wait_for(n_('Looked at closely: it is good. %u person is in it, and the last entry is of %s.',
                        'Looked at closely: it is good. %u people are in it, and the last entry is of %s.', 1).split('%u')[0],
                     contains=True)
    program.press(oldest)
    program.wait_for(_('What was written down since then will be missing:'))
    added = n_('%u person who was added', '%u people who were added', 2).replace('%u', '2')
    assert any(added in name for _node, name, _role in program.nodes()), program.names()
    # Nothing has happened yet, and one can leave it so.
    program.press(_('Leave all as it is'))
    program.wait_for_button(_('Make a backup now'))
    assert program.query('SELECT count(*) FROM trainee WHERE added = 1') == [(3,)]
    program.press(oldest)
    program.press(_('Put back'))
    program.wait_for(_('The records of %s are back.').split('%s')[1], contains=True)
    assert program.query('SELECT count(*) FROM trainee WHERE added = 1') == [(1,)]
    assert program.query('SELECT uuid FROM device WHERE me = 1') != device
    assert len(os.listdir(os.path.join(data_dir, 'backups'))) == backups + 1
    assert len(glob.glob(os.path.join(data_dir, 'replaced-*', 'records.db'))) == 1
    program.press(_('To the desk'))
    program.wait_for_button(_('Make a backup now'))
    program.press(_('Hand over to trainees'))
    program.wait_for(PERSON, 'push button')
    assert program.find('李秀兰', 'push button') is None
    program.close()
    shutil.rmtree(data_dir, ignore_errors=True)


disk.enter()
tap.run_found(globals())
