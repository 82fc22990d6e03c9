-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE half_done (a INTEGER) STRICT;
