-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM trainee WHERE trainee = ?1 AND added = 1
