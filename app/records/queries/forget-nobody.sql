-- SPDX-License-Identifier: GPL-3.0-or-later
-- All projections of events that are of nobody in particular, but voided.
DELETE FROM class_session;
DELETE FROM class_end;
DELETE FROM hands;
DELETE FROM helper_time;
DELETE FROM home_fact;
DELETE FROM offline_service WHERE trainee IS NULL;
