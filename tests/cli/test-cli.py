# SPDX-License-Identifier: GPL-3.0-or-later
"""hih as a user meets it: output, exit codes 0/1/2, one clear line on stderr. Prints TAP."""
import contextlib
import csv
import io
import json
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile

import tap

HIH = sys.argv[1]
SOURCE = sys.argv[2]


# Under the address sanitizer, noting whole stacks makes a program that asks for a million small things twelve times as
# slow, and only a leak needs them: with them those of libraries are told from ours (tests/lsan.supp). So leaks are looked
# for without, once a command, and only where there are any is the same command run once more with them.
LEAK = 23 # what tests/sanitized has the leak sanitizer end with
SLOW = os.environ.get('ASAN_OPTIONS', '').replace('fast_unwind_on_malloc=1', 'fast_unwind_on_malloc=0')
FAST = SLOW.replace('fast_unwind_on_malloc=0', 'fast_unwind_on_malloc=1')
BARE = FAST.replace('detect_leaks=1', 'detect_leaks=0')


def hih(*arguments, stdin=None, data_dir=None, env=None, leaks=False):
    def run(options):
        return subprocess.run(words, input=stdin, capture_output=True, timeout=240,
                              env=dict(os.environ, **({'ASAN_OPTIONS': options} if options else {}), **(env or {})))

    words = [HIH] + (['--data-dir', data_dir] if data_dir else []) + list(arguments)
    if not leaks:
        return run(BARE)
    with tempfile.TemporaryDirectory() as kept: # the same once more, on what it began with
        if data_dir and os.path.isdir(data_dir):
            shutil.copytree(data_dir, kept, dirs_exist_ok=True)
        result = run(FAST)
        if result.returncode != LEAK:
            return result
        if data_dir:
            shutil.rmtree(data_dir, ignore_errors=True)
            shutil.copytree(kept, data_dir)
    return run(SLOW)


def one_line(result):
    text = result.stderr.decode()
    assert text.endswith('\n') and text.count('\n') == 1, f'not one line: {text!r}'
    return text


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def test_help_and_usage():
    help_text = hih('--help')
    assert help_text.returncode == 0 and b'lesson check' in help_text.stdout
    assert hih('--version').returncode == 0
    assert hih().returncode == 2
    for family in ('lesson', 'trainee', 'backup', 'card', 'home', 'film', 'sample'):
        helped = hih(family, '--help')
        assert helped.returncode == 0 and f'  hih {family} '.encode() in helped.stdout and not helped.stderr, (family, helped)
        assert b'  hih report ' not in helped.stdout, helped
    for words, said in ((['lesson', 'cheqk'], 'no “cheqk” of “lesson”; there is: check ('), (['lesson'], 'check, list, run, sheet ('),
                        (['lesson', 'juggle'], 'no “juggle” of “lesson”; there is: check, list, run, sheet ('),
                        (['lesosn', 'list'], 'no command “lesosn”; there is: lesson (')):
        assert said in one_line(hih(*words)), (words, hih(*words))
    for words in (['dance'], ['lesson'], ['lesson', 'check'], ['lesson', 'list', '--format=xml'],
                  ['lesson', 'sheet', 'video-call', '-o', 'sheet.svg'], ['lesson', 'sheet', 'video-call', '--theme=night'], ['report', 'nothing'],
                  ['report', 'completion', '--from=yesterday'], ['lesson', 'run', 'video-call'], ['--data-dir'],
                  ['lesson', 'run', 'video-call', '--script=-', '--layout=z']):
        result = hih(*words)
        assert result.returncode == 2, (words, result)
        one_line(result)


def test_lesson_list():
    lessons = json.loads(hih('lesson', 'list', '--format=json').stdout)
    assert {'know-the-phone', 'answer-call', 'video-call', 'health-code'} <= {lesson['lesson'] for lesson in lessons}
    chinese = json.loads(hih('--language', 'zh_CN', 'lesson', 'list', '--format=json').stdout)
    titles = {lesson['lesson']: lesson['title'] for lesson in chinese}
    assert '视频' in titles['video-call'], titles
    # One language: that of the locale, and English where it names none.
    plain = hih('lesson', 'list', env={'LC_ALL': 'C.UTF-8'}).stdout.decode()
    assert 'video-call' in plain and not re.search('[一-鿿]', plain), plain
    assert '视频' in hih('lesson', 'list', env={'LC_ALL': 'zh_CN.UTF-8'}).stdout.decode()
    # A language is what somebody calls it; of one without words it is said which there are.
    assert json.loads(hih('--language', 'zh-cn.UTF-8', 'lesson', 'list', '--format=json').stdout) == chinese
    for words in (['--language', 'xx', 'lesson', 'list'], ['film', 'make', 'video-call', '--lang=zh_TW'],
                  ['lesson', 'sheet', 'video-call', '--lang=xx']):
        refused = hih(*words)
        assert refused.returncode == 2 and 'there are: en, zh_CN' in one_line(refused), refused
    assert all(lesson['region'] == 'CN' and lesson['checked'] for lesson in lessons), lessons


