-- A small company on the day on which it begins to plan.

INSERT INTO settings VALUES (1, 'Vallonne Services', 'Menuiserie Tarvel', 'Europe/Paris', '2026-01-05', 'offices');

INSERT INTO calendar VALUES
  ('offices',  'Mo-Fr 08:30-12:30,13:30-17:30; PH off', 'FR'),
  ('workshop', 'Mo-Th 07:00-16:00; Fr 07:00-12:00; PH off', 'FR');

INSERT INTO closed_days VALUES
  ('workshop', '2026-08-03', '2026-08-24', 'Summer closure');

INSERT INTO site VALUES
  ('annecy',   'Annecy, offices',    'offices'),
  ('rumilly',  'Rumilly, workshop',  'workshop');

INSERT INTO asset (id, name, category, site, serial, criticality, intensity, bought, price_cents) VALUES
  ('FW-01',  'Firewall',               'firewall', 'annecy',  'TVF90211', 'critical', 'normal',   '2024-05-13', 129000),
  ('LT-01',  'Laptop of the manager',  'laptop',   'annecy',  'TVL10442', 'medium',   'frequent', '2023-03-06', 118000),
  ('LT-02',  'Laptop, accounts',       'laptop',   'annecy',  'TVL10443', 'medium',   'normal',   '2023-03-06', 118000),
  ('PC-01',  'Cutting bench',          'desktop',  'rumilly', 'TVP22019', 'high',     'frequent', '2019-09-16',  76000),
  ('PC-02',  'Planning board',         'desktop',  'rumilly', 'TVP22020', NULL,       'normal',   '2022-02-21',  69000),
  ('PRN-01', 'Printer, offices',       'printer',  'annecy',  'TVI70310', 'low',      'frequent', '2021-11-08',  89000),
  ('SRV-01', 'Files and accounts',     'server',   'annecy',  'TVS30007', 'critical', 'normal',   '2022-06-20', 412000),
  ('SW-01',  'Switch, offices',        'switch',   'annecy',  'TVW50101', 'high',     'normal',   '2022-06-20',  54000),
  ('SW-02',  'Switch, workshop',       'switch',   'rumilly', 'TVW50102', 'high',     'normal',   '2022-06-20',  54000),
  ('UPS-01', 'UPS of the server',      'ups',      'annecy',  'TVU60001', 'high',     'normal',   '2022-06-20',  61000);

INSERT INTO contract VALUES
  ('care-2026', 'VS-2026-04', '2026-01-05', 36, 'preventive corrective remote_support',
   'firewall laptop desktop printer server switch ups');

INSERT INTO task (id, template, categories, sites, minutes, every_count, every_unit, anchor, counting, late_days) VALUES
  ('backup-test',       'backup-restore-test',         'server',         NULL,      NULL, NULL, NULL,    '2026-01-15', NULL, 5),
  ('clean-printer',     'cleaning-printer',            'printer',        NULL,      NULL, 3,    'month', '2026-01-20', NULL, 10),
  ('clean-workshop',    'cleaning-workstation',        'desktop',        'rumilly', 30,   2,    'month', '2026-01-12', 'from_completion', NULL),
  ('firewall-rules',    'firewall-rules-review',       'firewall',       NULL,      90,   6,    'month', '2026-02-10', NULL, NULL),
  ('follow-up',         'corrective-follow-up',        NULL,             NULL,      NULL, NULL, NULL,    NULL,         NULL, NULL),
  ('switch-save',       'switch-configuration-backup', 'switch',         NULL,      NULL, 1,    'month', '2026-01-09', NULL, NULL),
  ('ups-battery',       'ups-battery-test',            'ups',            NULL,      NULL, NULL, NULL,    '2026-04-07', NULL, 5),
  ('updates-server',    'os-update-server',            'server',         NULL,      NULL, NULL, NULL,    '2026-01-21', NULL, 2),
  ('updates-computers', 'os-update-workstation',       'laptop desktop', NULL,      NULL, NULL, NULL,    '2026-01-14', NULL, NULL);
