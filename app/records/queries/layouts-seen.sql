-- SPDX-License-Identifier: GPL-3.0-or-later
-- The layouts in which ?1 practised lesson ?2, the latest first.
WITH ordered AS (
  SELECT layout, seq, max(at) OVER (PARTITION BY device ORDER BY seq) AS moment FROM run
   WHERE trainee = ?1 AND lesson = ?2 AND layout <> '')
SELECT layout FROM ordered GROUP BY layout ORDER BY max(moment) DESC, max(seq) DESC
