-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT device, seq, verb FROM event WHERE trainee IS NULL ORDER BY device, seq
