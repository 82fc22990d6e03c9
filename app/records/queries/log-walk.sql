-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT event.device, device.uuid, event.seq, event.id, event.at, event.trainee, event.verb, event.body
  FROM event JOIN device ON device.id = event.device
 ORDER BY event.device, event.seq
