-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(rev), 0) FROM profile WHERE trainee = ?1
