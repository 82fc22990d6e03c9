-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT verb, count(*) FROM event WHERE at > ?1 GROUP BY verb
