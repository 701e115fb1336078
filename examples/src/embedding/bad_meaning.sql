-- Values that are some, and make no sense together.
INSERT INTO closed_days VALUES ('offices', '2026-05-15', '2026-05-14', 'Bridge day');
INSERT INTO task (id, template, every_count, every_unit) VALUES ('dust', 'dusting', 0, 'month');
INSERT INTO task (id, template, sites, minutes) VALUES ('visit', 'preventive-visit', 'anecy', 0);
