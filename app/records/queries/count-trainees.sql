-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is here, and how many of them were not asked yet whether records may be kept.
SELECT count(*), count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM consent WHERE consent.trainee = trainee.trainee))
  FROM trainee WHERE added = 1
