-- SPDX-License-Identifier: GPL-3.0-or-later
-- Their order is made afterwards, as that of people (trainees.sql).
SELECT group_name, count(*) FROM group_member JOIN trainee USING (trainee)
 WHERE member = 1 AND added = 1 GROUP BY group_name
