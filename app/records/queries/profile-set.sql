-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE profile SET name = coalesce(?3, name), picture = coalesce(?4, picture), guardian = coalesce(?5, guardian),
       family = coalesce(?6, family), rev = ?2, by_device = (SELECT uuid FROM device WHERE me = 1)
 WHERE trainee = ?1
