-- SPDX-License-Identifier: GPL-3.0-or-later
-- This computer, and its latest event if there is one.
SELECT device.id, device.uuid, event.seq, event.id
  FROM device LEFT JOIN event ON event.device = device.id
 WHERE device.me = 1
 ORDER BY event.seq DESC LIMIT 1
