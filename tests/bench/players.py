# SPDX-License-Identifier: GPL-3.0-or-later
"""players.py BENCH-FILM-PLAY FILM: one of our films in our view, and in the players that Debian has, each in a window of
the same size and with a renderer of its own choice: processor time while it plays, and the greatest memory. All are
measured from outside, in turns."""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from bench import Display, compare, end, ticks
from film import HEIGHT, WIDTH, cut_film

WARM_SECONDS, SECONDS, ROUNDS, LOOKS_A_SECOND = 4, 8, 3, 60
PLAYERS = {
    'mpv': ['mpv', '--no-config', '--vo=x11', '--ao=null', '--hwdec=no', f'--geometry={WIDTH}x{HEIGHT}+0+0', '--really-quiet'],
    'totem': ['totem'],
    'clapper': ['clapper'],
}


def give_size(display, pid):
    """There is no window manager that would; and a player without the film's size would have less or more to do."""
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid)], env=display.env, check=False,
                           stdout=subprocess.PIPE, text=True).stdout.split()
    if found:
        subprocess.run(['xdotool', 'windowsize', found[-1], str(WIDTH), str(HEIGHT), 'windowmove', found[-1], '0', '0'],
                       env=display.env, check=True)


def peak_mib(pid):
    with open(f'/proc/{pid}/status', encoding='utf-8') as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith('VmHWM'))


def count_pictures(display, seconds):
    """How often the middle of the window changes: a player that drops pictures is not cheap."""
    last, pictures, stop = None, 0, time.monotonic() + seconds
    while time.monotonic() < stop:
        now = display.rows(WIDTH // 4, HEIGHT // 4, WIDTH // 2, HEIGHT // 2, every=8)
        pictures += last is not None and now != last
        last = now
        time.sleep(1 / LOOKS_A_SECOND)
    return pictures


def play(display, command):
    process = subprocess.Popen(command, env=display.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(WARM_SECONDS / 2)
        give_size(display, process.pid)
        time.sleep(WARM_SECONDS / 2)
        before = ticks(process.pid)
        pictures = count_pictures(display, SECONDS)
        if process.poll() is not None:
            raise SystemExit(f'{command[0]} ended by itself')
        return ticks(process.pid) - before, peak_mib(process.pid), pictures
    finally:
        end(process)


def main():
    bench, film = sys.argv[1:3]
    with Display() as display, tempfile.TemporaryDirectory() as folder:
        own = os.path.join(folder, 'own.webm')
        cut_film(film, own, 2 * WARM_SECONDS + SECONDS)
        display.env.update(HOME=folder, XDG_CONFIG_HOME=folder, XDG_CACHE_HOME=folder)
        for name, command in PLAYERS.items():
            if shutil.which(command[0]) is None:
                print(f'{name} is not on this computer', flush=True)
                continue
            ours, theirs = [], []
            for _round in range(int(os.environ.get('HIH_BENCH_ROUNDS', ROUNDS))):
                ours.append(play(display, [bench, 'ours', own, str(4 * WARM_SECONDS + SECONDS)]))
                theirs.append(play(display, [*command, own]))
            for figure, unit, mine, other in zip(('cpu', 'memory'), ('s', 'MiB'), zip(*ours), zip(*theirs)):
                compare(f'film-own-{figure}-{name}', mine, other, 1.0, unit)
            mine, other = (statistics.median(run[-1] for run in runs) for runs in (ours, theirs))
            print(f'film-own-painted-{name} ours {mine:.0f}, peer {other:.0f} pictures in {SECONDS} s', flush=True)


if __name__ == '__main__':
    main()
