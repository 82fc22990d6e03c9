-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT group_name FROM group_member WHERE trainee = ?1 AND member = 1 ORDER BY group_name
