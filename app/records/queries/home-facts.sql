-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT key, value FROM home_fact ORDER BY key
