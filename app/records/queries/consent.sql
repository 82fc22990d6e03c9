-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was said last of ?1, and who spoke for them.
SELECT given, text_id, guardian, at, coalesce((SELECT guardian FROM profile WHERE trainee = ?1), '')
  FROM consent WHERE trainee = ?1
