# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports over a large home: made once by `hih sample fill` and kept in the build folder, as it takes some minutes."""
import subprocess
import sys

import homes

PROGRAM, HIH, FOLDER = sys.argv[1:4]

home = homes.million_events(HIH, FOLDER)
print(f'report-events {homes.count_events(home)}', flush=True)
subprocess.run([PROGRAM, 'ledger', home], check=True, timeout=300)
subprocess.run([PROGRAM, 'xlsx'], check=True, timeout=300)
