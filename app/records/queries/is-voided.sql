-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM voided WHERE device = (SELECT hih_uuid_text(uuid) FROM device WHERE id = ?1) AND seq = ?2
