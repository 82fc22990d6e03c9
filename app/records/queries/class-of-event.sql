-- SPDX-License-Identifier: GPL-3.0-or-later
-- The class whose people an event changed.
SELECT hih_uuid_blob(json_extract(body, '$.session')) FROM event JOIN device ON device.id = event.device
 WHERE device.uuid = ?1 AND seq = ?2 AND verb = 'attended'
