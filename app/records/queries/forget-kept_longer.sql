-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM kept_longer WHERE trainee = ?1;
