-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE half_done (a INTEGER) STRICT;
INSERT INTO no_such_table VALUES (1);
