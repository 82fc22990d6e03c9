# SPDX-License-Identifier: GPL-3.0-or-later
"""How many lines of each core room the tests ran in a build with -Db_coverage=true. coverage.py BUILD-ROOT [--log FILE] [--worst]

Prints one line a room, and fails when a room with an aim is under it (HIH_COVERAGE_LEAST, 90 %). --log writes it down as meson writes
down a test; --worst also names the files of which most was never run.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import time

AIMED = ('base', 'phone', 'lesson', 'records')
OTHERS = ('report', 'voice', 'film', 'writing', 'cli')


def measure(root, build):
    """What gcovr says of every file of these rooms: [{filename, line_covered, line_total}]."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'rooms.json')
        subprocess.run(['gcovr', '--root', root, '--object-directory', build, '--filter', os.path.join(root, 'app/'), '--json-summary', out,
                        '--gcov-ignore-parse-errors', '-j', str(os.cpu_count()),
                        *[path for room in AIMED + OTHERS if os.path.isdir(path := os.path.join(build, 'app', room))]],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(out, encoding='utf-8') as file:
            return json.load(file)['files']


def check(files, least):
    """Yields (room, its share in percent, its lines, whether that is too little)."""
    rooms = collections.defaultdict(lambda: [0, 0])
    for file in files:
        room = rooms[file['filename'].split('/')[1]]
        room[0] += file['line_covered']
        room[1] += file['line_total']
    for room in AIMED + OTHERS:
        covered, total = rooms[room]
        share = 100 * covered / max(total, 1)
        if total or room in AIMED:
            yield room, share, total, room in AIMED and share < least


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build')
    parser.add_argument('--log')
    parser.add_argument('--worst', action='store_true')
    arguments = parser.parse_args()
    root = os.path.realpath(os.path.join(os.path.dirname(__file__), '..'))
    begun = time.monotonic()
    files = measure(root, os.path.realpath(arguments.build))
    least = float(os.environ.get('HIH_COVERAGE_LEAST', '90'))
    low, said = False, []
    for room, share, total, too_little in check(files, least):
        said.append(f'coverage: {room}: {share:.1f} % of {total} lines' + (f', which is under {least:.0f}' if too_little else ''))
        print(said[-1])
        low = low or too_little
    if arguments.worst:
        worst = sorted(((file['line_total'] - file['line_covered'], file['filename']) for file in files
                        if file['filename'].split('/')[1] in AIMED and file['line_covered'] < 0.85 * file['line_total']), reverse=True)
        for missing, name in worst[:8]:
            print(f'coverage: {name}: {missing} lines never run')
    if arguments.log:
        with open(arguments.log, 'w', encoding='utf-8') as log:
            json.dump({'name': 'coverage', 'result': 'FAIL' if low else 'OK', 'returncode': int(low), 'duration': time.monotonic() - begun,
                       'stdout': '\n'.join(said)}, log)
    sys.exit(1 if low else 0)


if __name__ == '__main__':
    main()