GARDEN = '''<app id="garden" format="1" picture="tile-weather"> <title>Garden</title>
  <state key="watered" type="flag" initial="no"/>
  <screen id="main" root="yes" look="plain"> <title>Garden</title>
    <button id="water" place="foot"> <title>Water the beans</title> <on><set key="watered" to="yes"/></on> </button>
    <button id="ask" place="foot"> <title>Ask Xiaofang</title> <on><open screen="chat/list"/></on> </button>
  </screen> </app>'''
BEANS = '''<lesson id="water-beans" topic="device" format="1" minutes="5" picture="tile-weather" order="900">
  <title>Water the beans</title> <able>You can water the beans!</able> <valid region="CN" checked="2026-11"/>
  <phone apps="home garden" start="garden/main" layouts="a b c"/>
  <step id="water" tap="garden/water" until="garden.watered=yes">
    <title>Tap Water</title> <say>Tap Water the beans once.</say> <where>At the bottom.</where> </step>
  <goal when="garden.watered=yes"> <say>Water the beans.</say> </goal>
  <trap use="dark-screen" at="water" stages="alone"/>  <trap use="my-screen" at="water" stages="alone"/>
  <offline> <say>Take a can.</say> </offline>  <card> <line step="water"/> </card>
</lesson>'''


def test_pack():
    """An app and a drill of one's own, and nothing copied: the rest is the program's."""
    with tempfile.TemporaryDirectory() as folder:
        for name in 'apps', 'drills', 'garden':
            os.mkdir(os.path.join(folder, name))
        lesson = write(folder, 'garden/water-beans.xml', BEANS)
        app = write(folder, 'apps/garden.xml', GARDEN)
        with open(os.path.join(SOURCE, 'lessons', 'drills', 'dark-screen.xml'), encoding='utf-8') as file:
            drill = write(folder, 'drills/my-screen.xml', file.read().replace('id="dark-screen"', 'id="my-screen"'))

        def check(*paths):
            return hih('lesson', 'check', '--no-look', *paths, leaks=True)
        for path in lesson, app, drill, folder:
            assert check(path).returncode == 0, path
        assert hih('lesson', 'run', lesson, '--script=-', stdin=b'do all\n').returncode == 0
        write(folder, 'garden/water-beans.xml', BEANS.replace('dark-screen', 'dark-scren'))
        told = check(lesson).stderr.decode()
        assert 'Did you mean “dark-screen”?' in told and '1 thing to mend in 1 file' in told, told
        # An app of the pack stands in the place of the program's, and what relied on that is told apart, and counted.
        write(folder, 'garden/water-beans.xml', BEANS)
        write(folder, 'apps/chat.xml', '<app id="chat" format="1"> <title>Chat</title>\n'
              '<screen id="people" root="yes"> <title>Chat</title> </screen> </app>')
        told = check(folder).stderr.decode().splitlines()
        apart = told.index("hih: in the program's own files, with which yours do not go together:")
        assert apart > 0 and all(line.startswith(folder) for line in told[:apart]), told
        assert all('/lessons/apps/' in line and not line.startswith(folder) for line in told[apart + 1:-1]), told
        places = [line for line in told[:-1] if 'hih: ' not in line]
        files = {line.split(':')[0] for line in places}
        assert told[-1] == f'hih: {len(places)} things to mend in {len(files)} files' and len(files) > 1, told
        # With only drills it is a pack too.
        shutil.rmtree(os.path.join(folder, 'apps'))
        write(folder, 'garden/water-beans.xml', BEANS.replace('garden/main', 'home/main').replace('home garden', 'home').replace(
            'garden/water', 'home/chat').replace('garden.watered=yes', 'screen=chat/list'))
        assert check(lesson).returncode == 0 and check(folder).returncode == 0, check(lesson)


def test_lesson_check():
    # How the screens look is looked at by tests/studio: this one runs under the sanitizers, and GTK does not.
    assert hih('lesson', 'check', '--no-look', os.path.join(SOURCE, 'lessons')).returncode == 0
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, 'bad.xml', '<lesson id="bad" topic="device" format="1">\n  <dance/>\n</lesson>')
        result = hih('lesson', 'check', path)
        assert result.returncode == 1
        assert f'{path}:2:3: ' in result.stderr.decode(), result.stderr
        newer = write(folder, 'newer.xml', '<lesson id="newer" topic="device" format="99"/>')
        assert 'newer' in hih('lesson', 'check', newer).stderr.decode()
    # Captions that cannot be shown: one line, and the film is as good as before.
    with tempfile.TemporaryDirectory() as folder:
        own = os.path.join(shutil.copytree(os.path.join(SOURCE, 'lessons', 'examples'), os.path.join(folder, 'own')), 'own-film.xml')
        assert hih('lesson', 'check', '--no-look', own).returncode == 0
        for words in 'no captions', 'WEBVTT\n\n1 -> 2\nno arrow\n':
            write(folder, 'own/own-film.vtt', words)
            result = hih('lesson', 'check', '--no-look', own)
            assert result.returncode == 1, result
            assert [line for line in result.stderr.decode().splitlines() if 'the captions beside the film own-film.webm' in line], result
        write(folder, 'own/own-film.vtt', 'WEBVTT\n\n00:00.100 --> 00:01.000\nWords\n')
        assert hih('lesson', 'check', '--no-look', own).returncode == 0
    missing = hih('lesson', 'check', '/nonexistent.xml')
    assert missing.returncode == 1 and b'/nonexistent.xml:1:1: ' in missing.stderr


