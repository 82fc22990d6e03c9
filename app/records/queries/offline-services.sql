-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT s.trainee, s.kind, s.helper, s.at, device.uuid, s.seq FROM offline_service AS s JOIN device ON device.id = s.device
 WHERE (?1 IS NULL OR s.at >= ?1) AND (?2 IS NULL OR s.at IS NULL OR s.at < ?2) AND (?3 IS NULL OR s.trainee = ?3)
 ORDER BY s.at DESC NULLS LAST, s.device, s.seq DESC
