# SPDX-License-Identifier: GPL-3.0-or-later
"""window.py PROGRAM EMPTY HIH: from the start of the program to the first painted pixel of its window, against a
program with nothing but an empty AdwApplicationWindow; and to the first page's content. In turns, on one display."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

from bench import Display, compare, end, say, wait_until

ROUNDS = 9
WIDTH, HEIGHT = 1280, 800
PEOPLE = ['马长贵', '何素珍', '林国栋', '孙美华', '吴志强', '赵德顺', '周淑芬', '陈建国']
BLACK = b'\0\0\0'


def start(display, command):
    """Seconds to the first painted pixel, and the process."""
    wait_until(lambda: display.pixel(WIDTH // 2, HEIGHT // 2) == BLACK, 5, 'an empty screen')
    at = time.monotonic()
    process = subprocess.Popen(command, env=display.env)
    painted = wait_until(lambda: display.pixel(WIDTH // 2, HEIGHT // 2) != BLACK, 20, 'the first frame')
    return at, painted - at, process


def content(display, at):
    """Seconds to a page in which something stands: rows of more than a few colours, below the header bar."""
    def stands():
        rows = display.rows(200, 120, WIDTH - 400, HEIGHT - 240, 24)
        return len({rows[i:i + 4] for i in range(0, len(rows), 16)}) > 24
    return wait_until(stands, 20, 'the first page', 0.004) - at


def main():
    program, empty, hih = sys.argv[1:4]
    ours, peer, tiles = [], [], []
    with Display() as display, tempfile.TemporaryDirectory() as data:
        sheet = os.path.join(data, 'people.csv')
        with open(sheet, 'w', encoding='utf-8') as file:
            file.write('姓名\n' + '\n'.join(PEOPLE) + '\n')
        subprocess.run([hih, '--data-dir', data, 'trainee', 'import', sheet], env=display.env, check=True,
                       stdout=subprocess.DEVNULL)
        for i in range(-1, ROUNDS):
            at, first, process = start(display, [program, '--data-dir', data])
            full = content(display, at)
            end(process)
            _, bare, process = start(display, [empty])
            end(process)
            # The first of each brings the files into memory.
            if i >= 0:
                ours.append(first * 1000)
                peer.append(bare * 1000)
                tiles.append(full * 1000)
    compare('window-first-frame', ours, peer, 1.5, 'ms')
    ratio = statistics.median(a / b for a, b in zip(tiles, peer))
    say('window-first-page', ratio, statistics.median(tiles), statistics.median(peer), 3, 'ms')


if __name__ == '__main__':
    main()