def test_lesson_run():
    perfect = hih('lesson', 'run', 'video-call', '--stage=alone', '--layout=b', '--traps', '--script=-', stdin=b'do all\n',
                  leaks=True)
    assert perfect.returncode == 0, perfect.stderr
    lines = [json.loads(line) for line in perfect.stdout.decode().splitlines()]
    assert lines[-1]['outcome'] == 'run' and lines[-1]['able_alone'] is True, lines[-1]
    assert any(line.get('trap') == 'no-answer' for line in lines)
    said = [hih('--language', language, 'lesson', 'run', 'video-call', '--stage=follow', '--feedback', '--script=-',
                stdin=b'do all\n').stdout.decode() for language in ('en', 'zh_CN')]
    assert '"text":"' in said[0] and not any('一' <= letter <= '鿿' for letter in said[0]), said[0]
    assert any('一' <= letter <= '鿿' for letter in said[1]), said[1]
    clumsy = hih('lesson', 'run', 'video-call', '--stage=alone', '--script=-', stdin=b'help\nhelp\nhelp\ndo all\n')
    assert json.loads(clumsy.stdout.decode().splitlines()[-1])['able_alone'] is False
    bad = hih('lesson', 'run', 'video-call', '--script=-', stdin=b'dance\n')
    assert bad.returncode == 1 and not bad.stdout, bad
    one_line(bad)
    assert hih('lesson', 'run', 'no-such-lesson', '--script=-', stdin=b'').returncode == 1


def test_lesson_run_help():
    """The help tells the script's grammar, and its example can be run as it stands."""
    help_text = hih('lesson', 'run', '--help').stdout.decode()
    for word in 'swipe-up', 'drag', 'type', 'near', 'do all', 'wait', 'pause':
        assert word in help_text, word
    example = help_text.split('Example')[1].split('\n', 1)[1].split('\n\n')[0]
    result = hih('lesson', 'run', 'video-call', '--script=-', stdin=example.encode())
    assert result.returncode == 0, result
    last = json.loads(result.stdout.decode().splitlines()[-1])
    assert last['outcome'] == 'run' and last['finished'] is True, last


def test_tables_speak_one_language():
    with tempfile.TemporaryDirectory() as data:
        people = write(data, 'people.csv', '姓名,图片\n张桂英,plum\n李秀兰,lotus\n白建国,bird\n')
        assert hih('trainee', 'import', people, data_dir=data).returncode == 0
        for words in ['lesson', 'list'], ['trainee', 'list']:
            chinese = hih('--language', 'zh_CN', *words, data_dir=data).stdout.decode()
            assert not re.search('[A-Za-z]', chinese.splitlines()[0]), chinese
            english = hih('--language', 'en', *words, data_dir=data).stdout.decode()
            assert english.splitlines()[0].isascii(), english
        listed = json.loads(hih('--language', 'zh_CN', 'trainee', 'list', '--format=json', data_dir=data).stdout)
        assert [person['name'] for person in listed] == ['白建国', '李秀兰', '张桂英'], listed


