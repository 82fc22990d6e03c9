# SPDX-License-Identifier: GPL-3.0-or-later
"""A finger and a mouse for GTK's Broadway display: every event carries the time that it says, so that a
gesture of three seconds is made in a moment and means the same on a busy computer as on a quick one."""
import base64
import os
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time

# gdk/broadway/broadway-protocol.h of GTK 4.8
(POINTER_MOVE, BUTTON_PRESS, BUTTON_RELEASE, TOUCH, CONFIGURE_NOTIFY, SCREEN_SIZE_CHANGED,
 ROUNDTRIP_NOTIFY) = 2, 3, 4, 5, 11, 12, 14
BUTTON1_MASK = 1 << 8
SURFACE = 1  # the first window of a fresh display


class Display:
    """gtk4-broadwayd, and this program in the place of the browser."""

    def __init__(self):
        self.run_dir = tempfile.mkdtemp(prefix='hih-broadway-')
        with socket.socket() as probe:
            probe.bind(('127.0.0.1', 0))
            self.port = probe.getsockname()[1]
        # The display's own renderer: with cairo's the server of GTK 4.18 ends at an assertion of its own (append_node_ops).
        self.env = dict(os.environ, XDG_RUNTIME_DIR=self.run_dir, GDK_BACKEND='broadway', BROADWAY_DISPLAY=':7', GSK_RENDERER='broadway')
        self.server = subprocess.Popen(['gtk4-broadwayd', '--port', str(self.port), '--address', '127.0.0.1', ':7'],
                                       env=self.env, stdout=subprocess.DEVNULL)
        self.socket = self.connect()
        self.serial = 0
        self.lock = threading.Lock()
        threading.Thread(target=self.answer, daemon=True).start()
        self.send(SCREEN_SIZE_CHANGED, 1, 1920, 1200, 1)

    def connect(self):
        deadline = time.monotonic() + 20
        while True:
            try:
                connection = socket.create_connection(('127.0.0.1', self.port))
                break
            except OSError:
                assert time.monotonic() < deadline and self.server.poll() is None, 'gtk4-broadwayd did not start'
                time.sleep(0.05)
        key = base64.b64encode(os.urandom(16)).decode()
        connection.sendall(('GET /socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
                            f'Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Protocol: broadway\r\n'
                            'Sec-WebSocket-Version: 13\r\nOrigin: http://localhost\r\n\r\n').encode())
        head = b''
        while b'\r\n\r\n' not in head:
            head += connection.recv(1)
        assert b' 101 ' in head, head
        return connection

    def receive(self, n):
        data = b''
        while len(data) < n:
            part = self.socket.recv(n - len(data))
            if not part:
                raise EOFError
            data += part
        return data

    def answer(self):
        """Reads what is drawn. GTK draws nothing more until its question whether all has come is answered."""
        try:
            while True:
                _, size = self.receive(2)
                size &= 127
                if size == 126:
                    size, = struct.unpack('>H', self.receive(2))
                elif size == 127:
                    size, = struct.unpack('>Q', self.receive(8))
                self.obey(self.receive(size))
        except (EOFError, OSError):
            pass

    def obey(self, data):
        at = 0
        while at < len(data):
            operation = data[at]
            at += 5
            if operation == 2:  # a new surface
                at += 10
            elif operation in (3, 4, 5, 6, 7):
                at += 2
            elif operation == 8:  # moved, resized
                surface, flags = struct.unpack_from('<HB', data, at)
                at += 3
                x = y = 0
                if flags & 1:
                    x, y = struct.unpack_from('<HH', data, at)
                    at += 4
                if flags & 2:
                    width, height = struct.unpack_from('<HH', data, at)
                    at += 4
                    self.send(CONFIGURE_NOTIFY, 1, surface, x, y, width, height)
            elif operation == 9:
                at += 4
            elif operation == 0:
                at += 3
            elif operation == 12:
                at += 2
            elif operation == 13:  # a picture
                size, = struct.unpack_from('<I', data, at + 4)
                at += 8 + size
            elif operation == 14:
                at += 4
            elif operation == 15:  # what a surface looks like
                size, = struct.unpack_from('<I', data, at + 2)
                at += 6 + 4 * size
            elif operation == 16:
                surface, tag = struct.unpack_from('<HI', data, at)
                at += 6
                self.send(ROUNDTRIP_NOTIFY, 1, surface, tag)
            else:
                assert operation in (1, 10), operation

    def send(self, kind, time_ms, *words):
        with self.lock:
            self.serial += 1
            words = (kind, self.serial, time_ms) + words
            payload = struct.pack(f'>{len(words)}I', *(word & 0xffffffff for word in words))
            mask = os.urandom(4)
            masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
            self.socket.sendall(bytes([0x82, 0x80 | len(payload)]) + mask + masked)

    def close(self):
        self.server.kill()
        self.server.wait()
        self.socket.close()
        shutil.rmtree(self.run_dir, ignore_errors=True)
