# SPDX-License-Identifier: GPL-3.0-or-later
"""million.py PROGRAM HIH: from the start of the program to its first page with a million events on the disk, and with
5 000 people; the peer is one second. The file is filled first, which takes some minutes."""
import os
import statistics
import subprocess
import sys
import tempfile

from bench import Display, end, say
from window import content, start

ROUNDS = 5


def measure(display, program, data, name):
    first, full = [], []
    for i in range(-1, ROUNDS):
        at, painted, process = start(display, [program, '--data-dir', data])
        page = content(display, at)
        end(process)
        if i >= 0:
            first.append(painted * 1000)
            full.append(page * 1000)
    for what, values in ('first-frame', first), ('first-page', full):
        say(f'{name}-{what}', statistics.median(values) / 1000, statistics.median(values), 1000, 1, 'ms')


def main():
    program, hih = sys.argv[1:3]
    with Display() as display, tempfile.TemporaryDirectory() as folder:
        many, long = os.path.join(folder, 'people'), os.path.join(folder, 'events')
        sheet = os.path.join(folder, 'people.csv')
        with open(sheet, 'w', encoding='utf-8') as file:
            file.write('姓名,分组\n' + ''.join(f'王福生{i},第 {i // 20} 班\n' for i in range(5000)))
        subprocess.run([hih, '--data-dir', many, 'trainee', 'import', sheet], env=display.env, check=True,
                       stdout=subprocess.DEVNULL)
        measure(display, program, many, 'people-5000')
        done = subprocess.run([hih, '--data-dir', long, 'sample', 'fill', '--trainees=1000', '--days=92'], env=display.env,
                              check=True, capture_output=True, text=True)
        print(f'({done.stdout.strip()})')
        measure(display, program, long, 'events-1000000')


main()
