-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, picture, rev, guardian FROM profile WHERE trainee = ?1
