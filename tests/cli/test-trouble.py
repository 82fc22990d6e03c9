# SPDX-License-Identifier: GPL-3.0-or-later
"""test-trouble.py HIH: a full disk, a home and records that are read-only, clocks that are wrong. Prints TAP.

The disk is a tmpfs of a few sizes, in a mount namespace of this test alone; where one may not mount (not root), a limit on the size
of files stands in for it, and modes for what is read-only; the first line says which. HIH_DISK_SIZES says how many sizes between 200 KiB and
2 MiB (20); 460 are all of them in steps of 4 KiB.
"""
import contextlib
import glob
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

import disk
import tap

HIH = sys.argv[1]
SIZES = int(os.environ.get('HIH_DISK_SIZES', '20'))
FAKETIME = next(iter(glob.glob('/usr/lib/*/faketime/libfaketime.so.1')), None)
PEOPLE_A_FILE = 150


def hih(data_dir, *words, limit=None, clock=None, zone=None):
    def bound():
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    env = dict(os.environ)
    if clock is not None:
        env.update(LD_PRELOAD=FAKETIME, FAKETIME=clock, FAKETIME_DONT_FAKE_MONOTONIC='1', ASAN_OPTIONS='verify_asan_link_order=0:detect_leaks=0')
    if zone is not None:
        env['TZ'] = zone
    result = subprocess.run([HIH, '--data-dir', data_dir, *words], capture_output=True, text=True, timeout=60, env=env, check=False,
                            preexec_fn=bound)
    assert result.returncode in (0, 1), (words, result.returncode, result.stderr)
    # Calm: one clear line, besides what a backup that nobody asked for says for the log; nothing about criticals.
    lines = [line for line in result.stderr.splitlines() if line and not (line.startswith('** Message: ') and 'backup' in line)]
    assert len(lines) <= 1 and not any(word in result.stderr for word in ('CRITICAL', 'WARNING', 'assertion', '(null)')), result.stderr
    assert result.returncode == 0 or lines, (words, result.stderr)
    return result


def people(data_dir):
    answer = hih(data_dir, 'trainee', 'list', '--format=csv')
    assert answer.returncode == 0, answer.stderr
    return len(answer.stdout.splitlines()) - 1


def assert_sound(data_dir):
    verdict = hih(data_dir, 'backup', 'check', os.path.join(data_dir, 'records.db'))
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


def write_people(folder, number):
    path = os.path.join(folder, f'people-{number}.csv')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('name,group\n' + ''.join(f'p-{number}-{i},g-{i % 7}\n' for i in range(PEOPLE_A_FILE)))
    return path


def fill(kib, source):
    """Imports until the disk is full; returns how many were acknowledged and what was said."""
    limit = None if disk.MOUNTS else kib * 1024
    with disk.folder_of(kib) as folder:
        data_dir = os.path.join(folder, 'home')
        acknowledged, mistake = 0, ''
        for number in range(38):
            answer = hih(data_dir, 'trainee', 'import', source[number], limit=limit)
            if answer.returncode != 0:
                mistake = answer.stderr
                break
            acknowledged += PEOPLE_A_FILE
        assert mistake, f'{kib} KiB were never full'
        # And again, without room: as calm as before.
        again = hih(data_dir, 'trainee', 'import', source[number], limit=limit)
        acknowledged += PEOPLE_A_FILE if again.returncode == 0 else 0
        hih(data_dir, 'backup', 'make', os.path.join(folder, 'copy.db'), limit=limit)
        left = [name for _, _, names in os.walk(folder) for name in names if '.part-' in name]
        assert not left, (kib, left)
        disk.give_room(folder)
        assert people(data_dir) == acknowledged, (kib, people(data_dir), acknowledged)
        assert_sound(data_dir)
        # Once there is room the next goes in.
        answer = hih(data_dir, 'trainee', 'import', source[number + 1])
        assert answer.returncode == 0, answer.stderr
        assert people(data_dir) == acknowledged + PEOPLE_A_FILE
        return acknowledged, mistake


