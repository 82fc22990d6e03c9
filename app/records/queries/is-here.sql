-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT here FROM attendance WHERE session = ?1 AND trainee = ?2
