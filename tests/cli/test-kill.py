# SPDX-License-Identifier: GPL-3.0-or-later
"""test-kill.py HIH SOURCE: kill -9 in the middle of an import, a migration, a backup, putting one back, erasing, a report. Prints TAP.

HIH_KILLS says how often in all (50), HIH_KILL_SEED makes a run the same again. After each the records open, are checked to the last event, and
hold what they held before or what they were to hold, never something between. Mid-lesson is killed by ../e2e/test-kill.py, and
the records' own thread by ../records/test-kill.c.
"""
import collections
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

import tap

HIH, SOURCE = sys.argv[1:3]
KILLS = int(os.environ.get('HIH_KILLS', '50'))
SEED = int(os.environ.get('HIH_KILL_SEED', str(random.randrange(10 ** 6))))
ROWS = 4000
PEOPLE = 24
ENVIRONMENT = dict(os.environ, ASAN_OPTIONS='detect_leaks=0')


def hih(data_dir, *words):
    return subprocess.run([HIH, '--data-dir', data_dir, *words], capture_output=True, text=True, timeout=120, env=ENVIRONMENT, check=False)


def people(data_dir):
    answer = hih(data_dir, 'trainee', 'list', '--format=csv')
    assert answer.returncode == 0, answer.stderr
    return sorted(line.split(',')[1] for line in answer.stdout.splitlines()[1:])


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Kind:
    """What is killed: its words, and what must hold afterwards."""

    def __init__(self, home):
        self.home = home
        self.lasts = 0.0
        self.outcomes = collections.Counter()

    def prepare(self, data_dir):
        shutil.copytree(self.home.data_dir, data_dir)

    def check(self, data_dir):
        """Returns a word for what was found: before or after."""
        raise NotImplementedError

    def try_once(self, chance, folder):
        data_dir = os.path.join(folder, 'data')
        shutil.rmtree(data_dir, ignore_errors=True)
        self.prepare(data_dir)
        begun = time.monotonic()
        process = subprocess.Popen([HIH, '--data-dir', data_dir, *self.words(data_dir)], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
        if self.lasts == 0:
            # The first is let through: it says how long there is to strike, and that it works at all.
            _, mistake = process.communicate(timeout=120)
            self.lasts = time.monotonic() - begun
            assert process.returncode == 0, mistake
        else:
            time.sleep(chance.random() * self.lasts)
            process.kill()
            process.communicate(timeout=60)
        found = self.check(data_dir)
        verdict = hih(data_dir, 'backup', 'check', os.path.join(data_dir, 'records.db'))
        assert verdict.returncode == 0, verdict.stdout + verdict.stderr
        assert process.returncode != 0 or found == 'after', 'it said that it was done'
        self.outcomes[found] += 1


class Import(Kind):
    def words(self, data_dir):
        return ['trainee', 'import', self.home.sheet]

    def check(self, data_dir):
        n = len(people(data_dir))
        assert n in (PEOPLE, PEOPLE + ROWS), n
        return 'after' if n > PEOPLE else 'before'


class Migration(Kind):
    def prepare(self, data_dir):
        os.mkdir(data_dir, 0o700)
        shutil.copy(self.home.old, os.path.join(data_dir, 'records.db'))

    def words(self, data_dir):
        return ['trainee', 'list']

    def check(self, data_dir):
        kept = os.listdir(os.path.join(data_dir, 'backups')) if os.path.isdir(os.path.join(data_dir, 'backups')) else []
        assert people(data_dir) == self.home.old_people
        return 'after' if any(name.endswith('.db') for name in kept) else 'before'


class Backup(Kind):
    def words(self, data_dir):
        return ['backup', 'make', os.path.join(data_dir, 'copy.db')]

    def check(self, data_dir):
        copy = os.path.join(data_dir, 'copy.db')
        assert people(data_dir) == self.home.people
        if not os.path.exists(copy):
            return 'before'
        verdict = hih(data_dir, 'backup', 'check', copy)
        assert verdict.returncode == 0, verdict.stdout + verdict.stderr
        return 'after'


class Restore(Kind):
    def words(self, data_dir):
        return ['backup', 'restore', self.home.backup]

    def check(self, data_dir):
        found = people(data_dir)
        assert found in (self.home.people, self.home.fewer), found
        return 'after' if found == self.home.fewer else 'before'


class Erasing(Kind):
    def words(self, data_dir):
        return ['trainee', 'erase', self.home.people[0], '--yes', '--backups']

    def check(self, data_dir):
        found = people(data_dir)
        assert found in (self.home.people, self.home.people[1:]), found
        return 'after' if len(found) < len(self.home.people) else 'before'


class Report(Kind):
    """In the place of an older one, which is there or the new one is."""
    FORMATS = ('csv', 'xlsx', 'pdf')

    def __init__(self, home):
        super().__init__(home)
        self.turn = 0

    def prepare(self, data_dir):
        super().prepare(data_dir)
        self.format = self.FORMATS[self.turn % len(self.FORMATS)]
        self.turn += 1
        self.path = os.path.join(data_dir, f'paper.{self.format}')
        with open(self.path, 'wb') as file:
            file.write(b'the older one')

    def words(self, data_dir):
        return ['report', 'completion', f'--format={self.format}', '--names', '-o', self.path]

    def check(self, data_dir):
        assert people(data_dir) == self.home.people
        content = read(self.path)
        if content == b'the older one':
            return 'before'
        if self.format == 'xlsx':
            assert zipfile.ZipFile(self.path).testzip() is None
        elif self.format == 'pdf':
            assert content.startswith(b'%PDF') and content.rstrip().endswith(b'%%EOF'), len(content)
        else:
            assert content.endswith(b'\n') and len(content) > 100, content
        return 'after'


class Home:
    """A small care home, and what the kinds need besides."""

    def __init__(self, folder):
        self.data_dir = os.path.join(folder, 'home')
        self.sheet = os.path.join(folder, 'people.csv')
        self.backup = os.path.join(folder, 'backup.db')
        self.old = os.path.join(folder, 'old.db')
        filled = hih(self.data_dir, 'sample', 'fill', f'--trainees={PEOPLE - 1}', '--days=10', '--seed=3')
        assert filled.returncode == 0, filled.stderr
        self.fewer = people(self.data_dir)
        made = hih(self.data_dir, 'backup', 'make', self.backup)
        assert made.returncode == 0, made.stderr
        one = os.path.join(folder, 'one.csv')
        with open(one, 'w', encoding='utf-8') as file:
            file.write('name\n阿一\n')
        added = hih(self.data_dir, 'trainee', 'import', one)
        assert added.returncode == 0, added.stderr
        self.people = people(self.data_dir)
        assert len(self.people) == PEOPLE, self.people
        with open(self.sheet, 'w', encoding='utf-8') as file:
            file.write('name,group\n' + ''.join(f'p-{i},g-{i % 9}\n' for i in range(ROWS)))
        with open(f'{SOURCE}/tests/records/schema/v1.sql', encoding='utf-8') as file:
            subprocess.run(['sqlite3', self.old], stdin=file, check=True)
        old = os.path.join(folder, 'old')
        os.mkdir(old)
        shutil.copy(self.old, os.path.join(old, 'records.db'))
        self.old_people = people(old)


def kills():
    """kill -9 in import, migration, backup, restore, erasing and report leaves before or after, nothing between."""
    print(f'# {KILLS} kills, seed {SEED}', flush=True)
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix='hih-kill-') as folder:
        home = Home(folder)
        kinds = [kind(home) for kind in (Import, Migration, Backup, Restore, Erasing, Report)]
        for kind in kinds:
            kind.try_once(chance, folder)
        for number in range(KILLS):
            kind = kinds[number % len(kinds)]
            try:
                kind.try_once(chance, folder)
            except AssertionError as reason:
                raise AssertionError(f'kill {number} (seed {SEED}), {type(kind).__name__}: {reason}') from reason
        for kind in kinds:
            print(f'# {type(kind).__name__.lower()}: lasts {kind.lasts * 1000:.0f} ms, found before {kind.outcomes["before"]} times, '
                  f'after {kind.outcomes["after"]} times')


tap.run(kills)
