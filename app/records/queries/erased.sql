-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT trainee FROM trainee WHERE added = 2
