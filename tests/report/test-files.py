# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports as those meet them who open them: LibreOffice reads the workbooks, poppler the papers, and the ledger's numbers
are counted once more over the log of events. Prints TAP."""
import collections
import csv
import datetime
import glob
import io
import json
import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import tap

HIH, FILL = sys.argv[1], sys.argv[2]
KINDS = ('ledger', 'completion', 'class-sheet', 'lesson-steps', 'rechecks', 'person', 'certificate')
NASTY = ('=HYPERLINK("http://x","y")', '+86 138', '-1+1', '@SUM(A1)', '＝1+1', '＠cmd')
# Of the two months of fill-home: October, in China.
FROM, TO = '2026-10-01', '2026-10-31'
os.environ['TZ'] = 'Asia/Shanghai'
FOLDER = tempfile.TemporaryDirectory(prefix='hih-reports-')
HOME = os.path.join(FOLDER.name, 'home')
subprocess.run([FILL, HOME], check=True, timeout=120)


def path(name):
    return os.path.join(FOLDER.name, name)


def hih(*words, data_dir=HOME):
    # As a script calls it: the language is the one that is named, whatever the environment has.
    return subprocess.run([HIH, '--data-dir', data_dir, '--language', 'zh_CN', *words], capture_output=True, timeout=120,
                          env=dict(os.environ, LC_ALL='C'))


def report(kind, *words):
    who = ('--who', '王"芳, 大') if kind == 'person' else ()
    result = hih('report', kind, *who, *words)
    assert result.returncode == 0, (kind, words, result.stderr)
    return result.stdout


def rows(kind, *words):
    return json.loads(report(kind, '--format=json', *words))


def sheet(kind, *words):
    return list(csv.reader(io.StringIO(report(kind, '--format=csv', *words).decode('utf-8-sig'))))


def plain(cell):
    """A cell of CSV without the apostrophe that guards it."""
    return cell[1:] if cell[:1] == "'" else cell


def number(cell):
    """25.0 and 25 are one number; 9:15:00 AM, as LibreOffice writes hours, is 9:15."""
    hours = re.fullmatch(r'(\d+):(\d\d)(?::00)?( [AP]M)?', cell)
    if hours:
        hour = int(hours[1]) if not hours[3] else int(hours[1]) % 12 + (12 if hours[3] == ' PM' else 0)
        return f'{hour}:{hours[2]}'
    return re.sub(r'^(-?\d+)\.0$', r'\1', cell)


def refuse(*words, code=1, data_dir=HOME):
    result = hih(*words, data_dir=data_dir)
    assert result.returncode == code, (words, result)
    assert result.stderr.count(b'\n') == 1 and result.stderr.startswith(b'hih: '), result.stderr
    return result.stderr.decode()


class Log:
    """The events that hold, read from the log alone."""

    def __init__(self):
        base = sqlite3.connect(f'file:{HOME}/records.db?mode=ro', uri=True)
        events = base.execute('SELECT event.device, seq, at, trainee, verb, body, lower(hex(uuid)) FROM event '
                              'JOIN device ON device.id = event.device ORDER BY 1, 2').fetchall()
        base.close()
        voided = {(json.loads(e[5])['device'].replace('-', ''), json.loads(e[5])['seq']) for e in events if e[4] == 'voided'}
        self.events = [(at, who, verb, json.loads(body)) for _, seq, at, who, verb, body, uuid in events
                       if (uuid, seq) not in voided]

    def of(self, *verbs):
        return [event for event in self.events if event[2] in verbs]

    def latest(self, verb, key):
        """Of each key the event with the highest rev."""
        found = {}
        for event in self.of(verb):
            name = key(event)
            if name not in found or found[name][3]['rev'] < event[3]['rev']:
                found[name] = event
        return found


def count_ledger(first, last):
    """The ledger of the days from first to last, by the words of RECORDS.md, over the log: {group: {column: number}}."""
    log = Log()
    begin = datetime.datetime.fromisoformat(first).timestamp() * 1000
    end = (datetime.datetime.fromisoformat(last) + datetime.timedelta(days=1)).timestamp() * 1000
    groups = collections.defaultdict(set)
    membership = {}
    for _, who, verb, body in log.of('group-joined', 'group-left'):
        if membership.get((who, body['group']), (0,))[0] < body['rev']:
            membership[who, body['group']] = body['rev'], verb == 'group-joined'
    for (who, group), (_, member) in membership.items():
        if member:
            groups[who].add(group)
    facts = []  # column, group or None, person or None, number

    def inside(at):
        return begin <= at < end

    sessions = {body['session']: (at, body['group']) for at, _, _, body in log.of('session-begun')}
    for at, group in sessions.values():
        if inside(at):
            facts.append(('sessions', group, None, 1))
    people = collections.defaultdict(set)
    for (session, who), event in log.latest('attended', lambda e: (e[3]['session'], e[1])).items():
        if event[3]['here'] and inside(sessions[session][0]):
            facts.append(('person_times', sessions[session][1], None, 1))
            people['persons'].add(who)
    days = set()
    for at, who, _, _ in log.of('run-started'):
        if inside(at):
            people['persons'].add(who)
            days.add((who, datetime.datetime.fromtimestamp(at / 1000).date()))
    facts += [('practice_days', None, who, 1) for who, _ in days]
    for at, who, _, body in log.of('run-ended'):
        if inside(at) and body['able']:
            people['able_alone'].add(who)
    # The last word of these days: what is ticked later changes nothing in them.
    for (who, *_), event in log.latest('real-phone-ticked', lambda e: (e[1], e[3]['lesson'], inside(e[0]))).items():
        if inside(event[0]) and event[3]['tick'] == 'alone':
            people['real_phone_alone'].add(who)
    for column, those in people.items():
        facts += [(column, None, who, 1) for who in those]
    for event in log.latest('helper-time-noted', lambda e: (e[3]['entry'], e[3]['helper'])).values():
        at, group = sessions.get(event[3].get('session'), (event[0], ''))
        if inside(at):
            facts.append(('helper_hours', group, None, event[3]['helpers'] * event[3]['minutes'] / 60))
    for event in log.latest('family-call-held', lambda e: e[3]['call']).values():
        if inside(event[0]) and event[3]['outcome'] == 'held':
            facts.append(('family_calls', None, event[1], 1))
    for at, who, _, _ in log.of('offline-service-given'):
        if inside(at):
            facts.append(('offline_services', None if who else '', who, 1))
    ledger = collections.defaultdict(collections.Counter)
    for column, group, who, number in facts:
        ledger['total'][column] += number
        for place in ([group] if who is None else groups[who] or ['']):
            ledger[place or '没有分组'][column] += number
    return ledger


def test_ledger_counts():
    """The ledger says what the log says, for each group and in all."""
    wanted, told = count_ledger(FROM, TO), rows('ledger', f'--from={FROM}', f'--to={TO}')
    assert wanted['total']['sessions'] > 5 and wanted['total']['real_phone_alone'] > 0, wanted['total']
    assert wanted['total']['persons'] < sum(wanted[g]['persons'] for g in wanted if g != 'total'), 'nobody is in two groups'
    assert {row['group'] for row in told} == set(wanted), (told, wanted)
    for row in told:
        for column, number in row.items():
            if column != 'group':
                assert round(wanted[row['group']][column], 8) == round(number, 8), (row['group'], column, wanted[row['group']][column], number)
    # What stands on paper adds up: helpers belong to one group each.
    printed = [row[list(told[0]).index('helper_hours')] for row in sheet('ledger', f'--from={FROM}', f'--to={TO}')[1:]]
    minutes = [int(hours) * 60 + int(rest) for hours, rest in (cell.split(':') for cell in printed)]
    assert sum(minutes[:-1]) == minutes[-1] > 0, printed
    one = rows('ledger', f'--from={FROM}', f'--to={TO}', '--group=一楼')
    assert one == [row for row in told if row['group'] == '一楼'], one


def test_names_only_when_asked():
    names = [row[0] for row in sqlite3.connect(f'file:{HOME}/records.db?mode=ro', uri=True).execute('SELECT name FROM profile')]
    for kind in KINDS:
        for form in ('csv', 'json', 'table'):
            text = report(kind, f'--format={form}').decode()
            assert not any(name in text or plain(name) in text for name in names), (kind, form)
    assert '学员20' in report('completion', '--names').decode()
    assert '学员21' in report('class-sheet', '--names').decode()
    assert '学员' not in report('ledger', '--names').decode(), 'a ledger has no names at all'
    statements = json.loads(report('completion', '--format=xapi'))
    assert statements and all('name' not in s['actor'] for s in statements)


def test_statements():
    """xAPI: actor, verb, activity; the same fact has the same id each time."""
    statements = json.loads(report('completion', '--format=xapi', '--names'))
    able = {(row['person'], row['lesson']) for row in rows('completion', '--names') if row['completion'] == 'able-alone'}
    mastered = {(s['actor']['name'], s['object']['id'].rsplit('/', 1)[1]) for s in statements if s['verb']['id'].endswith('/mastered')}
    assert able == mastered and able, (able, mastered)
    for s in statements:
        assert re.fullmatch(r'[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}', s['id']), s
        assert re.fullmatch(r'20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ', s['timestamp']), s
    assert len({s['id'] for s in statements}) == len(statements)
    assert statements == json.loads(report('completion', '--format=xapi', '--names'))
    assert len(json.loads(report('person', '--format=xapi'))) == len(rows('person'))
    assert 'xAPI' in refuse('report', 'ledger', '--format=xapi', '-o', path('x.json'))
    assert not os.path.exists(path('x.json'))


def test_workbooks():
    """LibreOffice reads every kind as it was written; no text is a formula; numbers and days are numbers."""
    books = {}
    for kind in KINDS:
        books[kind] = path(f'{kind}.xlsx')
        report(kind, '--names', '--format=xlsx', '--home=示范养老院', '-o', books[kind])
        with zipfile.ZipFile(books[kind]) as book:
            text = book.read('xl/worksheets/sheet1.xml').decode()
            assert '<f>' not in text and '<f ' not in text, f'{kind}: a formula'
            assert 'state="frozen"' in text and '示范养老院' in text, kind
    subprocess.run(['soffice', f'-env:UserInstallation=file://{path("profile")}', '--headless', '--convert-to',
                    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir', path('read'),
                    *books.values()], check=True, timeout=180, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for kind in KINDS:
        with open(path(f'read/{kind}.csv'), encoding='utf-8-sig', newline='') as file:
            read = list(csv.reader(file))
        ours = [[number(plain(cell)) for cell in row] for row in sheet(kind, '--names')]
        width = len(ours[0])
        for theirs, row in zip(read[2:2 + len(ours)], ours):
            assert [number(cell) for cell in theirs[:width]] == row, (kind, theirs, row)
        assert any('（签字）' in row[0] for row in read[2 + len(ours):]), kind
    with zipfile.ZipFile(books['completion']) as book:
        text, styles = book.read('xl/worksheets/sheet1.xml').decode(), book.read('xl/styles.xml').decode()
    for nasty in NASTY[:4]:
        assert nasty.replace('"', '&quot;').replace('&quot;', '"') in text.replace('&quot;', '"'), nasty
    assert 'yyyy-mm-dd' in styles
    # Over numbers a heading stands to the right, as they do.
    with zipfile.ZipFile(books['ledger']) as book:
        text, styles = book.read('xl/worksheets/sheet1.xml').decode(), book.read('xl/styles.xml').decode()
    looks = re.findall(r'<xf .*?(?:/>|</xf>)', styles[styles.index('<cellXfs'):])
    heads = [looks[int(look)] for look in re.findall(r'<c r="[A-Z]+3" s="(\d+)"', text)]
    assert 'horizontal="right"' not in heads[0] and all('horizontal="right"' in head for head in heads[1:]), heads
    people = [plain(row[0]) for row in sheet('completion', '--names')]
    assert all(nasty in people for nasty in NASTY)


def test_csv_has_no_formula():
    for row in sheet('completion', '--names') + sheet('class-sheet', '--names'):
        assert not any(cell.lstrip()[:1] in ('=', '+', '-', '@', '＝', '＋', '－', '＠') for cell in row if cell), row


def test_papers():
    """Poppler reads every kind: A4, numbered pages, the heading on each, fonts inside, places for signature and seal."""
    for kind in KINDS:
        file = path(f'{kind}.pdf')
        report(kind, '--names', '--format=pdf', '--home=示范养老院', '-o', file)
        info = subprocess.run(['pdfinfo', file], capture_output=True, text=True, check=True, timeout=60).stdout
        pages = int(re.search(r'Pages:\s+(\d+)', info)[1])
        assert '595' in info and '841' in info, info
        fonts = subprocess.run(['pdffonts', file], capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()[2:]
        assert fonts and all('CJK' in font and ' yes ' in font for font in fonts), fonts
        text = subprocess.run(['pdftotext', '-layout', file, '-'], capture_output=True, text=True, check=True, timeout=60).stdout
        sheets = text.split('\f')[:-1]
        assert len(sheets) == pages
        assert '盖章' in text and '示范养老院' in text, (kind, text)
        if kind == 'certificate':
            assert pages == len(rows(kind)) and '学员20' in text
            continue
        assert '签字' in text and '日期' in text
        assert all(re.search(f'第 {number} 页，共 {pages} 页', page) for number, page in enumerate(sheets, 1)), text
    completion = subprocess.run(['pdftotext', '-layout', path('completion.pdf'), '-'], capture_output=True, text=True, timeout=60).stdout
    sheets = completion.split('\f')[:-1]
    assert len(sheets) > 3 and all('学到哪里' in page for page in sheets[:-1]), 'the heading stands on every page with rows'
    assert completion.count('学员20') == sum(row['person'] == '学员20' for row in rows('completion', '--names'))


def without_radicals(text):
    """Newer poppler may read a character that is also a radical (女, 用) as the radical, which looks the same."""
    return ''.join(unicodedata.normalize('NFKC', each) if '\u2e80' <= each <= '\u2fdf' else each for each in text)


def text_of(file):
    return without_radicals(subprocess.run(['pdftotext', '-layout', file, '-'], capture_output=True, text=True, check=True, timeout=60).stdout)


def test_cards():
    """The take-home card has six steps, in words of 20 points; the cards for signing in everybody's name, eight a sheet."""
    card, login = path('card.pdf'), path('login.pdf')
    made = hih('card', 'step', 'video-call', '--who=学员20', '--contact=小芳', '--home=示范养老院', '-o', card)
    assert made.returncode == 0, made.stderr
    text = text_of(card)
    for words in ('给女儿打视频电话', '学员20', '小芳', '示范养老院', '点“聊天”', '不用手机，也能办', '验证码'):
        assert words in text.replace(' ', ''), (words, text)
    box = subprocess.run(['pdftotext', '-bbox', card, '-'], capture_output=True, text=True, check=True, timeout=60).stdout
    heights = [float(b) - float(a) for a, b in re.findall(r'yMin="([\d.]+)" [^>]*yMax="([\d.]+)">点“聊天”<', box)]
    assert heights and min(heights) >= 20, heights
    assert 'Pages:           1' in subprocess.run(['pdfinfo', card], capture_output=True, text=True, check=True, timeout=60).stdout
    made = hih('card', 'login', '-o', login)
    assert made.returncode == 0, made.stderr
    assert 'Pages:           3' in subprocess.run(['pdfinfo', login], capture_output=True, text=True, check=True, timeout=60).stdout
    assert all(f'学员{i}' in text_of(login) for i in range(7, 24))
    refuse('card', 'step', 'video-call', code=2)
    assert '没有这个人' in refuse('card', 'step', 'video-call', '--who=没有这个人', '-o', card)
    refuse('card', 'login', '-o', path('nowhere/login.pdf'))
    refuse('card', 'login', '-o', path('l.pdf'), data_dir=path('empty'))


