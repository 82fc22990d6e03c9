-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(rev), 0) FROM real_phone WHERE trainee = ?1 AND lesson = ?2