def test_people_and_report():
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, 'data')
        # A folder that was mistyped is neither made nor reported as one where nobody learned anything.
        for words in (['report', 'completion'], ['trainee', 'list'], ['home', 'show'], ['backup', 'make', os.path.join(folder, 'b.db')]):
            missing = hih(*words, data_dir=data)
            assert missing.returncode == 1 and b'there are no records in' in missing.stderr, (words, missing)
            one_line(missing)
            assert not os.path.exists(data), words
        people = write(folder, 'people.csv', '姓名,图片,分组\n张桂英,plum,一楼\n"=SUM(1)",peach,二楼\n'.encode('gb18030'))
        # Nor does a dry run begin records, or an import that is refused.
        twice = write(folder, 'twice.csv', '姓名\n张桂英\n李秀兰\n张桂英\n')
        tried = hih('trainee', 'import', people, '--dry-run', data_dir=data)
        assert tried.returncode == 0 and tried.stdout.startswith(b'2 would be added'), tried
        refused = hih('trainee', 'import', twice, data_dir=data)
        assert refused.returncode == 1 and b'Row 4' in refused.stderr and b'nobody was added' in refused.stderr, refused
        assert hih('trainee', 'import', twice, '--dry-run', '--duplicates=skip', data_dir=data).stdout == \
            b'2 would be added, 0 changed, 0 as they were, 1 left out\n'
        assert not os.path.exists(data)
        added = hih('trainee', 'import', people, data_dir=data, leaks=True)
        assert added.returncode == 0, added.stderr
        assert os.stat(data).st_mode & 0o777 == 0o700
        assert os.stat(os.path.join(data, 'records.db')).st_mode & 0o777 == 0o600
        again = hih('trainee', 'import', people, data_dir=data)
        assert again.returncode == 1 and b'Row 2' in again.stderr
        told = hih('--language', 'zh_CN', 'trainee', 'import', people, data_dir=data).stderr.decode()
        assert '第 2 行' in told and '已经' in told, told
        # Help is in one language, whatever is spoken.
        assert not re.search('[一-鿿]', hih('--language', 'zh_CN', 'report', '--help').stdout.decode())
        refused = hih('home', 'set', 'status-health-code=foo', data_dir=data)
        assert refused.returncode == 2 and b'in-force, retired, drill' in refused.stderr, refused.stderr
        assert hih('home', 'set', 'status-health-code=retired', data_dir=data).returncode == 0
        assert b'in-force' in hih('home', 'set', '--help').stdout
        assert hih('trainee', 'import', people, '--duplicates=skip', data_dir=data).returncode == 0
        listed = json.loads(hih('trainee', 'list', '--format=json', data_dir=data, leaks=True).stdout)
        assert sorted(person['name'] for person in listed) == ['=SUM(1)', '张桂英']
        usage = hih('trainee', 'import', people, '--duplicates=perhaps', data_dir=data)
        assert usage.returncode == 2
        one_line(usage)
        report = hih('report', 'completion', '--format=csv', '--names', data_dir=data, leaks=True)
        assert report.returncode == 0 and report.stdout.startswith(b'\xef\xbb\xbf')
        rows = list(csv.reader(io.StringIO(report.stdout.decode('utf-8-sig'))))
        cells = [cell for row in rows for cell in row]
        assert '张桂英' in cells and "'=SUM(1)" in cells, cells
        nameless = hih('report', 'completion', '--format=json', data_dir=data).stdout.decode()
        assert '张桂英' not in nameless and len(json.loads(nameless)) > 0
        heading = hih('--language', 'zh_CN', 'report', 'completion', '--format=csv', data_dir=data).stdout
        assert any('\u4e00' <= c <= '\u9fff' for c in heading.decode('utf-8-sig').splitlines()[0]), heading
        out = os.path.join(folder, 'report.csv')
        assert hih('report', 'completion', '--format=csv', '-o', out, data_dir=data).returncode == 0
        assert os.path.getsize(out) > 0
        # A paper is not for a terminal, whichever way it is called; into a pipe it goes.
        for where in ([], ['-o', '-']):
            terminal, slave = os.openpty()
            refused = subprocess.run([HIH, '--data-dir', data, 'report', 'ledger', '--format=pdf', *where], stdout=slave,
                                     stderr=subprocess.PIPE, timeout=60)
            os.close(terminal), os.close(slave)
            assert refused.returncode == 2 and '-o FILE.pdf' in one_line(refused), refused
        assert hih('report', 'ledger', '--format=pdf', '-o', '-', data_dir=data).stdout.startswith(b'%PDF')
    nowhere = hih('trainee', 'list', data_dir='/proc/no-such-place')
    assert nowhere.returncode == 1
    one_line(nowhere)


def ask(folder, sql):
    with contextlib.closing(sqlite3.connect(os.path.join(folder, 'records.db'))) as db:
        return db.execute(sql).fetchall()


def test_sample_home():
    """The same seed makes the same home; it comes only into an empty place; what it tells can be true."""
    did = ("SELECT name, verb, json_remove(body, '$.run', '$.rev', '$.session', '$.call', '$.entry') "
           'FROM event LEFT JOIN profile USING (trainee) ORDER BY device, seq')
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        for folder in one, two:
            result = hih('sample', 'fill', '--trainees=20', '--days=40', '--seed=7', data_dir=folder)
            assert result.returncode == 0, result.stderr
        assert ask(one, did) == ask(two, did)
        verbs = dict(ask(one, 'SELECT verb, count(*) FROM event GROUP BY verb'))
        for verb in 'run-started', 'step-ended', 'run-ended', 'film-watched', 'real-phone-ticked', 'group-joined':
            assert verbs.get(verb, 0) > 10, verbs
        # Whoever came to a class practised on that day; every class ended; calls were held, services given.
        assert ask(one, 'SELECT count(*) FROM class_end WHERE persons > 1')[0][0] > 4
        assert ask(one, 'SELECT count(*) FROM class_session GROUP BY group_name, at HAVING count(*) > 1') == []
        assert ask(one, 'SELECT count(*) FROM class_session LEFT JOIN class_end USING (session) WHERE persons IS NULL') == [(0,)]
        assert ask(one, 'SELECT count(*) FROM attendance a WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.trainee = a.trainee '
                        "AND e.verb IN ('run-started', 'film-watched') AND abs(e.at - a.at) < 6 * 3600000)") == [(0,)]
        assert ask(one, "SELECT count(*) FROM family_call WHERE outcome = 'held'")[0][0] > 4
        assert ask(one, 'SELECT count(*) FROM offline_service')[0][0] > 1
        assert ask(one, 'SELECT count(*) FROM lesson_progress WHERE able_alone')[0][0] > 10
        assert ask(one, "SELECT count(*) FROM event WHERE json_array_length(body, '$.hits') > 0")[0][0] > 100
        # In the order of their times, and none to come.
        assert ask(one, 'SELECT count(*) FROM event a JOIN event b ON b.seq = a.seq + 1 WHERE b.at < a.at') == [(0,)]
        assert ask(one, 'SELECT max(at) < 1000 * unixepoch() FROM event') == [(1,)]
        # Help fades: in the last run of a lesson less of it is needed than in the first.
        fading = ask(one, '''WITH runs AS (SELECT run, row_number() OVER (PARTITION BY trainee, lesson ORDER BY seq) AS nth,
                               count(*) OVER (PARTITION BY trainee, lesson) AS n FROM run)
                             SELECT avg(helps) FILTER (WHERE nth = 1), avg(helps) FILTER (WHERE nth = n)
                             FROM step_result JOIN runs USING (run) WHERE n > 2 AND NOT trap''')
        assert fading[0][0] > fading[0][1], fading
        again = hih('sample', 'fill', '--trainees=1', '--days=1', data_dir=one)
        assert again.returncode == 1 and '20 people' in one_line(again)
    for words in ['--trainees=0', '--days=5'], ['--trainees=5'], ['--trainees=5', '--days=5000']:
        assert hih('sample', 'fill', *words, data_dir='/nonexistent').returncode == 2


