-- SPDX-License-Identifier: GPL-3.0-or-later
-- What became of a trap: its kind, whether one got out of it, and whether something was nearly given away in it.
ALTER TABLE step_result ADD COLUMN trap_kind TEXT;
ALTER TABLE step_result ADD COLUMN recovered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE step_result ADD COLUMN slipped INTEGER NOT NULL DEFAULT 0;
