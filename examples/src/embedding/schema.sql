-- The tables of the host, in its own words. The library knows none of them.

CREATE TABLE settings (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  provider  TEXT NOT NULL,
  customer  TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  begins    TEXT NOT NULL,
  calendar  TEXT NOT NULL -- of what is on no site
) STRICT;

CREATE TABLE calendar (
  id            TEXT PRIMARY KEY,
  opening_hours TEXT NOT NULL, -- as OpenStreetMap writes them
  holidays      TEXT
) STRICT;

CREATE TABLE closed_days (
  calendar   TEXT NOT NULL REFERENCES calendar,
  first_day  TEXT NOT NULL,
  open_again TEXT NOT NULL,
  reason     TEXT,
  PRIMARY KEY (calendar, first_day)
) STRICT;

CREATE TABLE site (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  calendar TEXT NOT NULL REFERENCES calendar
) STRICT;

CREATE TABLE asset (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  category    TEXT NOT NULL,
  site        TEXT NOT NULL REFERENCES site,
  serial      TEXT,
  criticality TEXT,
  intensity   TEXT,
  bought      TEXT,
  price_cents INTEGER,
  retired_on  TEXT -- kept as a row: its work orders name it
) STRICT;

CREATE TABLE contract (
  id             TEXT PRIMARY KEY,
  reference      TEXT NOT NULL,
  begins         TEXT NOT NULL,
  initial_months INTEGER NOT NULL,
  services       TEXT NOT NULL, -- words, as are the categories
  categories     TEXT NOT NULL
) STRICT;

-- What is done, on what, how often: a shipped template, and what the host changes in it.
CREATE TABLE task (
  id          TEXT PRIMARY KEY,
  template    TEXT NOT NULL,
  categories  TEXT,
  sites       TEXT,
  minutes     INTEGER,
  every_count INTEGER,
  every_unit  TEXT,
  anchor      TEXT,
  counting    TEXT,
  late_days   INTEGER
) STRICT;

CREATE TABLE ticket (
  id      TEXT PRIMARY KEY,
  asset   TEXT NOT NULL REFERENCES asset,
  opened  TEXT NOT NULL,
  closed  TEXT,
  summary TEXT NOT NULL
) STRICT;

CREATE TABLE work_order (
  occurrence TEXT PRIMARY KEY, -- the id that the library gives, the same whenever it plans
  -- What the plan decides.
  task       TEXT NOT NULL REFERENCES task,
  asset      TEXT REFERENCES asset,
  contract   TEXT REFERENCES contract,
  due_on     TEXT NOT NULL,
  planned_on TEXT NOT NULL,
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  opens_on   TEXT NOT NULL,
  minutes    INTEGER NOT NULL,
  skill      TEXT NOT NULL,
  place      TEXT NOT NULL,
  why        TEXT NOT NULL, -- the reason of its last change
  -- What people decide. An order is theirs as soon as it is neither open nor withdrawn.
  state      TEXT NOT NULL CHECK (state IN ('open', 'in progress', 'done', 'skipped', 'withdrawn')),
  technician TEXT,
  ended_on   TEXT,
  CHECK ((state IN ('done', 'skipped')) = (ended_on IS NOT NULL))
) STRICT;

-- Orders in people's hands that the plan would change: somebody must look.
CREATE TABLE conflict (
  occurrence TEXT PRIMARY KEY REFERENCES work_order,
  what       TEXT NOT NULL
) STRICT;

-- An order that people give back shows what was planned when they took it: the next plan looks at it anew.
CREATE TRIGGER given_back AFTER UPDATE OF state ON work_order
WHEN new.state = 'open' AND old.state NOT IN ('open', 'withdrawn')
BEGIN
  INSERT OR REPLACE INTO conflict VALUES (new.occurrence, 'given back');
END;

-- The plan that the work orders show: what it was computed from, and with which data.
CREATE TABLE current_plan (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  as_of         TEXT NOT NULL,
  first_day     TEXT NOT NULL,
  end_day       TEXT NOT NULL,
  document      TEXT NOT NULL,
  digest        TEXT NOT NULL,
  tz_data       TEXT NOT NULL,
  holiday_rules TEXT NOT NULL
) STRICT;