def files_with(folder, name):
    """Files below a folder that hold a name."""
    found = []
    for place, _, names in os.walk(folder):
        for path in (os.path.join(place, one) for one in names):
            with open(path, 'rb') as file:
                if name.encode() in file.read():
                    found.append(path)
    return found


def test_backup():
    with tempfile.TemporaryDirectory() as folder:
        data, copy = os.path.join(folder, 'data'), os.path.join(folder, 'copy.db')
        nothing = hih('backup', 'make', copy, data_dir=data)
        assert nothing.returncode == 1 and 'no records' in one_line(nothing) and not os.path.exists(copy)
        people = write(folder, 'people.csv', '姓名\n张桂英\n李强\n')
        assert hih('trainee', 'import', people, data_dir=data).returncode == 0
        made = hih('backup', 'make', copy, data_dir=data, leaks=True)
        assert made.returncode == 0 and b'good: version' in made.stdout and b'2 people, 2 events' in made.stdout, made
        assert os.stat(copy).st_mode & 0o777 == 0o600
        again = hih('backup', 'make', copy, data_dir=data)
        assert again.returncode == 1 and '--replace' in one_line(again)
        assert hih('backup', 'make', copy, '--replace', data_dir=data).returncode == 0
        for precious in people, os.path.join(data, 'records.db'):
            refused = hih('backup', 'make', precious, '--replace', data_dir=data)
            assert refused.returncode == 1, refused
            one_line(refused)
        with open(people, encoding='utf-8') as file:
            assert file.read().startswith('姓名')
        good = hih('backup', 'check', copy, leaks=True)
        assert good.returncode == 0 and good.stdout.count(b'\n') == 1, good

        # What is no good is told apart, and never put into place.
        with open(copy, 'rb') as file:
            whole = file.read()
        cut = write(folder, 'cut.db', whole[:len(whole) // 2])
        forged = write(folder, 'forged.db', whole)
        with contextlib.closing(sqlite3.connect(forged)) as db:
            db.execute("UPDATE event SET at = at + 1 WHERE seq = 2")
            db.commit()
        before = ask(data, 'SELECT hex(uuid) FROM device WHERE me = 1')
        for path, word in (cut, 'damaged'), (forged, 'chain of events breaks at 2'), (people, 'not a database'), (
                folder + '/none.db', 'no such file'):
            for command in 'check', 'restore':
                result = hih('backup', command, path, data_dir=data)
                assert result.returncode == 1 and word in one_line(result).replace('fit', 'damaged'), result
        assert ask(data, 'SELECT hex(uuid) FROM device WHERE me = 1') == before
        for words in ['make'], ['check'], ['restore', 'a', 'b'], ['make', 'a', '--dance']:
            assert hih('backup', *words, data_dir=data).returncode == 2

        # Back to two people, under a new name of the computer's; the three of before are kept.
        more = write(folder, 'more.csv', '姓名\n王芳\n')
        assert hih('trainee', 'import', more, data_dir=data).returncode == 0
        back = hih('backup', 'restore', copy, data_dir=data, leaks=True)
        assert back.returncode == 0, back
        kept = re.search('records of before are (.*)', back.stdout.decode()).group(1)
        with contextlib.closing(sqlite3.connect(kept)) as db:
            assert db.execute("SELECT count(*) FROM profile").fetchall() == [(3,)]
        assert len(json.loads(hih('trainee', 'list', '--format=json', data_dir=data).stdout)) == 2
        after = ask(data, 'SELECT lower(hex(uuid)) FROM device WHERE me = 1')
        assert after != before and after[0][0] == re.search('goes on as (.*)', back.stdout.decode()).group(1).replace('-', '')
        assert b'good' in hih('backup', 'check', os.path.join(data, 'records.db')).stdout


def test_privacy():
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, 'data')
        people = write(folder, 'people.csv', '姓名,分组\n欧阳慧珍,一楼\n李强,一楼\n李强,二楼\n')
        assert hih('trainee', 'import', people, '--duplicates=new', data_dir=data).returncode == 0
        listed = json.loads(hih('trainee', 'list', '--format=json', data_dir=data).stdout)
        two = [person['id'] for person in listed if person['name'] == '李强']

        # Of several with one name it is asked which; then an id tells, whole or its last eight digits.
        for command in 'export', 'erase':
            which = hih('trainee', command, '李强', data_dir=data)
            assert which.returncode == 1 and all(one[-8:] in one_line(which) for one in two), which
        for who in two[1], two[1][-8:]:
            assert json.loads(hih('trainee', 'export', who, data_dir=data).stdout)['id'] == two[1]
        nobody = hih('trainee', 'export', '无此人', data_dir=data)
        assert nobody.returncode == 1
        one_line(nobody)
        out = os.path.join(folder, 'one.json')
        assert hih('trainee', 'export', '欧阳慧珍', '-o', out, data_dir=data, leaks=True).returncode == 0
        assert os.stat(out).st_mode & 0o077 == 0
        with open(out, encoding='utf-8') as file:
            told = json.load(file)
        assert told['name'] == '欧阳慧珍' and told['groups'] == ['一楼'] and told['events'][0]['verb'] == 'trainee-added'

        # Only when the name is said again.
        for said in b'', '李强\n'.encode(), b'yes\n':
            refused = hih('trainee', 'erase', '欧阳慧珍', stdin=said, data_dir=data)
            assert refused.returncode == 1 and 'nobody was erased' in one_line(refused)
        assert os.path.join(data, 'records.db') in files_with(data, '欧阳慧珍')
        inside = os.path.join(data, 'backups', 'records-2026-01-01T000000Z.db')
        assert hih('backup', 'make', inside, data_dir=data).returncode == 0
        erased = hih('trainee', 'erase', '欧阳慧珍', stdin='欧阳慧珍\n'.encode(), data_dir=data, leaks=True)
        assert erased.returncode == 0 and not erased.stderr, erased
        told = erased.stdout.decode()
        left = files_with(data, '欧阳慧珍')
        # The program's own daily backup may be among them.
        assert inside in left and all(os.path.dirname(path) == os.path.dirname(inside) and path in told for path in left), left
        assert re.search('thinned out by 20[0-9]{2}-', told), told
        assert re.search('to delete these too: hih trainee erase [0-9A-Za-z-]+ --yes --backups', told), told
        assert b'hih trainee erase ID' in hih('trainee', 'erase', '欧阳慧珍', '--yes', '--backups', data_dir=data).stderr
        assert hih('trainee', 'erase', '欧阳慧珍', '--yes', data_dir=data).returncode == 1
        # Another program is reading: erased, but the file cannot be cleaned yet; the line says how to go on.
        with contextlib.closing(sqlite3.connect(os.path.join(data, 'records.db'))) as db:
            db.execute('BEGIN')
            db.execute('SELECT count(*) FROM event').fetchall()
            busy = hih('trainee', 'erase', two[0], '--yes', data_dir=data)
        assert busy.returncode == 1 and f'erase {two[0]} --yes' in one_line(busy), busy
        assert hih('trainee', 'erase', two[0], '--yes', data_dir=data).returncode == 0
        assert hih('trainee', 'erase', json.load(open(out, encoding='utf-8'))['id'], '--yes', '--backups',
                   data_dir=data).stdout.decode().count('deleted: ' + inside) == 1
        assert files_with(data, '欧阳慧珍') == []
        assert hih('backup', 'check', os.path.join(data, 'records.db')).returncode == 0
        assert len(json.loads(hih('trainee', 'list', '--format=json', data_dir=data).stdout)) == 1


def test_overdue():
    with tempfile.TemporaryDirectory() as data:
        assert hih('sample', 'fill', '--trainees=12', '--days=200', '--seed=5', data_dir=data).returncode == 0
        due = {months: json.loads(hih('trainee', 'overdue', f'--months={months}', '--format=json', data_dir=data).stdout)
               for months in (1, 12)}
        then = ask(data, """SELECT name FROM trainee JOIN profile USING (trainee) WHERE coalesce(
          max(last_seen_at, coalesce((SELECT max(at) FROM attendance AS a WHERE a.trainee = trainee.trainee AND here), 0),
              coalesce((SELECT max(at) FROM real_phone AS r WHERE r.trainee = trainee.trainee), 0)), added_at)
          < 1000 * unixepoch('now', '-1 month')""")
        assert sorted(person['name'] for person in due[1]) == sorted(name for name, in then)
        assert due[12] == []
        # A setting of the window's holds here too.
        everybody = ask(data, 'SELECT count(*) FROM trainee')[0][0]
        with contextlib.closing(sqlite3.connect(os.path.join(data, 'records.db'))) as db:
            db.execute('UPDATE trainee SET last_seen_at = last_seen_at - 120 * 86400000, added_at = added_at - 120 * 86400000')
            db.execute('UPDATE attendance SET at = at - 120 * 86400000')
            db.execute('UPDATE real_phone SET at = at - 120 * 86400000')
            db.commit()
        write(data, 'settings.ini', '[settings]\nretention-months=3\n')
        assert len(json.loads(hih('trainee', 'overdue', '--format=json', data_dir=data).stdout)) == everybody
        for words in ['--months=0'], ['--months=x'], ['--format=pdf'], ['everybody']:
            usage = hih('trainee', 'overdue', *words, data_dir=data)
            assert usage.returncode == 2
            one_line(usage)


def test_people_round_trip():
    """What was written as CSV is brought in again, in either language, and nothing changes, not even the log."""
    odd = ['张桂英', '=SUM(1)', "'小王", "'=x", '＝甲', '赵 "小" 敏', '王，芳', '李;强', '007', 'A,B', '-1', '@home', 'Ångström']
    sheet = '姓名,图片,分组,分组2\n' + ''.join(
        ','.join('"' + cell.replace('"', '""') + '"' for cell in (("'" + name if name[0] == "'" else name), 'plum',
                                                                  '一组、二组' if i % 3 else '', '=组' if i % 2 else ''))
        + '\n' for i, name in enumerate(odd))
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, 'data')
        first = write(folder, 'first.csv', sheet)
        assert hih('trainee', 'import', first, '--dry-run', data_dir=data).stdout.startswith(b'%d would' % len(odd))
        assert not os.path.exists(data)
        assert hih('trainee', 'import', first, data_dir=data).returncode == 0
        before = json.loads(hih('trainee', 'list', '--format=json', data_dir=data).stdout)
        assert sorted(person['name'] for person in before) == sorted(odd)
        for language in ('en', 'zh_CN'):
            exported = hih('--language', language, 'trainee', 'list', '--format=csv', data_dir=data).stdout
            again = hih('trainee', 'import', write(folder, 'again.csv', exported), data_dir=data)
            assert again.returncode == 0, again.stderr
            assert again.stdout.startswith(b'0 added, 0 changed, %d as they were' % len(odd)), again.stdout
            assert json.loads(hih('trainee', 'list', '--format=json', data_dir=data).stdout) == before
        # In an empty place the same people come in, under new ids.
        other = os.path.join(folder, 'other')
        assert hih('trainee', 'import', os.path.join(folder, 'again.csv'), data_dir=other).returncode == 0
        there = json.loads(hih('trainee', 'list', '--format=json', data_dir=other).stdout)
        assert sorted((p['name'], p['picture'], p['groups']) for p in there) == sorted(
            (p['name'], p['picture'], p['groups']) for p in before)


