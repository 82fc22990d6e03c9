# SPDX-License-Identifier: GPL-3.0-or-later
"""test-hostile.py FILM-PROBE MAKE-FILM SOURCE: films nobody should have to open. Each ends in a picture or in one plain error, with less than 512 MiB
and 5 s of processor time, and soon by the clock on the wall too; nothing hangs. Prints TAP. The good film is made on the spot; captions are the fuzz corpus's business.
"""
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zlib

import tap

PROBE, MAKE = sys.argv[1:3]
MIB_MOST = 512
SECONDS_MOST = 5
TIMES_GOOD = 10
SIDE = 30000


def huge_png(path):
    """A picture of 30000 × 30000 in black and white: 110 KB here, 3.6 GB once it is drawn."""
    def chunk(kind, data):
        return len(data).to_bytes(4, 'big') + kind + data + zlib.crc32(kind + data).to_bytes(4, 'big')

    packer = zlib.compressobj(9)
    data = b''.join(packer.compress(bytes(1 + SIDE // 8)) for _ in range(SIDE)) + packer.flush()
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', SIDE.to_bytes(4, 'big') * 2 + bytes([1, 0, 0, 0, 0])) + chunk(b'IDAT', data)
                   + chunk(b'IEND', b''))


def films(folder, good):
    """Name -> path. What each is stands in its name."""
    def write(name, data):
        path = os.path.join(folder, name)
        with open(path, 'wb') as file:
            file.write(data)
        return name, path

    chance = random.Random(5)
    yield write('empty.webm', b'')
    yield write('text.webm', 'WEBVTT\n\n00:00.000 --> 00:01.000\n一\n'.encode())
    yield write('zeros.webm', bytes(1 << 20))
    yield write('noise.webm', bytes(chance.randrange(256) for _ in range(1 << 16)))
    yield write('page.webm', b'<!DOCTYPE html><html><body>' + b'<p>no film</p>' * 999)
    yield write('vector.webm', b'<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect width="30000" height="30000"/></svg>')
    for percent in (1, 3, 10, 20, 30, 50, 90):
        yield write(f'cut-{percent}.webm', good[:len(good) * percent // 100])
    yield write('head-only.webm', good[:40] + bytes(4096))
    yield write('head-and-noise.webm', good[:200] + bytes(chance.randrange(256) for _ in range(40000)))
    # The head is whole, and so is the first cluster's own.
    cluster = good.index(b'\x1f\x43\xb6\x75')
    for kept in (8, 12, 20):
        yield write(f'cluster-{kept}-and-zeros.webm', good[:cluster + kept] + bytes(40000))
        yield write(f'cluster-{kept}-and-noise.webm', good[:cluster + kept] + bytes(chance.randrange(256) for _ in range(40000)))
    for number in range(6):
        bad = bytearray(good)
        for _ in range(1 + number * 8):
            bad[chance.randrange(40, len(bad))] = chance.randrange(256)
        yield write(f'flipped-{number}.webm', bytes(bad))
    # PixelWidth, of two bytes: 320 becomes 30000.
    yield write('wide.webm', good.replace(b'\xb0\x82\x01\x40', b'\xb0\x82\x75\x30', 1))
    # An element that says it is larger than the disk.
    yield write('endless-element.webm', good[:60] + b'\x1f\x43\xb6\x75\x01\x00\xff\xff\xff\xff\xff\xff' + good[60:4000])
    huge_png(os.path.join(folder, 'huge-picture.webm'))
    yield 'huge-picture.webm', os.path.join(folder, 'huge-picture.webm')
    os.mkdir(os.path.join(folder, 'folder.webm'))
    yield 'folder.webm', os.path.join(folder, 'folder.webm')
    os.symlink('/dev/zero', os.path.join(folder, 'endless.webm'))
    yield 'endless.webm', os.path.join(folder, 'endless.webm')
    os.mkfifo(os.path.join(folder, 'pipe.webm'))
    yield 'pipe.webm', os.path.join(folder, 'pipe.webm')
    yield 'missing.webm', os.path.join(folder, 'missing.webm')
    large = os.path.join(folder, 'large.webm')
    with open(large, 'wb') as file:
        file.write(good[:300])
        file.truncate(256 << 20)
    yield 'large.webm', large


def open_film(path, env=None):
    begun = time.monotonic()
    with tempfile.TemporaryFile('w+') as out:
        process = subprocess.Popen([PROBE, path], stdout=out, stderr=subprocess.DEVNULL, env=dict(os.environ, **(env or {})),
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return process.returncode, out.read().strip(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, time.monotonic() - begun


def judge(name, path, good_path, env=None):
    code, said, seconds, mib, lasted = open_film(path, env)
    print(f'# {name}: {said[:90]} ({seconds:.2f} s of processor time, {lasted:.1f} s, {mib:.0f} MiB)', flush=True)
    if name.startswith(('cut-1.', 'cut-3.', 'cut-10.', 'cut-20.')) and 'most of it is missing' not in said:
        return f'{name}: said “{said}”'
    # Seen before GStreamer is asked, which now and then waits for ever for what the head promises.
    if name in ('head-and-noise.webm', 'large.webm') and 'damaged before its first picture' not in said:
        return f'{name}: said “{said}”'
    if code != 0:
        return f'{name}: ended with {code}'
    if said == 'nothing' or not said or '\n' in said:
        return f'{name}: said “{said}”'
    if seconds > SECONDS_MOST or mib > MIB_MOST:
        return f'{name}: {seconds:.1f} s, {mib:.0f} MiB'
    # Who only waits uses no processor. A busy computer is slow for a good film as well, at the same time.
    if lasted > SECONDS_MOST and lasted > TIMES_GOOD * open_film(good_path)[-1]:
        return f'{name}: {lasted:.1f} s by the clock on the wall'
    return None


def hostile_films():
    """Every hostile film ends in a picture or a plain error, small and soon."""
    with tempfile.TemporaryDirectory(prefix='hih-films-') as folder:
        good_path = os.path.join(folder, 'good.webm')
        subprocess.run([MAKE, good_path], check=True, stdout=subprocess.DEVNULL)
        with open(good_path, 'rb') as file:
            good = file.read()
        faults = [judge('good.webm', good_path, good_path)]
        assert open_film(good_path)[1] == 'picture'
        faults += [judge(name, path, good_path) for name, path in films(folder, good)]
        faults.append(judge('good.webm without a decoder', good_path, good_path,
                            {'GST_PLUGIN_FEATURE_RANK': 'vp8dec:NONE,avdec_vp8:NONE,v4l2slvp8dec:NONE,vavp8dec:NONE,vaapivp8dec:NONE'}))
        faults = [fault for fault in faults if fault]
        assert not faults, '; '.join(faults)


tap.run(hostile_films)
