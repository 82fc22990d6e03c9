-- SPDX-License-Identifier: GPL-3.0-or-later
-- Somebody who was never here: added by mistake and taken back.
DELETE FROM profile WHERE trainee = ?1
