-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO device (uuid, me) VALUES (?1, 1)
