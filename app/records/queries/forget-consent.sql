-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM consent WHERE trainee = ?1;
