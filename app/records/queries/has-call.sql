-- SPDX-License-Identifier: GPL-3.0-or-later
-- A call that is another's must not become this trainee's.
SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM family_call_plan WHERE call = ?1 AND trainee <> ?2)
           AND NOT EXISTS (SELECT 1 FROM family_call WHERE call = ?1 AND trainee <> ?2)
