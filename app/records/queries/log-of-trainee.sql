-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT device, seq, verb FROM event WHERE trainee = ?1 ORDER BY device, seq
