-- Nothing that was recorded is changed or taken out. INSERT OR REPLACE deletes without firing DELETE triggers, so
-- the inserts are guarded too. "SLUS", so that another program's database is not taken for a register.
PRAGMA application_id = 1397511507;

CREATE TRIGGER log_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'log is append-only'); END;
CREATE TRIGGER log_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'log is append-only'); END;
CREATE TRIGGER log_insert BEFORE INSERT ON log
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM log)
BEGIN SELECT RAISE(ABORT, 'log grows by one link at its end'); END;

CREATE TRIGGER events_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events is append-only'); END;
CREATE TRIGGER events_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events is append-only'); END;
CREATE TRIGGER events_insert BEFORE INSERT ON events
WHEN NEW.version <> (SELECT COALESCE(MAX(version), 0) + 1 FROM events WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'a case grows by one event at its end'); END;

CREATE TRIGGER items_update BEFORE UPDATE ON items BEGIN SELECT RAISE(ABORT, 'items is append-only'); END;
CREATE TRIGGER items_delete BEFORE DELETE ON items BEGIN SELECT RAISE(ABORT, 'items is append-only'); END;
CREATE TRIGGER items_insert BEFORE INSERT ON items
WHEN NEW.n <> (SELECT COALESCE(MAX(n), 0) + 1 FROM items WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'items is append-only'); END;

CREATE TRIGGER sealed_delete BEFORE DELETE ON sealed BEGIN SELECT RAISE(ABORT, 'sealed keeps its digests'); END;
CREATE TRIGGER sealed_insert BEFORE INSERT ON sealed
WHEN EXISTS (SELECT 1 FROM sealed WHERE digest = NEW.digest) OR NEW.destroyed IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'sealed is written once'); END;
CREATE TRIGGER sealed_update BEFORE UPDATE ON sealed
WHEN NEW.digest <> OLD.digest OR OLD.destroyed IS NOT NULL OR NEW.destroyed IS NULL
BEGIN SELECT RAISE(ABORT, 'sealed may only be destroyed'); END;
