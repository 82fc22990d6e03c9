-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT round, others FROM hands WHERE session = ?1
