# SPDX-License-Identifier: GPL-3.0-or-later
"""table.py LOG [--keep FILE]: all figures of a run of the benchmarks (meson's benchmarklog.json) as one table, each with its
commit and how busy the machine was in the last quarter of an hour; --keep puts it between the marks in FILE, where figures that were not measured this time stay."""
import datetime
import json
import os
import re
import subprocess
import sys

LINE = re.compile(r'^(?P<name>\S+)(?: \([^)]*\))? ratio (?P<ratio>\S+) \(ours (?P<ours>[^,]+), peer (?P<peer>[^,]+), '
                  r'aim (?P<sign>[<>]=) (?P<aim>\S+)\)$', re.M)
BEGIN, END = '<!-- figures: tests/run --bench --keep -->', '<!-- end of figures -->'
# What a figure is held against. A peer does the same for its people; a floor does the least that could be done; itself is
# the same with little to do; all others are limits: so long may it take at most.
PEERS = {'gtkvideo': 'GtkVideo', 'mpv': 'mpv', 'totem': 'Totem', 'clapper': 'Clapper'}
FLOORS = {
    'camera-cpu-bare': 'a bare pipeline', 'camera-codes-cpu-bare': 'a bare pipeline', 'window-first-frame': 'an empty window',
    'window-first-page': 'an empty window', 'film-own-cpu-decode': 'decoding alone', 'player-cpu-decode': 'decoding alone',
    'records-step-commit': 'bare SQLite', 'report-ledger-sql': 'bare SQLite', 'board-5000x40': 'bare SQLite',
    'report-xlsx-200000': 'bare libxlsxwriter', 'film-making': 'the film\'s own length', 'handwriting-missed-': 'the system\'s model',
}


def held_against(name):
    for end, peer in PEERS.items():
        if name.endswith('-' + end):
            return 'peer: ' + peer
    if name.endswith('-few'):
        return 'itself: with eight people'
    for begin, floor in FLOORS.items():
        if name.startswith(begin):
            return 'floor: ' + floor
    return 'limit'


def read(log):
    """(benchmark, figure's name) -> the cells of its row."""
    when = f'{datetime.date.today().isoformat()}, {get_commit()}, {os.getloadavg()[2]:.1f}'
    rows, failed = {}, []
    with open(log, encoding='utf-8') as file:
        for line in file:
            test = json.loads(line)
            bench = test['name'].split(' / ')[-1]
            if test['result'] != 'OK':
                failed.append(f'{bench}: {test["result"]}')
            for found in LINE.finditer(test.get('stdout', '')):
                ratio, aim = float(found['ratio']), float(found['aim'])
                met = ratio <= aim if found['sign'] == '<=' else ratio >= aim
                over = held_against(found['name']).startswith('floor') and found['sign'] == '<=' and ratio > 2
                rows[bench, found['name']] = [
                    f'`{bench}`', found['name'], found['ours'], found['peer'], held_against(found['name']),
                    f'{ratio:.2f}', f'{found["sign"]} {aim:g}', ('yes, over 2' if over else 'yes') if met else '**no**', when]
    return rows, failed


def get_commit():
    return subprocess.run(['git', 'rev-parse', '--short', 'HEAD'], stdout=subprocess.PIPE, text=True, check=False,
                          cwd=os.path.dirname(__file__)).stdout.strip() or 'unknown'


def machine():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        model = next((line.split(':', 1)[1].strip() for line in file if line.startswith('model name')), 'unknown')
    with open('/etc/os-release', encoding='utf-8') as file:
        system = re.search(r'^PRETTY_NAME="(.*)"$', file.read(), re.M)
    return f'{model}, {os.cpu_count()} cores, no graphics card, {system[1] if system else "unknown system"}'


HEAD = ['benchmark', 'figure', 'ours', 'theirs', 'held against', 'ratio', 'aim', 'met', 'date, commit, load']


def read_kept(text):
    """The rows that stand in the file now, by benchmark and figure."""
    rows = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip('|').split('|')]
        if len(cells) == len(HEAD) and cells[0].startswith('`'):
            rows[cells[0].strip('`'), cells[1]] = cells
    return rows


def write(rows):
    lines = ['| ' + ' | '.join(HEAD) + ' |', '|' + '---|' * len(HEAD)]
    lines += ['| ' + ' | '.join(rows[key]) + ' |' for key in sorted(rows)]
    return '\n'.join(lines)


def main():
    log = sys.argv[1]
    rows, failed = read(log)
    print(write(rows))
    print(machine())
    if '--keep' in sys.argv:
        path = sys.argv[sys.argv.index('--keep') + 1]
        with open(path, encoding='utf-8') as file:
            before, rest = file.read().split(BEGIN)
            kept, after = rest.split(END)
        measured = {bench for bench, _name in rows}
        # A figure that its benchmark does not tell any more is none.
        rows.update({key: row for key, row in read_kept(kept).items() if key[0] not in measured})
        with open(path, 'w', encoding='utf-8') as file:
            file.write(f'{before}{BEGIN}\n{write(rows)}\n\nLast measured on: {machine()}.\n{END}{after}')
    for line in failed:
        print(f'no figures: {line}', file=sys.stderr)
    sys.exit(1 if failed or not rows else 0)


main()
