# SPDX-License-Identifier: GPL-3.0-or-later
"""desk.py PROGRAM HIH FOLDER: the parts of the desk with 5 000 people, and with a million events."""
import subprocess
import sys

import homes

PROGRAM, HIH, FOLDER = sys.argv[1:4]

subprocess.run([PROGRAM, 'people-5000', homes.many_people(HIH, FOLDER)], check=True, timeout=600)
subprocess.run([PROGRAM, 'events-1000000', homes.million_events(HIH, FOLDER)], check=True, timeout=600)
