# SPDX-License-Identifier: GPL-3.0-or-later
"""Large homes, made once and kept in the build folder, as filling them takes minutes."""
import os
import shutil
import sqlite3
import subprocess


def make_once(folder, name, fill):
    """The folder of records; fill(data_dir) makes what is in it."""
    home = os.path.join(folder, f'home-{name}')
    whole = os.path.join(home, 'whole')
    if not os.path.exists(whole):
        shutil.rmtree(home, ignore_errors=True)
        fill(home)
        open(whole, 'w', encoding='utf-8').close()
    return home


def run(hih, home, *arguments):
    subprocess.run([hih, '--data-dir', home, *arguments], check=True, timeout=1500, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def million_events(hih, folder):
    """A thousand people, three months: more than a million events."""
    return make_once(folder, '1000-92', lambda home: run(hih, home, 'sample', 'fill', '--trainees=1000', '--days=92', '--seed=7'))


def many_people(hih, folder):
    """Five thousand people in groups of twenty, most of whom have begun some lesson."""
    return make_once(folder, '5000-8', lambda home: run(hih, home, 'sample', 'fill', '--trainees=5000', '--days=8', '--seed=7'))


def count_events(home):
    return sqlite3.connect(f'file:{home}/records.db?mode=ro', uri=True).execute('SELECT count(*) FROM event').fetchone()[0]
