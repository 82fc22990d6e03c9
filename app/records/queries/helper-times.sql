-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT t.entry, t.session, t.helper, t.helpers, t.minutes, t.at, t.by_device, t.seq FROM helper_time AS t
 WHERE (?1 IS NULL OR t.at >= ?1) AND (?2 IS NULL OR t.at IS NULL OR t.at < ?2) AND (?3 IS NULL OR t.session = ?3)
   AND t.helpers * t.minutes > 0
 ORDER BY t.at DESC NULLS LAST, t.entry, t.helper
