# SPDX-License-Identifier: GPL-3.0-or-later
"""No page has a control without a name, or one that can only be seen and not used."""
import re

import pages
import tap
from hand import BUTTONS

NEED_NAMES = BUTTONS + ('text', 'entry', 'password text', 'image', 'icon', 'slider', 'switch', 'combo box', 'list item', 'link',
                        'menu item', 'spin button')
# GTK gives a widget without a name its type's.
TYPE_NAME = re.compile(r'^(Gtk|Adw|Hih|Gdk)[A-Z]')
MANY = ('张桂英', '王福生', '李秀兰', '陈建国', '刘玉梅', '赵德顺', '周淑芬', '吴志强', '孙美华', '林国栋', '何素珍', '马长贵',
        '高玉兰', '郑文华', '谢秀英', '韩志明', '唐桂珍', '冯国强')


def look_for(find_faults):
    """Asks every page for faults; all of them are told, not only the first."""
    found, visited = [], []

    def look(program, page):
        visited.append(page)
        found.extend(f'{page}: {fault}' for fault in find_faults(program, page))

    pages.visit_all(look, MANY)
    assert len(visited) >= 18, visited
    assert not found, '\n'.join(found)


def unnamed(program, page):
    for node, name, role in program.nodes(inside_buttons=True):
        if role in NEED_NAMES and (not name.strip() or TYPE_NAME.match(name)):
            where = []
            while node is not None and len(where) < 6:
                where.append(f'{node.get_role_name()} “{node.get_name()}”')
                node = node.get_parent()
            yield 'without a name: ' + ' in '.join(where)


def useless(program, page):
    for node, name, role in program.nodes():
        if role in BUTTONS and node.get_n_actions() < 1:
            yield f'no action: {role} “{name}”'


def names():
    """Every control of every page has a name and an action."""
    look_for(lambda program, page: list(unnamed(program, page)) + list(useless(program, page)))


tap.run(names)
