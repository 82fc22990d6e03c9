-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM group_member WHERE trainee = ?1;
