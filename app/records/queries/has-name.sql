-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM profile WHERE trainee = ?1 AND name <> ''
