# SPDX-License-Identifier: GPL-3.0-or-later
"""hostile.py HIH APPS: what refusing a hostile file costs the real command: the slowest, and the one that takes most memory."""
import os
import subprocess
import sys
import tempfile
import time

from bench import say

ROUNDS = 3
LESSON = '<lesson id="hostile" format="1" topic="t" minutes="1">'


def texts(apps):
    """Name -> content. Each is refused for another reason."""
    tile = ''.join(f'<tile id="t{i}" picture="tile-chat"><title>T{i}</title><on><home/></on></tile>' for i in range(6000))
    steps = ''.join(f'<step id="s{i}" tap="home/b{i}" until="home.x{i}=1"/>' for i in range(3000))
    laughs = ''.join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    yield 'deep', '<lesson>' + '<step>' * 100000
    yield 'wide', '<lesson>' + '<step/>' * 140000 + '</lesson>'
    yield 'huge-attribute', f'<lesson id="{"a" * 900000}" format="1"/>'
    yield 'many-attributes', '<lesson' + ''.join(f' a{i}="1"' for i in range(80000)) + '/>'
    yield 'unknown-attributes', LESSON + ('<step ' + ' '.join(f'idd{i}="x"' for i in range(24)) + '/>') * 58 + '</lesson>'
    yield 'laughs', f'<!DOCTYPE l [<!ENTITY l0 "ha">{laughs}]><lesson><title>&l9;</title></lesson>'
    yield 'entity', '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><lesson><title>&x;</title></lesson>'
    yield 'long-name', f'<{"x" * 1000000}/>'
    yield 'path', LESSON + '<phone apps="../../../../etc/passwd" start="home/main"/><film file="../../etc/passwd"/></lesson>'
    yield 'steps', LESSON + '<phone apps="home" start="home/main"/>' + steps + '</lesson>'
    yield 'mistakes', LESSON + '<dance tap="a/b"/>' * 5500 + '</lesson>'
    yield 'text', LESSON + '<title>' + 'word ' * 200000 + '</title></lesson>'
    yield 'buttons', ('<app id="buttons" format="1"><title>B</title><screen id="main"><title>M</title><grid>'
                      f'{tile}</grid></screen></app>')
    yield 'keys', ('<app id="keys" format="1"><title>K</title>'
                   + ''.join(f'<state key="k{i}" type="flag"/>' for i in range(3000)) + '<screen id="main"><title>M</title>'
                   + ''.join(f'<text when="q{i}=yes"><title>T</title></text>' for i in range(1400)) + '</screen></app>')


def make_files(folder, apps):
    os.symlink(os.path.abspath(apps), f'{folder}/apps')
    for name, text in texts(apps):
        path = f'{folder}/{name}.xml'
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        yield path
    with open(f'{folder}/large.xml', 'wb') as file:
        file.truncate(100 << 20)  # a child's peak is never below its parent's: nothing large is held here
    yield f'{folder}/large.xml'
    os.mkfifo(f'{folder}/pipe.xml')
    yield f'{folder}/pipe.xml'
    os.symlink('/dev/zero', f'{folder}/zero.xml')
    yield f'{folder}/zero.xml'
    os.mkdir(f'{folder}/pack')
    yield from make_pack(f'{folder}/pack', apps)


def make_pack(folder, apps):
    """A lesson of 45 good steps on a screen with 6000 buttons, and on one with as many as are allowed."""
    with open(f'{apps}/home.xml', encoding='utf-8') as file:
        home = file.read()
    at = home.index('<tile ')
    for name, n in (('6000-buttons', 6000), ('150-buttons', 150)):
        os.makedirs(f'{folder}/{name}/apps')
        for app in os.listdir(apps):
            os.symlink(os.path.abspath(f'{apps}/{app}'), f'{folder}/{name}/apps/{app}')
        os.unlink(f'{folder}/{name}/apps/home.xml')
        more = ''.join(f'<tile id="m{i}" picture="tile-chat"><title>M{i}</title><on><home/></on></tile>' for i in range(n))
        with open(f'{folder}/{name}/apps/home.xml', 'w', encoding='utf-8') as file:
            file.write(home[:at] + more + home[at:])
        steps = ''.join(f'<step id="s{i}" tap="home/m{i}"><title>A</title><say>B</say><where>C</where></step>' for i in range(45))
        os.mkdir(f'{folder}/{name}/family')
        with open(f'{folder}/{name}/family/hostile.xml', 'w', encoding='utf-8') as file:
            file.write(f'{LESSON}<title>T</title><phone apps="home" start="home/main"/>{steps}'
                       '<goal when="screen=chat/list"><say>G</say></goal><offline><say>O</say></offline></lesson>')
        yield f'{folder}/{name}/family/hostile.xml'


def check(hih, path):
    """Seconds and peak MiB of one refusal."""
    begun = time.monotonic()
    process = subprocess.Popen([hih, 'lesson', 'check', path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 1:
        raise SystemExit(f'{path} was not refused: {process.returncode}')
    return time.monotonic() - begun, usage.ru_maxrss / 1024


def main():
    hih, apps = sys.argv[1:3]
    slowest, largest = (0, ''), (0, '')
    with tempfile.TemporaryDirectory(prefix='hih-hostile-') as folder:
        paths = list(make_files(folder, apps))
        for path in paths:
            name = os.path.relpath(path, folder)
            took = [check(hih, path) for _ in range(ROUNDS)]
            seconds, mib = min(t for t, _ in took), max(m for _, m in took)
            print(f'hostile {name}: {seconds:.3f} s, {mib:.1f} MiB', flush=True)
            slowest, largest = max(slowest, (seconds, name)), max(largest, (mib, name))
    say(f'hostile-time ({slowest[1]} of {len(paths)})', slowest[0], slowest[0], 1, 1, 's')
    say(f'hostile-memory ({largest[1]} of {len(paths)})', largest[0] / 50, largest[0], 50, 1, 'MiB')


if __name__ == '__main__':
    main()
