-- SPDX-License-Identifier: GPL-3.0-or-later
-- Over all who helped: one rev more than needed does no harm.
SELECT coalesce(max(rev), 0) FROM helper_time WHERE entry = hih_uuid_blob(?2)
