-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM consent WHERE trainee = ?1 AND given = 0
