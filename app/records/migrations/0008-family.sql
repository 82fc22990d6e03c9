-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom somebody calls in the lessons about calls: up to three names, one a line. They are names, so they stand in
-- profile, and are emptied with it.
ALTER TABLE profile ADD COLUMN family TEXT NOT NULL DEFAULT '';