def test_full_disk():
    """A disk that is full: all that was acknowledged is there, and it goes on when there is room."""
    print(f'# {"tmpfs" if disk.MOUNTS else "limits on the size of files, because nothing may be mounted here"}', flush=True)
    with tempfile.TemporaryDirectory(prefix='hih-trouble-') as folder:
        source = [write_people(folder, number) for number in range(40)]
        n, said = 0, set()
        for step in range(SIZES):
            acknowledged, mistake = fill(200 + 4 * round(step * 460 / SIZES), source)
            n += acknowledged
            said.add(mistake.split(':')[-1].strip())
        print(f'# {SIZES} sizes, {n} people acknowledged, none lost; said: {"; ".join(sorted(said))}')
        assert n > 0


MAKERS = (('report', 'completion', '--format=csv', 'x.csv'), ('report', 'completion', '--format=xlsx', 'x.xlsx'),
          ('report', 'completion', '--format=pdf', 'x.pdf'), ('lesson', 'sheet', 'video-call', 'x.pdf'),
          ('lesson', 'sheet', 'video-call', 'x.png'), ('card', 'login', 'x.pdf'), ('card', 'step', 'video-call', 'x.pdf'),
          ('backup', 'make', 'x.db'), ('film', 'make', 'video-call', 'x.webm'))


def fail_to_make(data_dir, kib, maker):
    """Says that there is no room, in one line; what lay there stays, and nothing else does."""
    with disk.folder_of(kib) as folder:
        path = os.path.join(folder, maker[-1])
        pictures = os.path.join(folder, 'x.pictures')
        os.mkdir(pictures)
        # Of a backup that is there another must not be made.
        kept = [os.path.join(pictures, 'title.png')] + ([path] if maker[0] != 'backup' else [])
        for file in kept:
            with open(file, 'w', encoding='utf-8') as old:
                old.write('old')
        answer = hih(data_dir, *maker[:-1], *(['-o'] if maker[0] != 'backup' else []), path)
        assert answer.returncode == 1, (kib, maker)
        assert re.search('[Nn]o space left|disk is full', answer.stderr), (kib, maker, answer.stderr)
        left = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]
        assert sorted(left) == sorted(kept) and os.listdir(pictures) == ['title.png'], (kib, maker, left)
        for file in kept:
            with open(file, encoding='utf-8') as old:
                assert old.read() == 'old', (kib, file)


def test_small_disk():
    """All that makes files, on a disk with no room for them."""
    disk.must_mount()
    with tempfile.TemporaryDirectory(prefix='hih-trouble-') as folder:
        data_dir = make_home(folder)
        for maker in MAKERS:
            fail_to_make(data_dir, 12, maker)
        # Where the copy itself has room, but not the little that SQLite puts beside it.
        size = os.path.getsize(os.path.join(data_dir, 'records.db')) // 1024
        for kib in range(size, size + 48, 6):
            with disk.folder_of(kib) as small:
                answer = hih(data_dir, 'backup', 'make', os.path.join(small, 'x.db'))
                assert answer.returncode == 0 or 'disk is full' in answer.stderr, (kib, answer.stderr)
        # In mid-film.
        fail_to_make(data_dir, 200, MAKERS[-1])


def make_home(folder):
    data_dir = os.path.join(folder, 'home')
    answer = hih(data_dir, 'trainee', 'import', write_people(folder, 0))
    assert answer.returncode == 0, answer.stderr
    return data_dir


@contextlib.contextmanager
def read_only(path):
    if disk.MOUNTS and os.geteuid() == 0:
        subprocess.run(['mount', '--bind', path, path], check=True)
        subprocess.run(['mount', '-o', 'remount,ro,bind', path], check=True)
    else:
        os.chmod(path, 0o500 if os.path.isdir(path) else 0o400)
    try:
        yield
    finally:
        if disk.MOUNTS and os.geteuid() == 0:
            subprocess.run(['umount', '-l', path], check=True)
        else:
            os.chmod(path, 0o700 if os.path.isdir(path) else 0o600)


def refused_calmly(what):
    with tempfile.TemporaryDirectory(prefix='hih-trouble-') as folder:
        data_dir = make_home(folder)
        with read_only(os.path.join(data_dir, what)):
            for words in (('trainee', 'import', write_people(folder, 1)), ('trainee', 'list'), ('trainee', 'erase', 'p-0-3', '--yes'),
                          ('backup', 'make', os.path.join(data_dir, 'copy.db')), ('report', 'completion', '--format=csv')):
                answer = hih(data_dir, *words)
                print(f'# {" ".join(words[:2])}: {answer.returncode} {answer.stderr.strip()[-100:]}')
                if words[1] in ('import', 'erase'):
                    assert answer.returncode == 1, answer.stdout
                # What is there is not to be made: the true reason is that nothing can be written.
                assert 'make folder' not in answer.stderr, answer.stderr
        assert people(data_dir) == PEOPLE_A_FILE
        assert_sound(data_dir)


