-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(step_index) FILTER (WHERE NOT trap) + 1, 0), coalesce(sum(helps), 0), coalesce(sum(errors), 0),
       coalesce(max(level), 0), coalesce(sum(duration_ms), 0), max(at)
  FROM step_result WHERE run = ?1
