-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT group_name, count(*) FROM group_member JOIN trainee USING (trainee)
 WHERE member = 1 AND added = 1 GROUP BY group_name ORDER BY group_name