def test_read_only_home():
    """A home that is read-only is refused in one line, and nothing in it changes."""
    refused_calmly('.')


def test_read_only_records():
    """Records that are read-only are refused in one line, and nothing in them changes."""
    refused_calmly('records.db')


def test_clocks():
    """Clocks at 1970, 2038 and 2101, and one that jumps back: every command works, and the chain holds."""
    assert FAKETIME, 'libfaketime is missing (package libfaketime)'
    with tempfile.TemporaryDirectory(prefix='hih-trouble-') as folder:
        data_dir = os.path.join(folder, 'home')
        clocks = ('@2026-11-25 08:00:00', '@1970-01-01 12:00:00', '@2038-01-19 03:14:06', '@2101-06-01 00:00:00', '@2026-11-24 08:00:00')
        for number, clock in enumerate(clocks):
            for words in (('trainee', 'import', write_people(folder, number)), ('trainee', 'list'), ('trainee', 'overdue'),
                          ('report', 'ledger', '--format=csv'), ('report', 'completion', '--format=json'),
                          ('backup', 'make', os.path.join(folder, f'copy-{number}.db'))):
                answer = hih(data_dir, *words, clock=clock)
                assert answer.returncode == 0, (clock, words, answer.stderr)
            assert people(data_dir) == PEOPLE_A_FILE * (number + 1)
            assert_sound(data_dir)
        # A backup from the future is not the best for ever: the newest by what it holds is put in the place of a lost file.
        os.unlink(os.path.join(data_dir, 'records.db'))
        for end in ('-wal', '-shm'):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(data_dir, f'records.db{end}'))
        shutil.copy(os.path.join(folder, 'copy-4.db'), os.path.join(data_dir, 'backups', 'records-2026-11-24T080001Z.db'))
        assert people(data_dir) == PEOPLE_A_FILE * len(clocks)
        assert_sound(data_dir)


def test_summer_time():
    """An hour that is missing, one that comes twice, and a computer that is carried to another zone: nothing is lost."""
    with tempfile.TemporaryDirectory(prefix='hih-trouble-') as folder:
        data_dir = os.path.join(folder, 'home')
        clocks = (('Europe/Berlin', '@2026-03-29 01:59:59'), ('Europe/Berlin', '@2026-03-29 03:00:01'),
                  ('Europe/Berlin', '@2026-10-25 02:59:59'), ('Europe/Berlin', '@2026-10-25 02:00:01'),
                  ('Pacific/Kiritimati', '@2026-10-25 23:59:59'), ('Pacific/Pago_Pago', '@2026-10-25 00:00:01'))
        for number, (zone, clock) in enumerate(clocks):
            for words in (('trainee', 'import', write_people(folder, number)), ('trainee', 'list'), ('trainee', 'overdue'),
                          ('report', 'ledger', '--format=csv'), ('backup', 'make', os.path.join(folder, f'copy-{number}.db'))):
                answer = hih(data_dir, *words, clock=clock, zone=zone)
                assert answer.returncode == 0, (zone, clock, words, answer.stderr)
            assert people(data_dir) == PEOPLE_A_FILE * (number + 1)
            assert_sound(data_dir)


def test_no_runtime_dir():
    """Where a login gave no folder for the time of it (XDG_RUNTIME_DIR), every command works."""
    before = os.environ.pop('XDG_RUNTIME_DIR', None)
    try:
        with tempfile.TemporaryDirectory(prefix='hih-trouble-') as folder:
            data_dir = make_home(folder)
            assert people(data_dir) == PEOPLE_A_FILE
            answer = hih(data_dir, 'backup', 'make', os.path.join(folder, 'copy.db'))
            assert answer.returncode == 0, answer.stderr
            assert_sound(data_dir)
    finally:
        if before is not None:
            os.environ['XDG_RUNTIME_DIR'] = before


disk.enter()
tap.run_found(globals())
