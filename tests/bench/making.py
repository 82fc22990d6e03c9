# SPDX-License-Identifier: GPL-3.0-or-later
"""making.py HIH LESSON: how long the real command takes to make a lesson's film, against how long the film lasts."""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from bench import say

ROUNDS = 3


def main():
    hih, lesson = sys.argv[1:3]
    took, lasts = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            film = os.path.join(folder, 'film.webm')
            start = time.monotonic()
            subprocess.run([hih, 'film', 'make', lesson, '--lang=zh_CN', '-o', film], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            took.append(time.monotonic() - start)
            lasts.append(float(subprocess.run(
                ['ffprobe', '-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', film], check=True,
                stdout=subprocess.PIPE, text=True).stdout))
    ratio = statistics.median(b / a for a, b in zip(took, lasts))
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f'film-making-cpu {(usage.ru_utime + usage.ru_stime) / ROUNDS:.2f} s a film: what others use of the processors is '
          'missing in the next figure')
    say('film-making', ratio, statistics.median(took), statistics.median(lasts), 20, 's', below=False)


main()
