# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy (.clang-tidy) and clang's own warnings on the C files that were changed. tidy.py SOURCE-ROOT BUILD-ROOT [--all]

Changed is what git does not know yet, and what differs from the commit HIH_TIDY_SINCE (that before the last); at most HIH_TIDY_MOST (8)
files, the newest first, because each takes some seconds. tests/soak tidy looks at all.
"""
import concurrent.futures
import json
import os
import re
import subprocess
import sys

# gcc's words that clang does not know, and one of ours that it takes for its own.
ARGUMENTS = ['-Wno-unknown-warning-option', '-Wno-unused-command-line-argument', '-Wno-ignored-optimization-argument']
TIMEOUT = 300  # s a file, on a computer that has much else to do


def git(root, *words):
    return subprocess.run(['git', '-C', root, '-c', 'safe.directory=*', *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          check=False).stdout.split('\0')


def list_changed(root):
    since = os.environ.get('HIH_TIDY_SINCE', 'HEAD~1')
    names = git(root, 'ls-files', '-mo', '--exclude-standard', '-z') + git(root, 'diff', '--name-only', '-z', '--diff-filter=d', since, 'HEAD')
    return [name for name in dict.fromkeys(names) if name.endswith('.c')]


def list_built(build):
    """What the build compiles, as the compiler is called for it."""
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as file:
        return {os.path.realpath(os.path.join(entry['directory'], entry['file'])) for entry in json.load(file)}


def look(root, build, name):
    command = ['nice', 'clang-tidy', '--quiet', '-p', build] + [f'--extra-arg={word}' for word in ARGUMENTS] + [os.path.join(root, name)]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=build, timeout=TIMEOUT, check=False)
    found = sorted({re.sub(r'^.*?/?((?:app|tests)/)', r'\1', line) for line in result.stdout.splitlines() if re.search(r': (error|warning): ', line)})
    if result.returncode != 0 and not found:
        found = [f'{name}: clang-tidy did not run: {(result.stderr or result.stdout).strip()[-200:]}']
    return found


def check(root, build, everything=False):
    built = list_built(build)
    names = [os.path.relpath(path, root) for path in built if path.startswith(root + os.sep)] if everything else list_changed(root)
    names = [name for name in names if os.path.realpath(os.path.join(root, name)) in built and not name.startswith('_build')]
    if not everything:
        names = names[:int(os.environ.get('HIH_TIDY_MOST', '8'))]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda name: look(root, build, name), sorted(names)):
            yield from found
    print(f'# {len(names)} files looked at')


if __name__ == '__main__':
    findings = list(check(os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2]), '--all' in sys.argv))
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)