def test_one_clear_line():
    """Bad days, groups, people, formats and places: one line, the right exit status, and nothing half written."""
    out = path('out.csv')
    for words in (['--from=2026-13-01'], ['--from=2026-02-30'], ['--from=20261101'], ['--to=tomorrow'],
                  ['--from=2026-11-02', '--to=2026-11-01'], ['--format=xls'], ['--dance']):
        refuse('report', 'completion', '-o', out, *words, code=2)
    refuse('report', 'person', code=2)
    assert '三楼' in refuse('report', 'completion', '--group=三楼', '-o', out)
    assert '没有这个人' in refuse('report', 'person', '--who=没有这个人', '-o', out)
    assert 'juggle' in refuse('report', 'lesson-steps', '--lesson=juggle', '-o', out)
    assert not os.path.exists(out)
    for form in ('csv', 'json', 'xlsx', 'pdf', 'xapi', 'table'):
        for place in (path('nowhere/out'), FOLDER.name, '/proc/out', '/dev/full'):
            line = refuse('report', 'completion', f'--format={form}', '-o', place)
            assert place in line, line
    os.mkdir(path('small'))
    kept = path('small/out.xlsx')
    with open(kept, 'w', encoding='utf-8') as file:
        file.write('kept')
    limited = subprocess.run(['bash', '-c', 'ulimit -f 2; exec "$@"', 'bash', HIH, '--data-dir', HOME, 'report', 'completion',
                              '--format=csv', '-o', kept], capture_output=True, timeout=60)
    assert limited.returncode != 0 and open(kept, encoding='utf-8').read() == 'kept', 'what lay there must stay whole'


