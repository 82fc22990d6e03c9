-- SPDX-License-Identifier: GPL-3.0-or-later
-- What does not follow from the log stands twice, in the table and in an index of all its columns: a disk that turns a bit in
-- a name then makes the two differ, which integrity_check tells. (Of a computer only its uuid matters, which is unique, and so
-- stands twice already; one whose machine is another than it was gets a new one.)
CREATE INDEX profile_twice ON profile (name, picture, guardian, family, rev, by_device);
