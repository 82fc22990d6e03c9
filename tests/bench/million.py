# SPDX-License-Identifier: GPL-3.0-or-later
"""million.py PROGRAM HIH FOLDER: from the start of the program to its first page with 5 000 people, and with a million
events on the disk; the peer is one second. The records are made once and kept in FOLDER. What the processor did until
then is said too, as a busy computer does not change it."""
import statistics
import subprocess
import sys
import tempfile

import homes
from bench import Display, end, say, ticks
from window import content, start

ROUNDS = 5


def measure(display, program, data, name):
    first, full, spent = [], [], []
    for i in range(-1, ROUNDS):
        at, painted, process = start(display, [program, '--data-dir', data])
        page = content(display, at)
        cpu = ticks(process.pid)
        end(process)
        if i >= 0:
            first.append(painted * 1000)
            full.append(page * 1000)
            spent.append(cpu * 1000)
    for what, values in ('first-frame', first), ('first-page', full), ('first-page-cpu', spent):
        say(f'{name}-{what}', statistics.median(values) / 1000, statistics.median(values), 1000, 1, 'ms')
    print(f'({name}-first-page: the quickest took {min(full):.0f} ms)', flush=True)
    return statistics.median(full)


def main():
    program, hih, folder = sys.argv[1:4]
    with Display() as display, tempfile.TemporaryDirectory() as few:
        subprocess.run([hih, '--data-dir', few, 'sample', 'fill', '--trainees=8', '--days=3'], env=display.env, check=True,
                       stdout=subprocess.DEVNULL)
        least = measure(display, program, few, 'people-8')
        many = measure(display, program, homes.many_people(hih, folder), 'people-5000')
        long = homes.million_events(hih, folder)
        print(f'({homes.count_events(long)} events)')
        million = measure(display, program, long, 'events-1000000')
    for name, full in (('people-5000', many), ('events-1000000', million)):
        say(f'{name}-first-page-few', full / least, full, least, 1.5, 'ms')


main()