def test_hostile_outputs():
    with tempfile.TemporaryDirectory() as folder, open('/dev/full', 'w') as full:
        assert hih('trainee', 'import', write(folder, 'people.csv', '姓名\n张桂英\n'), data_dir=folder).returncode == 0
        for words in (['lesson', 'list'], ['--help'], ['backup', '--help'], ['home', 'show', '--help'], ['--version'], ['home', 'show'],
                      ['backup', 'check', os.path.join(folder, 'records.db')], ['report', 'completion', '--format=csv']):
            result = subprocess.run([HIH, '--data-dir', folder, *words], stdout=full, stderr=subprocess.PIPE, timeout=60)
            assert result.returncode == 1, f'{words}: what could not be written is no success'
            assert one_line(result) == 'hih: write the output: No space left on device\n', (words, result)
    with tempfile.TemporaryDirectory() as folder:
        fifo = os.path.join(folder, 'pipe')
        os.mkfifo(fifo)
        reader = subprocess.Popen(['cat', fifo], stdout=subprocess.PIPE)
        people = write(folder, 'people.csv', '姓名\n张桂英\n')
        assert hih('trainee', 'import', people, data_dir=folder).returncode == 0
        assert hih('report', 'completion', '--format=csv', '-o', fifo, data_dir=folder).returncode == 0
        assert reader.communicate(timeout=20)[0].startswith(b'\xef\xbb\xbf')
        assert not os.path.isfile(fifo), 'a pipe must stay a pipe'
        os.mkdir(os.path.join(folder, 'bare'))
        result = hih('lesson', 'check', os.path.join(folder, 'bare'))
        assert result.returncode == 1 and b'there is no lesson' in result.stderr, 'a folder without lessons is no good lesson'
        twice = write(folder, 'twice.xml', '<lesson id="a" id="b"/>')
        assert b'twice' in hih('lesson', 'check', twice).stderr
        steering = write(folder, 'steer.xml', '<lesson id="x" topic="\u001b[2J" format="1"/>'.replace('\u001b', '&#27;'))
        assert b'\x1b' not in hih('lesson', 'check', steering).stderr


