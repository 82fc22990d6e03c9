# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy (.clang-tidy) and clang's own warnings on the C files that were changed. tidy.py SOURCE-ROOT BUILD-ROOT [--all [KEPT]]

Changed is what git does not know yet, and what was changed since the commit HIH_TIDY_SINCE (by the last ten; where fewer are there, since the
oldest); at most HIH_TIDY_MOST (20) files, the newest first, because each takes some seconds. Without git's history it is skipped. tests/soak tidy looks at all; in the folder KEPT stands which were found good,
as the compiler reads them, so that it can be stopped and goes on there, and next time looks only at what is new.
"""
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys

# gcc's words that clang does not know, and one of ours that it takes for its own.
ARGUMENTS = ['-Wno-unknown-warning-option', '-Wno-unused-command-line-argument', '-Wno-ignored-optimization-argument']
PRECOMPILED = r'(?<= )(-fpch-preprocess|-include \S+) '
COMMITS = 10
SKIPPED = 77  # as meson calls it
TIMEOUT = 300  # s a file, on a computer that has much else to do


class GitError(Exception):
    pass


def git(root, *words):
    result = subprocess.run(['git', '-C', root, '-c', 'safe.directory=*', *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        raise GitError(f'git {" ".join(words)}: {result.stderr.strip().splitlines()[0] if result.stderr.strip() else result.returncode}')
    return result.stdout


def find_since(root):
    since = os.environ.get('HIH_TIDY_SINCE')
    return since or git(root, 'rev-list', '--first-parent', f'--max-count={COMMITS + 1}', 'HEAD').split()[-1]


def list_changed(root):
    new = git(root, 'ls-files', '-mo', '--exclude-standard', '-z').split('\0')
    names = git(root, 'log', '--first-parent', '-m', '--format=', '--name-only', '-z', '--diff-filter=d', find_since(root) + '..HEAD').split('\0')
    return [name for name in dict.fromkeys(new + names) if name.endswith('.c') and os.path.exists(os.path.join(root, name))]


def list_built(build):
    """What the build compiles, and how the compiler is called for it."""
    with open(os.path.join(list_plain(build), 'compile_commands.json'), encoding='utf-8') as file:
        return {os.path.realpath(os.path.join(entry['directory'], entry['file'])): entry['command'] for entry in json.load(file)}


def list_plain(build):
    """Has clang-tidy read each file by itself, without what gcc has read before (c_pch); the folder where it finds that said."""
    folder = os.path.join(build, 'tidy')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as file:
        entries = json.load(file)
    for entry in entries:
        entry['command'] = re.sub(PRECOMPILED, '', entry['command'])
    with open(os.path.join(folder, 'compile_commands.json'), 'w', encoding='utf-8') as file:
        json.dump(entries, file)
    return folder


def name_reading(root, build, command):
    """A name for the file with all it includes, its comments (NOLINT) and what is looked for; None when it cannot be read."""
    words = shlex.split(re.sub(r'^(\S*ccache +)?\S+|(?<= )(-c|-MD|-(o|MQ|MF) *\S+)(?= )', '', command))
    read = subprocess.run(['nice', 'clang', '-E', '-C', *words, *ARGUMENTS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=build, check=False)
    with open(os.path.join(root, '.clang-tidy'), 'rb') as file:
        whole = read.stdout + ' '.join(words).encode() + file.read()
    # Not where the tree lies: what was kept in one holds in every other.
    return hashlib.sha256(whole.replace(root.encode(), b'')).hexdigest() if read.returncode == 0 else None


def look_once(root, build, name, command, kept):
    """As look(), but not again at what was found good."""
    reading = name_reading(root, build, command) if kept else None
    path = os.path.join(kept, reading) if reading else None
    if path and os.path.exists(path):
        return []
    found = look(root, build, name)
    if path and not found:
        with open(path, 'w', encoding='utf-8') as file:
            file.write(name + '\n')
    return found


def look(root, build, name):
    command = ['nice', 'clang-tidy', '--quiet', '-p', os.path.join(build, 'tidy')] + [f'--extra-arg={word}' for word in ARGUMENTS] + [os.path.join(root, name)]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=build, timeout=TIMEOUT, check=False)
    found = sorted({re.sub(r'^.*?/?((?:app|tests)/)', r'\1', line) for line in result.stdout.splitlines() if re.search(r': (error|warning): ', line)})
    if result.returncode != 0 and not found:
        found = [f'{name}: clang-tidy did not run: {(result.stderr or result.stdout).strip()[-200:]}']
    return found


def check(root, build, everything=False, kept=None):
    built = list_built(build)
    try:
        names = [os.path.relpath(path, root) for path in built if path.startswith(root + os.sep)] if everything else list_changed(root)
    except GitError as error:
        yield f'what was changed is not known: {error}'
        return
    names = [name for name in names if os.path.realpath(os.path.join(root, name)) in built and not name.startswith('_build')]
    changed = len(names)
    if not everything:
        names = names[:int(os.environ.get('HIH_TIDY_MOST', '20'))]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(lambda name: look_once(root, build, name, built[os.path.realpath(os.path.join(root, name))], kept), sorted(names)):
            yield from found
    print(f'# {len(names)} of {changed} files looked at')


def main():
    root, build = (os.path.realpath(path) for path in sys.argv[1:3])
    kept = sys.argv[4] if sys.argv[3:4] == ['--all'] and len(sys.argv) > 4 else None
    status = 0
    if '--all' not in sys.argv and not os.path.exists(os.path.join(root, '.git')):
        print('# no history here that says what was changed')
        sys.exit(SKIPPED)
    if kept:
        os.makedirs(kept, exist_ok=True)
    for finding in check(root, build, '--all' in sys.argv, kept):
        print(finding, flush=True)
        status = 1
    sys.exit(status)


if __name__ == '__main__':
    main()
