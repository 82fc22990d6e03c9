# SPDX-License-Identifier: GPL-3.0-or-later
"""Test Anything Protocol: one line a test, the reason below it."""
import sys
import traceback


class Skip(Exception):
    pass


def run(*tests):
    """Runs the functions one after another; their first line of documentation is their name."""
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        name = (test.__doc__ or test.__name__).strip().splitlines()[0].rstrip('.')
        try:
            test()
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}', flush=True)
        except Exception:
            failed += 1
            print(f'not ok {number} {name}')
            print(''.join('# ' + line + '\n' for line in traceback.format_exc().splitlines()), flush=True)
        else:
            print(f'ok {number} {name}', flush=True)
    sys.exit(1 if failed else 0)


def run_found(names):
    """Runs every function called test_… of a module, in its order: run_found(globals())."""
    run(*[value for name, value in list(names.items()) if name.startswith('test_')])
