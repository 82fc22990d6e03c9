-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(rev), 0) FROM home_fact WHERE key = ?2
