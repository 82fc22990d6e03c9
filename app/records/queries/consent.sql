-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT at FROM consent WHERE trainee = ?1 AND given = 1
