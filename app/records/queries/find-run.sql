-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM run WHERE run = ?1
