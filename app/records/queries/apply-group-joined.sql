-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO group_member (trainee, group_name, member, rev, by_device)
SELECT event.trainee, json_extract(body, '$.group'), 1, json_extract(body, '$.rev'), device.uuid
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET member = excluded.member, rev = excluded.rev, by_device = excluded.by_device
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
