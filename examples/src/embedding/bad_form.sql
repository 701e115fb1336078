-- What the database lets through and the library does not: values that are none.
INSERT INTO asset (id, name, category, site, bought) VALUES ('LT-09', 'Laptop', 'notebook', 'annecy', '2026-02-30');
INSERT INTO ticket VALUES ('INC-30', 'LT-01', '2026-01-02', '05/01/2026', 'Screen stays dark');