def test_names_that_steer():
    """Characters that steer a terminal, or turn the order of words round, are shown as a sign, in every line and on both outputs."""
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, 'data')
        people = write(folder, 'people.csv', 'name,group\nLi\x1b[2J\u202eGnaw,a\n')
        refused = hih('trainee', 'import', people, data_dir=data)
        assert refused.returncode == 1 and refused.stderr.count(b'\n') == 2, refused
        steering = os.path.join(folder, 'a\x1b]0;b\u2066\u009bc.db')
        lines = [refused.stderr, hih('backup', 'check', steering).stderr, hih('dance\u202e\x07').stderr]
        assert hih('trainee', 'import', write(folder, 'good.csv', 'name\nLi\u200d\n'), data_dir=data).returncode in (0, 1)
        if hih('backup', 'make', steering, data_dir=data).returncode == 0:
            lines.append(hih('backup', 'check', steering).stdout)
        for line in lines:
            shown = line.decode()
            assert '?' in shown and not re.search('[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]', shown), shown


def test_empty_table():
    """A table that is empty is told as that."""
    with tempfile.TemporaryDirectory() as folder:
        for content in b'', b'\xef\xbb\xbf':
            refused = hih('trainee', 'import', write(folder, 'empty.csv', content), data_dir=os.path.join(folder, 'data'))
            assert refused.returncode == 1 and 'it is empty' in one_line(refused), refused


