-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(rev), 0) FROM hands WHERE session = hih_uuid_blob(?2)
