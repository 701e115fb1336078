-- What happens until the middle of March. People work, the estate changes; nobody touches what the plan decides.

-- Everything that was planned before 11 March was done on its day,
UPDATE work_order SET state = 'done', technician = 'A. Roche', ended_on = planned_on WHERE planned_on < '2026-03-11';
-- but the cutting bench, which was cleaned nine days late: the next cleaning counts from there,
UPDATE work_order SET ended_on = '2026-01-21' WHERE occurrence = 'clean-workshop/PC-01/1';
-- and an update that was left out.
UPDATE work_order SET state = 'skipped', technician = NULL, ended_on = '2026-02-12'
  WHERE occurrence = 'updates-computers/LT-02/2026-02-08';

-- The planning board is retired while somebody works on it.
UPDATE work_order SET state = 'in progress', technician = 'N. Faure' WHERE occurrence = 'clean-workshop/PC-02/2';
UPDATE asset SET retired_on = '2026-03-13' WHERE id = 'PC-02';
INSERT INTO asset VALUES
  ('PC-03', 'Planning board, new', 'desktop', 'rumilly', 'TVP22877', 'medium', 'normal', '2026-03-12', 74000, NULL);

-- The offices close for two days; somebody has already begun a work of these days.
INSERT INTO closed_days VALUES ('offices', '2026-04-07', '2026-04-09', 'Stocktaking');
UPDATE work_order SET state = 'in progress', technician = 'N. Faure' WHERE occurrence = 'ups-battery/UPS-01/2026-04-07';

-- The printer is cleaned every month from now on. A new anchor: no date in the past comes into being.
UPDATE task SET every_count = 1, anchor = '2026-04-20' WHERE id = 'clean-printer';

-- A repair is closed: preventive work follows within two weeks.
INSERT INTO ticket VALUES ('INC-31', 'SW-02', '2026-03-10', '2026-03-11', 'No network on the cutting bench');
