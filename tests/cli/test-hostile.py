# SPDX-License-Identifier: GPL-3.0-or-later
"""test-hostile.py HIH APPS BENCH: lessons that nobody should have to read (bench/hostile.py measures how long they take). Each is
refused by the real command in clear lines, after less than 5 s of processor time, soon by the clock on the wall too, and with
less than 512 MiB. Prints TAP."""
import os
import subprocess
import sys
import tempfile
import time

import tap

HIH, APPS, BENCH = sys.argv[1:4]
SECONDS_MOST, MIB_MOST, TIMES_GOOD = 5, 512, 10
PATIENCE_S = 30  # whoever waits for a pipe waits for ever
sys.path.insert(0, BENCH)
import hostile  # noqa: E402


def run(*words):
    begun = time.monotonic()
    with tempfile.TemporaryFile('w+', errors='replace') as out:
        process = subprocess.Popen(['timeout', str(PATIENCE_S), HIH, *words], stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return process.returncode, out.read(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, time.monotonic() - begun


def judge(name, path):
    code, said, seconds, mib, lasted = run('lesson', 'check', path)
    lines = said.splitlines()
    print(f'# {name}: {lines[0][-90:] if lines else ""} ({seconds:.2f} s of processor time, {lasted:.1f} s, {mib:.0f} MiB)', flush=True)
    if code != 1 or not lines or any(word in said for word in ('CRITICAL', 'WARNING', 'assertion')):
        return f'{name}: ended with {code} and said “{said[:200]}”'
    if seconds > SECONDS_MOST or mib > MIB_MOST:
        return f'{name}: {seconds:.1f} s, {mib:.0f} MiB'
    # Who only waits uses no processor. A busy computer is slow for a good deed as well, at the same time.
    if lasted > SECONDS_MOST and lasted > TIMES_GOOD * run('lesson', 'list')[-1]:
        return f'{name}: {lasted:.1f} s by the clock on the wall'
    return None


def hostile_lessons():
    """Every hostile lesson is refused in clear lines, small and soon."""
    with tempfile.TemporaryDirectory(prefix='hih-hostile-') as folder:
        faults = [judge(os.path.relpath(path, folder), path) for path in hostile.make_files(folder, APPS)]
        assert len(faults) > 15, faults
        faults = [fault for fault in faults if fault]
        assert not faults, '; '.join(faults)


tap.run(hostile_lessons)
