-- SPDX-License-Identifier: GPL-3.0-or-later
-- What does not follow from the log stands twice, in the table and in an index of all its columns: a disk that turns a bit in
-- a name then makes the two differ, which integrity_check tells.
CREATE INDEX profile_twice ON profile (name, picture, guardian, family, rev, by_device);
CREATE INDEX device_twice ON device (uuid, name, machine, me);
