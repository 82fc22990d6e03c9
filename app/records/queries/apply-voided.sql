-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO voided (trainee, device, seq)
SELECT trainee, json_extract(body, '$.device'), json_extract(body, '$.seq') FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO NOTHING;