def test_no_regular_file():
    """A table or a script that is a device, a pipe or a folder is refused at once, in one line, and so is one that is too large."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = os.path.join(folder, 'pipe')
        os.mkfifo(pipe)
        for path in pipe, folder, '/dev/zero', '/dev/null':
            for words in ['trainee', 'import', path], ['lesson', 'run', 'video-call', '--script=' + path]:
                refused = hih(*words, data_dir=os.path.join(folder, 'data'))
                assert refused.returncode == 1 and not refused.stdout, (words, refused)
                assert f'{path}: not a regular file' in one_line(refused), refused
        large = os.path.join(folder, 'large')
        with open(large, 'wb') as file:
            file.truncate((16 << 20) + 1)
        for words in ['trainee', 'import', large], ['lesson', 'run', 'video-call', '--script=' + large]:
            refused = hih(*words, data_dir=os.path.join(folder, 'data'))
            assert refused.returncode == 1 and 'larger than' in one_line(refused), refused


def test_nodes_stay():
    """A film, a sheet or a card is not put in the place of a device, a pipe or a socket: refused at once, and the node stays."""
    makers = (['film', 'make', 'video-call'], 'x.webm', 'x.webm'), (['film', 'make', 'video-call'], 'x.webm', 'x.vtt'), \
        (['film', 'make', 'video-call', '--if-changed'], 'x.webm', 'x.stamp'), (['film', 'make', 'video-call'], 'x', 'x'), \
        (['lesson', 'sheet', 'video-call'], 'x.png', 'x.png'), (['lesson', 'sheet', 'video-call'], 'x.pdf', 'x.pdf'), \
        (['card', 'step', 'video-call'], 'x.pdf', 'x.pdf'), (['card', 'login'], 'x.pdf', 'x.pdf')
    with tempfile.TemporaryDirectory() as data:
        assert hih('trainee', 'import', write(data, 'people.csv', '姓名\n张桂英\n'), data_dir=data).returncode == 0
        for kind in stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFCHR:
            for words, output, name in makers:
                with tempfile.TemporaryDirectory() as folder:
                    node = os.path.join(folder, name)
                    try:
                        os.mknod(node, kind | 0o600, os.makedev(1, 3))
                    except PermissionError: # only root makes a device
                        assert kind == stat.S_IFCHR
                        continue
                    # Where no display can be had: it is refused before anything is drawn.
                    refused = hih(*words, '-o', os.path.join(folder, output), data_dir=data, env={'PATH': '/nonexistent'})
                    assert refused.returncode == 1 and not refused.stdout, (words, refused)
                    assert one_line(refused) == f'hih: write {node}: not a regular file\n', refused
                    assert stat.S_IFMT(os.lstat(node).st_mode) == kind and os.listdir(folder) == [name], (words, name)


def test_one_language():
    """An error line is in one language, whatever the system speaks."""
    with tempfile.TemporaryDirectory() as folder:
        bad = write(folder, 'bad.xml', '<lesson id="a"')
        empty = write(folder, 'empty.xml', '')
        for words in (['lesson', 'check', bad], ['lesson', 'check', empty], ['lesson', 'check', folder + '/none.xml'],
                      ['lesson', 'list', '--dance'], ['lesson', 'run', 'video-call', '--script=' + folder + '/none'],
                      ['trainee', 'import', folder + '/none.csv'], ['lesson', 'list', '--help']):
            result = hih('--language', 'zh_CN', *words, env={'LC_ALL': 'zh_CN.UTF-8', 'LANGUAGE': 'zh_CN'})
            said = (result.stderr + (result.stdout if '--help' in words else b'')).decode()
            assert said and not re.search('[\u4e00-\u9fff]', said), said


def test_damaged_records():
    with tempfile.TemporaryDirectory() as folder:
        write(folder, 'records.db', 'garbage')
        os.chmod(folder, 0o700)
        result = hih('trainee', 'list', data_dir=folder, env={'G_DEBUG': '', 'G_MESSAGES_DEBUG': ''})
        assert result.stderr.startswith(b'hih: the records were damaged') and result.stderr.count(b'\n') == 1, result.stderr


tap.run_found(globals())
