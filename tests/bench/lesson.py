# SPDX-License-Identifier: GPL-3.0-or-later
"""lesson.py BENCH-LESSON LESSON: the real lesson page. From a key's press to the first painted picture of another step
of the film, seen from outside, on the screen; and what the page costs while nobody does anything."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

from bench import Display, end, say, ticks, wait_until, wakeups

PRESSES = 30
# The ring beckons for four seconds; when nobody has done anything for ten a hand shows the step: then it is quiet.
START_S = 1
BECKON_S = 3
SETTLE_S = 20
IDLE_S = 10
PAGE_UP, PAGE_DOWN = 0xff55, 0xff56


def start(display, program, stage, lesson, data):
    process = subprocess.Popen([program, stage, lesson, '--data-dir', data], env=display.env, stdout=subprocess.PIPE,
                               text=True)
    words = process.stdout.readline().split()
    if not words:
        raise SystemExit(f'The lesson page was not reached ({process.wait()}).')
    return process, [int(float(word)) for word in words[1:]]


def press(display, place, key):
    """Milliseconds, or None when the film's picture changed by itself or not at all."""
    def picture():
        return display.rows(*place, 12)
    before = picture()
    time.sleep(0.12)
    if picture() != before:
        return None
    at = display.press(key)
    while time.monotonic() - at < 0.6:
        if picture() != before:
            return (time.monotonic() - at) * 1000
    return None


def measure_keys(display, program, lesson, data):
    process, place = start(display, program, 'watch', lesson, data)
    took = []
    display.point(place[0] + place[2] // 2, place[1] + place[3] // 2)
    time.sleep(1.5)
    # Never past the last step: the film's stage would be over.
    keys = [PAGE_DOWN, PAGE_DOWN, PAGE_UP, PAGE_UP]
    for i in range(3 * PRESSES):
        ms = press(display, place, keys[i % len(keys)])
        if ms is not None:
            took.append(ms)
        if len(took) == PRESSES:
            break
        time.sleep(0.25 + i * 37 % 100 / 500)
    end(process)
    if len(took) < PRESSES // 2:
        raise SystemExit(f'Only {len(took)} of {3 * PRESSES} presses showed another picture.')
    median = statistics.median(took)
    say('lesson-step-key', median / 60, median, 60, 1.0, 'ms')
    print(f'lesson-step-key-longest {max(took):.0f} ms of {len(took)}', flush=True)


def measure_idle(display, program, lesson, data):
    process, _ = start(display, program, 'follow', lesson, data)
    time.sleep(START_S)
    cpu = ticks(process.pid)
    time.sleep(BECKON_S)
    print(f'lesson-beckoning-cpu {(ticks(process.pid) - cpu) / BECKON_S:.3f} of a core', flush=True)
    time.sleep(SETTLE_S)
    cpu, woken, at = ticks(process.pid), wakeups(process.pid), time.monotonic()
    time.sleep(IDLE_S)
    cpu, woken, at = ticks(process.pid) - cpu, wakeups(process.pid) - woken, time.monotonic() - at
    end(process)
    say('lesson-idle-cpu', cpu / at, cpu, at, 0.01, 's')
    print(f'lesson-idle-wakeups {woken / at:.1f} a second', flush=True)


def main():
    program, lesson = sys.argv[1:3]
    only = os.environ.get('HIH_BENCH_ONLY', '')
    with Display() as display, tempfile.TemporaryDirectory() as data:
        if only in ('', 'keys'):
            measure_keys(display, program, lesson, data)
        if only in ('', 'idle'):
            measure_idle(display, program, lesson, data)


if __name__ == '__main__':
    main()
