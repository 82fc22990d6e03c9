-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the run is this trainee's, and has ended.
SELECT run_end.run IS NOT NULL FROM run LEFT JOIN run_end USING (run) WHERE run.run = ?1 AND run.trainee = ?2
