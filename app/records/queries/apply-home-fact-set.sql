-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO home_fact (key, value, rev, by_device)
SELECT json_extract(body, '$.key'), json_extract(body, '$.value'), json_extract(body, '$.rev'), device.uuid
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET value = excluded.value, rev = excluded.rev, by_device = excluded.by_device
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