def test_interrupted():
    """Whoever stops it in the middle finds the folder as it was."""
    os.mkdir(path('stopped'))
    ours, theirs = os.openpty()
    with subprocess.Popen([HIH, '--data-dir', HOME, 'report', 'completion', '--format=pdf', '-o', path('stopped/a.pdf')],
                          stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as program:
        while program.poll() is None and not os.listdir(path('stopped')):
            pass
        program.send_signal(signal.SIGINT)
        code = program.wait(60)
    os.close(ours)
    os.close(theirs)
    left = os.listdir(path('stopped'))
    # Or it was done already: then the file is whole, and the signal only ends the program.
    assert (code, left) in ((1, []), (0, ['a.pdf']), (-signal.SIGINT, ['a.pdf'])), (code, left)
    if left:
        with open(path('stopped/a.pdf'), 'rb') as file:
            whole = file.read()
        assert whole.startswith(b'%PDF') and whole.rstrip().endswith(b'%%EOF')


def test_files_as_files_are():
    """Poured into a pipe it is the same file; beside the file nothing is left; its rights are those of any new file."""
    os.mkdir(path('tidy'))
    file = path('tidy/a.xlsx')
    report('ledger', '--format=xlsx', '-o', file)
    assert os.listdir(path('tidy')) == ['a.xlsx']
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o666 & ~mask
    os.symlink('a.xlsx', path('tidy/b.xlsx'))
    report('ledger', '--format=xlsx', '-o', path('tidy/b.xlsx'))
    assert os.path.islink(path('tidy/b.xlsx'))
    for form, begin in (('pdf', b'%PDF'), ('xlsx', b'PK'), ('csv', b'\xef\xbb\xbf')):
        assert report('ledger', f'--format={form}').startswith(begin), form
    assert not glob.glob(path('tidy/.*'))


tap.run_found(globals())
