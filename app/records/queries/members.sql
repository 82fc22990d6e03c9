-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT trainee, group_name FROM group_member WHERE member = 1 ORDER BY trainee, group_name
