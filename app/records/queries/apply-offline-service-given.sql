-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO offline_service (device, seq, trainee, kind, helper, at)
SELECT device, seq, trainee, json_extract(body, '$.kind'), json_extract(body, '$.helper'), hih_plausible(coalesce(json_extract(body, '$.at'), at))
  FROM event WHERE device = ?1 AND seq = ?2;
