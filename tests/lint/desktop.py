# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads, by its own validators: desktop entry, D-Bus service, metainfo, settings schema.
desktop.py SOURCE-ROOT BUILD-ROOT"""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

import tree

APP_ID = 'org.handinhand.HandInHand'


def run(*command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    return [] if result.returncode == 0 else result.stdout.strip().splitlines() or [command[0] + ' failed']


def check_files(data, schemas):
    """data: folder of the merged files; schemas: folder of the schema."""
    entry, metainfo, service = (os.path.join(data, APP_ID + end) for end in ('.desktop', '.metainfo.xml', '.service'))
    yield from run('desktop-file-validate', entry)
    # The program has no home page: from 1.0 on (Debian 13) that is a warning, which older ones cannot be told to leave out.
    faults = run('appstreamcli', 'validate', '--no-net', metainfo)
    if [line.split()[-1] for line in faults if line.startswith(('E:', 'W:'))] != ['url-homepage-missing']:
        yield from faults
    yield from run('glib-compile-schemas', '--strict', '--dry-run', schemas)
    text = tree.read('', entry)
    for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
        if not re.search(rf'^{key}\[zh_CN\]=', text, re.M):
            yield f'{entry}: {key} has no Chinese'
    if f'Icon={APP_ID}\n' not in text or 'DBusActivatable=true\n' not in text:
        yield f'{entry}: Icon or DBusActivatable is wrong'
    text = tree.read('', service)
    if f'Name={APP_ID}\n' not in text or not re.search(r'^Exec=/.+/hand-in-hand --gapplication-service$', text, re.M):
        yield f'{service}: Name or Exec is wrong'
    component = xml.parse(metainfo).getroot()
    summary = component.findtext('summary')
    if len(summary) > 35 or summary.endswith('.') or len(component.findtext('name')) > 15:
        yield f'{metainfo}: the name has more than 15 or the summary more than 35 letters, or a full stop'


def check(root):
    yield from check_files(os.path.join(sys.argv[2], 'data'), os.path.join(root, 'data'))


if __name__ == '__main__':
    tree.main(check)
