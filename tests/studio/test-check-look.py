# SPDX-License-Identifier: GPL-3.0-or-later
"""hih lesson check of one lesson alone: it draws what its apps show, also where no step leads. Prints TAP."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tap

HIH = sys.argv[1]
EXAMPLES = os.path.join(sys.argv[2], 'lessons', 'examples')
LONG = 'far too many words for the place that they are given here'
# None of them is opened by anything: only whoever looks at every screen of the app meets them.
PLANTED = (
    ('<screen id="crowd"><title>Crowd</title><tabs id="crowd-tabs">%s</tabs></screen>'
     % ''.join(f'<tab id="crowd-{i}" icon="home"><title>{i}</title></tab>' for i in range(9)), 'too small to be tapped'),
    (f'<screen id="wordy"><title>Wordy</title><tabs id="wordy-tabs"><tab id="wordy-1" icon="home"><title>{LONG}</title></tab>'
     '<tab id="wordy-2" icon="clock"><title>B</title></tab><tab id="wordy-3" icon="plus"><title>C</title></tab></tabs></screen>',
     'does not fit its place'),
)
folder = tempfile.TemporaryDirectory(prefix='hih-check-')


def check(*paths):
    environment = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    return subprocess.run([HIH, 'lesson', 'check', *paths], capture_output=True, timeout=240, env=environment)


def plant(name):
    """A copy of the examples whose app photos.xml has more screens than any lesson visits."""
    pack = shutil.copytree(EXAMPLES, os.path.join(folder.name, name))
    path = os.path.join(pack, 'apps', 'photos.xml')
    with open(path, encoding='utf-8') as file:
        text = file.read()
    assert text.count('</app>') == 1
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('</app>', '\n'.join(screen for screen, said in PLANTED) + '\n</app>'))
    return pack, text[:text.index('</app>')].count('\n') + 1


def test_what_no_step_visits():
    """What no step of the lesson visits is drawn"""
    pack, line = plant('pack')
    result = check(os.path.join(pack, 'lesson.xml'))
    told = result.stderr.decode()
    assert result.returncode == 1, result
    for screen, said in PLANTED:
        assert re.search(r'apps/photos\.xml:\d+:\d+: .*' + said, told), (said, told)
    places = re.findall(r'apps/photos\.xml:(\d+):', told)
    assert places and all(line <= int(place) <= line + 1 for place in places), told


def test_each_once():
    """Two lessons with the same app, and the app beside them: one line each."""
    pack, line = plant('many')
    told = check(*(os.path.join(pack, name) for name in ('lesson.xml', 'own-film.xml', 'apps/photos.xml'))).stderr.decode().splitlines()
    assert len(told) == len(set(told)), told
    assert sum('does not fit its place' in words for words in told) == 1, told


def test_button_in_a_call():
    """A button of no look of its own, and a link, can be read where all other words are white"""
    pack = shutil.copytree(EXAMPLES, os.path.join(folder.name, 'call'))
    path = os.path.join(pack, 'apps', 'photos.xml')
    with open(path, encoding='utf-8') as file:
        text = file.read()
    screen = ('<screen id="ring" look="call"><title>Ring</title>'
              '<button id="ring-out"><title>Read it out</title><on><home/></on></button>'
              '<button id="ring-link" look="link"><title>Other ways</title><on><home/></on></button></screen>')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('</app>', screen + '\n</app>'))
    told = check(path).stderr.decode()
    assert 'hard to read' not in told, told


def test_good_as_it_is():
    """The examples are good as they are"""
    result = check(os.path.join(EXAMPLES, 'lesson.xml'))
    assert result.returncode == 0, result


tap.run_found(globals())
