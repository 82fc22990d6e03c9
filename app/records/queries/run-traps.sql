-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT DISTINCT step FROM step_result WHERE run = ?1 AND trap ORDER BY step
