-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a cell of the board is judged by, one row a person and lesson that was begun; in the order of lesson_progress.
SELECT trainee, lesson, stages, able_alone, slipped FROM lesson_progress
