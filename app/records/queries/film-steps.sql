-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far ?1 has watched each film.
SELECT lesson, content, steps FROM film_steps WHERE trainee = ?1 ORDER BY lesson, content
