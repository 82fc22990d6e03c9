# SPDX-License-Identifier: GPL-3.0-or-later
"""film.py BENCH-FILM-PLAY FILM: what playing costs, in processor time and memory, against GtkVideo with the same
window and renderer and against decoding into nothing; one of our films, and a telephone's 25 frames a second."""
import json
import os
import statistics
import subprocess
import sys
import tempfile

from bench import Display, compare, say

OWN_SECONDS, CAMERA_SECONDS, WARM_SECONDS = 14, 10, 1
ROUNDS = 3
FRAMES_PER_SECOND = 25
# As in bench-film-play.c: what the film has on the lesson page in a window of 1280 x 800.
WIDTH, HEIGHT = 832, 468


def cut_film(film, path, seconds=OWN_SECONDS + 2):
    """From the second step on: the first seconds of a film of ours are one picture. Nothing is encoded again."""
    chapters = json.loads(subprocess.run(['ffprobe', '-v', 'error', '-show_chapters', '-of', 'json', film], check=True,
                                         stdout=subprocess.PIPE, text=True).stdout)['chapters']
    subprocess.run(['ffmpeg', '-loglevel', 'error', '-y', '-ss', chapters[2]['start_time'], '-i', film, '-t',
                    str(seconds), '-c', 'copy', path], check=True)


def make_camera_film(path):
    """As a telephone would: everything moves, all the time, H.264 and AAC; without noise, which no film of ours has."""
    subprocess.run(
        ['ffmpeg', '-loglevel', 'error', '-y',
         '-f', 'lavfi', '-i', f'gradients=size=1280x720:rate={FRAMES_PER_SECOND}:duration={CAMERA_SECONDS + 2}:speed=0.02:seed=7:nb_colors=4',
         '-f', 'lavfi', '-i', f'sine=frequency=300:sample_rate=48000:duration={CAMERA_SECONDS + 2}',
         '-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '4M', '-pix_fmt', 'yuv420p', '-g', '50',
         '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv',
         '-c:a', 'aac', '-b:a', '96k', path], check=True)


def play(display, bench, how, path, seconds):
    out = subprocess.run([bench, how, path, str(seconds)], env=display.env, check=True, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, text=True, timeout=seconds + 30).stdout.split()
    return {out[i]: float(out[i + 1]) for i in range(0, len(out), 2)}


def measure(display, bench, path, seconds, ways, rounds):
    """Every way in turns; the first round only warms up."""
    runs = {way: [] for way in ways}
    for i in range(rounds + 1):
        for way in ways:
            result = play(display, bench, way, path, seconds if i > 0 else WARM_SECONDS)
            if i > 0:
                runs[way].append(result)
    return {way: {key: [run[key] for run in results] for key in results[0]} for way, results in runs.items()}


def tell(name, runs, seconds):
    compare(f'{name}-cpu-gtkvideo', runs['ours']['cpu_s'], runs['gtk']['cpu_s'], 1.0, 's')
    compare(f'{name}-memory-gtkvideo', [kib / 1024 for kib in runs['ours']['peak_kib']],
            [kib / 1024 for kib in runs['gtk']['peak_kib']], 1.0, 'MiB')
    ours, peer = (statistics.median(runs[way]['painted']) for way in ('ours', 'gtk'))
    print(f'{name}-painted ours {ours:.0f}, peer {peer:.0f} pictures in {seconds} s', flush=True)


def main():
    bench, film = sys.argv[1:3]
    rounds = int(os.environ.get('HIH_BENCH_ROUNDS', ROUNDS))
    only = os.environ.get('HIH_BENCH_ONLY', '')
    with Display() as display, tempfile.TemporaryDirectory() as folder:
        if only in ('', 'own'):
            own = os.path.join(folder, 'own.webm')
            cut_film(film, own)
            runs = measure(display, bench, own, OWN_SECONDS, ['ours', 'gtk', 'decode'], rounds)
            tell('film-own', runs, OWN_SECONDS)
            compare('film-own-cpu-decode', runs['ours']['cpu_s'], runs['decode']['cpu_s'], 2.0, 's')
        if only in ('', 'camera'):
            camera = os.path.join(folder, 'camera.mp4')
            make_camera_film(camera)
            runs = measure(display, bench, camera, CAMERA_SECONDS, ['ours', 'gtk'], rounds)
            tell('film-camera', runs, CAMERA_SECONDS)
            tell_dropped(display, bench, camera, rounds)


def tell_dropped(display, bench, film, rounds):
    """GTK's GL on a computer without a graphics card is the slowest there is: so many pictures never come."""
    display.env['GSK_RENDERER'] = 'opengl'
    runs = measure(display, bench, film, CAMERA_SECONDS, ['ours'], rounds)
    there = CAMERA_SECONDS * FRAMES_PER_SECOND
    dropped = there - min(there, statistics.median(runs['ours']['painted']))
    say('film-camera-gl-dropped', dropped / there, dropped, there, 0.1, 'pictures')
    if dropped > there / 2:
        raise SystemExit('More than half of the film is not seen.')


if __name__ == '__main__':
    main()
