-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT device, seq, verb FROM event ORDER BY device, seq
