-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM attendance WHERE session = ?1 AND here
