-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, picture, guardian, family, rev FROM profile WHERE trainee = ?1
