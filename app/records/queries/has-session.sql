-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM class_session WHERE session = ?1
