-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many steps of a film were seen, counted from its first: where watching goes on. A changed lesson is another film.
CREATE TABLE film_steps (
  trainee BLOB NOT NULL,
  lesson  TEXT NOT NULL,
  content TEXT NOT NULL,
  steps   INTEGER NOT NULL,
  PRIMARY KEY (trainee, lesson, content)
) STRICT, WITHOUT ROWID;
