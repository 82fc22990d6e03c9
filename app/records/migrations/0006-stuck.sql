-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is stuck at which step of which lesson, and what they tapped instead: a rule over the last runs (project-stuck.sql).
ALTER TABLE step_result ADD COLUMN hits TEXT NOT NULL DEFAULT '[]';

CREATE TABLE stuck (
  trainee    BLOB NOT NULL,
  lesson     TEXT NOT NULL,
  step_index INTEGER NOT NULL,
  step       TEXT,                                -- NULL: it was never reached to its end
  times      INTEGER NOT NULL,                    -- runs in a row, up to the last
  taken_for  TEXT,                                -- app/element that was tapped most often instead
  taken      INTEGER NOT NULL,                    -- how often
  at         INTEGER,                             -- when the last of these runs began
  PRIMARY KEY (trainee, lesson)
) STRICT, WITHOUT ROWID;
