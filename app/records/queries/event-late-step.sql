-- SPDX-License-Identifier: GPL-3.0-or-later
-- The trainee and lesson of a step that came after its run was over, as it may from another computer. Nothing of the
-- usual step, whose run is the lesson's last and goes on.
SELECT run.trainee, run.lesson
  FROM event JOIN run ON run.run = hih_uuid_blob(json_extract(event.body, '$.run'))
 WHERE event.device = ?1 AND event.seq = ?2
   AND (EXISTS (SELECT 1 FROM run_end WHERE run_end.run = run.run)
        OR EXISTS (SELECT 1 FROM run AS other
                    WHERE other.trainee = run.trainee AND other.lesson = run.lesson AND other.run <> run.run
                      AND (other.device <> run.device OR other.seq > run.seq)))
