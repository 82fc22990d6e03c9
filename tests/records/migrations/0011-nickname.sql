-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE profile ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
