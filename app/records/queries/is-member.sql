-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT member FROM group_member WHERE trainee = ?1 AND group_name = ?2
