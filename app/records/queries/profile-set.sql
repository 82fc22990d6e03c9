-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE profile SET name = coalesce(?2, name), picture = coalesce(?3, picture), guardian = coalesce(?5, guardian),
       rev = ?4, by_device = (SELECT uuid FROM device WHERE me = 1)
 WHERE trainee = ?1
