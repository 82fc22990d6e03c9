# SPDX-License-Identifier: GPL-3.0-or-later
"""Installed into a prefix, and moved: everything is found there, and nothing is taken from the build."""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

BUILD = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix='hih-install-')
PREFIX = os.path.join(FOLDER, 'elsewhere', '别处')
SHARE = os.path.join(PREFIX, 'share', 'hand-in-hand')
# Before the hand is taken up: it looks for the program's words where this says.
os.environ.update(HIH_PROGRAM=os.path.join(PREFIX, 'bin', 'hand-in-hand'), HIH_CLI=os.path.join(PREFIX, 'bin', 'hih'),
                  HIH_LESSONS_DIR=os.path.join(SHARE, 'lessons'), HIH_PO_DIR=os.path.join(BUILD, 'po'))
for name in ('GSETTINGS_SCHEMA_DIR', 'HIH_PKGDATADIR'):
    os.environ.pop(name, None)

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'e2e'))
import hand  # noqa: E402
import play  # noqa: E402
import tap  # noqa: E402
from words import C_, Lesson, _  # noqa: E402

PERSON = '张桂英'
LESSONS = ('know-the-phone', 'answer-call', 'video-call', 'health-code')


def install():
    """meson install, and then the whole prefix is moved."""
    destination = os.path.join(FOLDER, 'first')
    subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet'], check=True, stdout=sys.stderr,
                   env=dict(os.environ, DESTDIR=destination))
    bin_dir, = glob.glob(f'{destination}/**/bin', recursive=True)
    os.makedirs(os.path.dirname(PREFIX))
    shutil.move(os.path.dirname(bin_dir), PREFIX)
    # With DESTDIR set meson leaves this to whoever makes the package.
    subprocess.run(['glib-compile-schemas', os.path.join(PREFIX, 'share', 'glib-2.0', 'schemas')], check=True)
    for lesson in LESSONS:
        for language in os.environ['HIH_FILM_LANGUAGES'].split():
            for end in ('webm', 'vtt', 'pictures'):
                path = os.path.join(SHARE, 'films', f'{lesson}.{language}.{end}')
                assert os.path.exists(path), path


def command_line():
    """hih lists and checks the lessons that lie beside it, and makes a film of one."""
    data_dir = hand.new_folder()
    listed = hand.hih(data_dir, 'lesson', 'list', '--format=json')
    assert all(f'"{lesson}"' in listed for lesson in LESSONS), listed
    hand.hih(data_dir, 'lesson', 'check', os.path.join(SHARE, 'lessons'))
    film = os.path.join(data_dir, 'film.webm')
    hand.hih(data_dir, 'film', 'make', 'answer-call', '--lang=en', '-o', film)
    assert os.path.getsize(film) > 100000 and os.path.exists(film[:-4] + 'vtt')


def begin_film(lesson):
    program = hand.Program(data_dir=hand.new_data_dir(PERSON))
    play.sit_down(program, PERSON)
    play.open_lesson(program, lesson)
    program.press(_('Begin to watch'))
    return program


def window():
    """The window shows the lessons and plays their films; what is set stays set."""
    lesson = Lesson('family', 'video-call')
    program = begin_film(lesson)
    program.wait_for_button(C_('film', 'Stop'))
    program.wait_until(lambda: play.caption(program), 'a caption')
    program.press(_('Captions: on'))
    program.wait_for_button(_('Captions: off'))
    program.close()
    with open(os.path.join(program.data_dir, 'settings.ini'), encoding='utf-8') as settings:
        assert 'captions-on=false' in settings.read()


def nothing_else():
    """Nothing comes from the build: what is taken away or changed here is gone or changed in the window."""
    path = os.path.join(SHARE, 'lessons', 'family', 'video-call.xml')
    with open(path, encoding='utf-8') as source:
        text = source.read()
    title = Lesson('family', 'video-call').title
    with open(path, 'w', encoding='utf-8') as out:
        out.write(text.replace(f'>{title}</title>', '>装好的课</title>', 1))
    for film in glob.glob(os.path.join(SHARE, 'films', 'video-call.*.webm')):
        os.remove(film)
    changed = Lesson('family', 'video-call')
    assert changed.title == '装好的课', changed.title
    program = begin_film(changed)
    program.wait_for(_('There is no film for this lesson yet. The phone shows it instead.'))
    program.close()
    # Its words: without them the program speaks English only, and says so to who names another language.
    data_dir = hand.new_data_dir(PERSON)
    shutil.rmtree(os.path.join(PREFIX, 'share', 'locale'))
    refused = subprocess.run([os.environ['HIH_PROGRAM'], '--language', hand.LANGUAGE], capture_output=True, text=True, timeout=60)
    assert refused.returncode == 2 and hand.LANGUAGE in refused.stderr, refused
    program = hand.Program(data_dir=data_dir, language='en')
    program.wait_for('Who is learning today?', 'heading')
    program.close()


try:
    tap.run(install, command_line, window, nothing_else)
finally:
    shutil.rmtree(FOLDER, ignore_errors=True)
