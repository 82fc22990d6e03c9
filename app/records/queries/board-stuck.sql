-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT trainee, lesson, step_index, step, times, taken_for, taken, at FROM stuck ORDER BY at DESC NULLS LAST, trainee, lesson
