-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(rev), 0) FROM pref WHERE trainee = ?1 AND key = ?2
