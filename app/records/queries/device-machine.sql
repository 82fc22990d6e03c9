-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT machine FROM device WHERE me = 1
