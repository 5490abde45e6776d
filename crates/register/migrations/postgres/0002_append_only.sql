-- The same guards as for SQLite. TRUNCATE is one more way to delete.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE FUNCTION destroy_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.digest <> OLD.digest OR OLD.destroyed IS NOT NULL OR NEW.destroyed IS NULL THEN
        RAISE EXCEPTION 'sealed may only be destroyed';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION log_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM log) THEN
        RAISE EXCEPTION 'log grows by one link at its end';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION events_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version <> (SELECT COALESCE(MAX(version), 0) + 1 FROM events WHERE case_id = NEW.case_id) THEN
        RAISE EXCEPTION 'a case grows by one event at its end';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER log_change BEFORE UPDATE OR DELETE ON log FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER log_truncate BEFORE TRUNCATE ON log EXECUTE FUNCTION refuse();
CREATE TRIGGER log_insert BEFORE INSERT ON log FOR EACH ROW EXECUTE FUNCTION log_end();
CREATE TRIGGER events_change BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER events_truncate BEFORE TRUNCATE ON events EXECUTE FUNCTION refuse();
CREATE TRIGGER events_insert BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION events_end();
CREATE TRIGGER items_change BEFORE UPDATE OR DELETE ON items FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER items_truncate BEFORE TRUNCATE ON items EXECUTE FUNCTION refuse();
CREATE TRIGGER sealed_delete BEFORE DELETE ON sealed FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER sealed_truncate BEFORE TRUNCATE ON sealed EXECUTE FUNCTION refuse();
CREATE TRIGGER sealed_update BEFORE UPDATE ON sealed FOR EACH ROW EXECUTE FUNCTION destroy_only();
