-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT profile.name FROM profile JOIN trainee USING (trainee) WHERE trainee.added = 1
