# SPDX-License-Identifier: GPL-3.0-or-later
"""No circles inside the room: what one file of app/phone needs of another never leads back to it."""
import re
import subprocess
import sys

import tap

LIBRARY = sys.argv[1]


def read_symbols(library):
    """{file: symbols it has}, {file: symbols it wants}."""
    has, wants, here = {}, {}, None
    lines = subprocess.run(['nm', '--extern-only', library], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout
    for line in lines.splitlines():
        member = re.search(r'([\w-]+)\.c\.o:$', line)
        symbol = re.match(r'[0-9a-f ]{16} ([A-Za-z]) (\w+)$', line)
        if member:
            here = re.sub('^elements_', 'elements/', member.group(1))
            has[here], wants[here] = set(), set()
        elif symbol:
            (wants if symbol.group(1) == 'U' else has)[here].add(symbol.group(2))
    return has, wants


def arrows(has, wants):
    """{file: files it needs}"""
    home = {symbol: name for name, symbols in has.items() for symbol in symbols}
    return {name: {home[symbol] for symbol in symbols if symbol in home} - {name} for name, symbols in wants.items()}


def find_circles(needs):
    """Groups of files that all lead to each other (Tarjan)."""
    order, low, stack, found = {}, {}, [], []

    def visit(name):
        order[name] = low[name] = len(order)
        stack.append(name)
        for other in sorted(needs[name]):
            if other not in order:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], order[other])
        if low[name] == order[name]:
            group = stack[stack.index(name):]
            del stack[stack.index(name):]
            if len(group) > 1:
                found.append(sorted(group))

    for name in sorted(needs):
        if name not in order:
            visit(name)
    return found


def sees_circles():
    """A circle is seen"""
    assert find_circles({'a': {'b'}, 'b': {'c'}, 'c': {'b'}, 'd': {'a'}}) == [['b', 'c']]
    assert find_circles({'a': {'b', 'c'}, 'b': {'c'}, 'c': set()}) == []


def no_circles():
    """There is none in the room"""
    needs = arrows(*read_symbols(LIBRARY))
    assert len(needs) > 50 and needs['hih-brain'], needs
    circles = find_circles(needs)
    assert not circles, '; '.join(
        f'{name} needs {", ".join(sorted(needs[name] & set(group)))}' for group in circles for name in group)


tap.run(sees_circles, no_circles)
