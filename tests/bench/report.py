# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports over a large home: made once by `hih sample fill` and kept in the build folder, as it takes some minutes."""
import os
import sqlite3
import subprocess
import sys

PROGRAM, HIH, FOLDER = sys.argv[1:4]
TRAINEES, DAYS = 1000, 92

home = os.path.join(FOLDER, f'home-{TRAINEES}-{DAYS}')
if not os.path.exists(os.path.join(home, 'whole')):
    subprocess.run(['rm', '-rf', home], check=True)
    subprocess.run([HIH, '--data-dir', home, 'sample', 'fill', f'--trainees={TRAINEES}', f'--days={DAYS}', '--seed=7'],
                   check=True, timeout=1500, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    open(os.path.join(home, 'whole'), 'w', encoding='utf-8').close()
events = sqlite3.connect(f'file:{home}/records.db?mode=ro', uri=True).execute('SELECT count(*) FROM event').fetchone()[0]
print(f'report-events {events}', flush=True)
subprocess.run([PROGRAM, 'ledger', home], check=True, timeout=300)
subprocess.run([PROGRAM, 'xlsx'], check=True, timeout=300)
