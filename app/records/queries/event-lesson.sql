-- SPDX-License-Identifier: GPL-3.0-or-later
-- The trainee and lesson whose progress an event touches. A run's end names only the run.
SELECT event.trainee, coalesce(json_extract(event.body, '$.lesson'),
         (SELECT lesson FROM run WHERE run = hih_uuid_blob(json_extract(event.body, '$.run'))))
  FROM event WHERE device = ?1 AND seq = ?2
