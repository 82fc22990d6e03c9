-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT event.trainee, event.verb FROM event JOIN device ON device.id = event.device
 WHERE device.uuid = ?1 AND event.seq = ?2
