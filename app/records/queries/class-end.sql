-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT persons, minutes FROM class_end WHERE session = ?1
