# SPDX-License-Identifier: GPL-3.0-or-later
"""A film made by the program: times, chapters, key frames, captions, loudness, stills. Prints TAP."""
import json
import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import tap

HIH = sys.argv[1]
LESSON = 'answer-call'
LESSON_FILE = os.path.join(os.path.dirname(HIH), '..', '..', 'lessons', 'family', LESSON + '.xml')
MAX_STEP_S = 20
folder = tempfile.TemporaryDirectory(prefix='hih-film-')
FILM = os.path.join(folder.name, 'film.webm')


def make(path, *more):
    environment = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    return subprocess.run([HIH, 'film', 'make', LESSON, '--lang=zh_CN', '-o', path, *more], capture_output=True,
                          timeout=120, env=environment)


def probe(*arguments):
    result = subprocess.run(['ffprobe', '-v', 'error', '-of', 'json', *arguments, FILM], capture_output=True, check=True)
    return json.loads(result.stdout)


def chapters():
    return [(float(c['start_time']), float(c['end_time']), c['tags']['title']) for c in probe('-show_chapters')['chapters']]


def steps():
    """The lesson's step ids, asked of the program itself."""
    out = subprocess.run([HIH, 'lesson', 'run', LESSON, '--script=-'], input=b'do all\n', capture_output=True, check=True)
    return [line['step'] for line in map(json.loads, out.stdout.decode().splitlines()) if line['outcome'] == 'step']


def cues():
    text = open(FILM.replace('.webm', '.vtt'), encoding='utf-8').read()
    assert text.startswith('WEBVTT\n')

    def seconds(stamp):
        hours, minutes, rest = stamp.split(':')
        return int(hours) * 3600 + int(minutes) * 60 + float(rest)

    return [(seconds(a), seconds(b), body.strip().split('\n'))
            for a, b, body in re.findall(r'(\S+) --> (\S+)\n((?:.+\n?)+)', text)]


def test_made_without_a_display():
    result = make(FILM)
    assert result.returncode == 0, result.stderr
    assert result.stderr == b'', 'a film made in silence says nothing: ' + result.stderr.decode()


def test_streams_and_duration():
    info = probe('-show_streams', '-show_format')
    video, = [s for s in info['streams'] if s['codec_type'] == 'video']
    sound, = [s for s in info['streams'] if s['codec_type'] == 'audio']
    assert (video['codec_name'], video['width'], video['height']) == ('vp8', 1280, 720), video
    assert sound['codec_name'] == 'opus'
    duration = float(info['format']['duration'])
    assert abs(duration - chapters()[-1][1]) < 0.05, (duration, chapters()[-1])
    assert duration < 10 * 60


def test_a_chapter_a_step():
    titles = [title for _, _, title in chapters()]
    lesson = ElementTree.parse(LESSON_FILE).getroot()
    language = '{http://www.w3.org/XML/1998/namespace}lang'
    told = {step.get('id'): next(t.text for t in step.findall('title') if t.get(language) == 'zh_CN')
            for step in lesson.iter('step')}
    name = next(t.text for t in lesson.findall('title') if t.get(language) == 'zh_CN')
    assert titles == [name, *(told[step] for step in steps()), '不用手机，也能办到'], titles
    for (_, end, _), (start, _, _) in zip(chapters(), chapters()[1:]):
        assert abs(end - start) < 0.001, 'chapters touch'
    for start, end, title in chapters()[1:-1]:
        assert end - start <= MAX_STEP_S, (title, end - start)


def test_key_frames_at_steps():
    packets = probe('-select_streams', 'v', '-show_entries', 'packet=pts_time,flags')['packets']
    keys = [float(p['pts_time']) for p in packets if 'K' in p['flags']]
    starts = [start for start, _, _ in chapters()]
    assert [round(k, 2) for k in keys] == [round(s, 2) for s in starts], (keys, starts)


def test_a_step_begins_sharp():
    # This picture stands while the step is told; one of 4 kB is a blur.
    packets = probe('-select_streams', 'v', '-show_entries', 'packet=size,flags')['packets']
    sizes = [int(p['size']) for p in packets if 'K' in p['flags']]
    assert min(sizes) > 9000, sizes


def test_captions():
    end = chapters()[-1][1]
    last = 0.0
    for start, stop, lines in cues():
        assert last <= start < stop <= end + 0.001, (start, stop)
        assert 1.5 <= stop - start + 0.001 and stop - start <= 7.001, (start, stop)
        assert len(lines) <= 2 and all(len(line) <= 14 for line in lines), lines
        last = stop
    said = ''.join(''.join(lines) for _, _, lines in cues())
    assert '接听' in said or '接' in said
    for start, stop, title in chapters():
        assert any(start <= a and b <= stop + 0.001 for a, b, _ in cues()), f'nothing is captioned in {title}'


def test_speech():
    out = subprocess.run(['ffmpeg', '-hide_banner', '-i', FILM, '-af', 'ebur128=peak=true', '-f', 'null', '-'],
                         capture_output=True, check=True).stderr.decode()
    loudness = float(re.findall(r'I:\s+(-[\d.]+) LUFS', out)[-1])
    peak = float(re.findall(r'Peak:\s+(-?[\d.]+) dBFS', out)[-1])
    assert -23 <= loudness <= -16, loudness
    assert peak <= -0.9, peak
    silences = subprocess.run(['ffmpeg', '-hide_banner', '-i', FILM, '-af', 'silencedetect=n=-50dB:d=1.4', '-f', 'null', '-'],
                              capture_output=True, check=True).stderr.decode()
    starts = [float(s) for s in re.findall(r'silence_start: (-?[\d.]+)', silences)]
    # 1.5 s of quiet before the hand moves, in every step that has something to do
    for start, stop, title in chapters()[1:-1]:
        assert any(start < s < stop for s in starts), f'no pause before the hand in {title}'


def test_stills():
    for name in ['title', *steps(), 'offline']:
        path = os.path.join(FILM.replace('.webm', '.pictures'), name + '.png')
        with open(path, 'rb') as file:
            assert file.read(8) == b'\x89PNG\r\n\x1a\n'


def test_only_what_changed():
    assert make(FILM, '--if-changed').returncode == 0
    before = os.stat(FILM).st_mtime_ns
    assert make(FILM, '--if-changed').returncode == 0
    assert os.stat(FILM).st_mtime_ns == before, 'made again though nothing changed'
    with open(FILM.replace('.webm', '.stamp'), 'w') as file:
        file.write('older\n')
    assert make(FILM, '--if-changed').returncode == 0
    assert os.stat(FILM).st_mtime_ns != before, 'not made again though it is older'


def test_same_film_twice():
    def digest(path):
        out = subprocess.run(['ffmpeg', '-v', 'error', '-i', path, '-map', '0:v', '-c', 'copy', '-f', 'md5', '-'],
                             capture_output=True, check=True)
        return out.stdout

    other = os.path.join(folder.name, 'other.webm')
    assert make(other).returncode == 0
    assert digest(FILM) == digest(other)


def test_errors_are_one_line():
    nowhere = make(os.path.join(FILM, 'film.webm'))  # a file is no folder
    assert nowhere.returncode == 1 and nowhere.stderr.count(b'\n') == 1, nowhere.stderr


tap.run_found(globals())
