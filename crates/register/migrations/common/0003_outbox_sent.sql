-- A message that was sent leaves its id, so that it is never queued again; what it said is gone.
ALTER TABLE outbox ADD COLUMN sent BIGINT;
