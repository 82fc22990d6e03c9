-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(rev), 0) FROM family_call WHERE call = hih_uuid_blob(?2)
