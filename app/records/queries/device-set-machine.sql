-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE device SET machine = ?1 WHERE me = 1
