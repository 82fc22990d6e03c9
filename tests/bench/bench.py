# SPDX-License-Identifier: GPL-3.0-or-later
"""What all benchmarks share: a display whose pixels can be read, turns, medians, and the line that is printed."""
import ctypes
import mmap
import os
import statistics
import struct
import subprocess
import tempfile
import time


def say(name, ratio, ours, peer, aim, unit='', below=True):
    """The one form of a result. The ratio comes from one run; nothing is compared with another day."""
    sign = '<=' if below else '>='
    unit = f' {unit}' if unit else ''
    print(f'{name} ratio {ratio:.3g} (ours {ours:.4g}{unit}, peer {peer:.4g}{unit}, aim {sign} {aim:g})', flush=True)


def compare(name, ours, peer, aim, unit=''):
    """Of runs made in turns: the median of the pairs' ratios, and both medians."""
    ratio = statistics.median(a / max(b, 1e-9) for a, b in zip(ours, peer))
    say(name, ratio, statistics.median(ours), statistics.median(peer), aim, unit)


class Display:
    """An Xvfb of our own that keeps its picture in a file. There is no window manager: windows stand at 0, 0."""

    WIDTH, HEIGHT = 1920, 1080

    def __init__(self):
        self.dir = tempfile.TemporaryDirectory(prefix='hih-bench-')
        ours, theirs = os.pipe()
        self.server = subprocess.Popen(
            ['Xvfb', '-displayfd', str(theirs), '-fbdir', self.dir.name, '-screen', '0', f'{self.WIDTH}x{self.HEIGHT}x24',
             '-dpi', '96', '-nolisten', 'tcp', '-noreset'], pass_fds=[theirs], stderr=subprocess.DEVNULL)
        os.close(theirs)
        with os.fdopen(ours) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise SystemExit('The display (Xvfb) did not start.')
        self.env = dict(os.environ, DISPLAY=f':{number}', GDK_BACKEND='x11', GSK_RENDERER='cairo', LC_ALL='zh_CN.UTF-8',
                        HIH_AUDIO_SINK='fakesink', HIH_SPEAKER='none')
        with open(f'{self.dir.name}/Xvfb_screen0', 'rb') as screen:
            self.pixels = mmap.mmap(screen.fileno(), 0, prot=mmap.PROT_READ)
        # The file is an XWD one: its header tells where the picture begins and how long a row is.
        header = struct.unpack('>25I', self.pixels[:100])
        self.start, self.stride = header[0] + header[19] * 12, header[12]
        self.xdisplay = None

    def rows(self, x, y, width, height, every=1):
        """Of every so many rows the bytes of a rectangle, in one."""
        first = self.start + y * self.stride + x * 4
        return b''.join(self.pixels[first + i * self.stride:first + i * self.stride + width * 4]
                        for i in range(0, height, every))

    def pixel(self, x, y):
        return self.rows(x, y, 1, 1)[:3]

    def press(self, keysym):
        """A key goes down and up in the server, as if a finger had pressed it. Returns the moment it went down."""
        if self.xdisplay is None:
            self.x11, self.xtst = ctypes.CDLL('libX11.so.6'), ctypes.CDLL('libXtst.so.6')
            self.x11.XOpenDisplay.restype = ctypes.c_void_p
            self.xdisplay = ctypes.c_void_p(self.x11.XOpenDisplay(self.env['DISPLAY'].encode()))
        code = self.x11.XKeysymToKeycode(self.xdisplay, ctypes.c_ulong(keysym))
        self.xtst.XTestFakeKeyEvent(self.xdisplay, code, 1, 0)
        at = time.monotonic()
        self.x11.XFlush(self.xdisplay)
        self.xtst.XTestFakeKeyEvent(self.xdisplay, code, 0, 0)
        self.x11.XFlush(self.xdisplay)
        return at

    def point(self, x, y):
        """The keys go to the window under the pointer."""
        subprocess.run(['xdotool', 'mousemove', str(x), str(y)], env=self.env, check=True)

    def close(self):
        self.server.terminate()
        self.server.wait()
        self.pixels.close()
        self.dir.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.close()


def wait_until(ask, seconds, what, pause=0.001):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ask():
            return time.monotonic()
        time.sleep(pause)
    raise SystemExit(f'waited {seconds} s for {what}')


def end(process):
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def ticks(pid):
    """Processor seconds of a process and all its threads."""
    with open(f'/proc/{pid}/stat', encoding='utf-8') as stat:
        fields = stat.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def wakeups(pid):
    """How often its threads went to sleep of their own will, so far."""
    total = 0
    for task in os.listdir(f'/proc/{pid}/task'):
        with open(f'/proc/{pid}/task/{task}/status', encoding='utf-8') as status:
            total += int(next(line for line in status if line.startswith('voluntary_ctxt_switches')).split()[1])
    return total
