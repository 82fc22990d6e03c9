-- SPDX-License-Identifier: GPL-3.0-or-later
-- All projections of one trainee but voided, which tells what to leave out when they are made again.
DELETE FROM trainee WHERE trainee = ?1;
DELETE FROM group_member WHERE trainee = ?1;
DELETE FROM pref WHERE trainee = ?1;
DELETE FROM consent WHERE trainee = ?1;
-- These two by way of the person's own events: no index is kept of them by trainee, and to look through all steps of all
-- people takes as long as everything else together.
DELETE FROM step_result WHERE trainee = ?1 AND run IN (
  SELECT hih_uuid_blob(json_extract(body, '$.run')) FROM event WHERE event.trainee = ?1 AND verb = 'step-ended');
DELETE FROM run_end WHERE trainee = ?1 AND run IN (
  SELECT hih_uuid_blob(json_extract(body, '$.run')) FROM event WHERE event.trainee = ?1 AND verb = 'run-ended');
DELETE FROM run WHERE trainee = ?1;
DELETE FROM film WHERE trainee = ?1;
DELETE FROM film_steps WHERE trainee = ?1;
DELETE FROM real_phone WHERE trainee = ?1;
DELETE FROM tick WHERE trainee = ?1;
DELETE FROM lesson_progress WHERE trainee = ?1;
DELETE FROM recheck_due WHERE trainee = ?1;
DELETE FROM attendance WHERE trainee = ?1;
DELETE FROM hand WHERE trainee = ?1;
DELETE FROM family_call_plan WHERE trainee = ?1;
DELETE FROM family_call WHERE trainee = ?1;
DELETE FROM offline_service WHERE trainee = ?1;
DELETE FROM stuck WHERE trainee = ?1;
DELETE FROM kept_longer WHERE trainee = ?1;
