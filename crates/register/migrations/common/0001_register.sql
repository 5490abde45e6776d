-- Runs on SQLite and PostgreSQL. Times are microseconds since 1970-01-01 UTC, ids, digests (64 hex) and JSON are TEXT.

-- The chained log (sluss/link/1). Append-only: triggers of 0002 refuse UPDATE and DELETE.
CREATE TABLE log (
    seq     BIGINT NOT NULL PRIMARY KEY CHECK (seq > 0),
    at      BIGINT NOT NULL,
    actor   TEXT   NOT NULL,
    act     TEXT   NOT NULL,
    case_id TEXT,
    content TEXT   NOT NULL CHECK (length(content) = 64),
    prev    TEXT   NOT NULL CHECK (length(prev) = 64),
    hash    TEXT   NOT NULL CHECK (length(hash) = 64)
);
CREATE INDEX log_case ON log (case_id, seq);

-- Bytes that may hold personal data, and the salt of their digest. Both are destroyed together, with a reason in the log.
CREATE TABLE sealed (
    digest    TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
    salt      BYTEA,
    bytes     BYTEA,
    destroyed BIGINT REFERENCES log (seq),
    CHECK ((destroyed IS NULL AND salt IS NOT NULL AND bytes IS NOT NULL)
        OR (destroyed IS NOT NULL AND salt IS NULL AND bytes IS NULL))
);

-- Events of cases. Append-only. What happened is in sealed.
CREATE TABLE events (
    case_id TEXT   NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    seq     BIGINT NOT NULL REFERENCES log (seq),
    kind    TEXT   NOT NULL,
    digest  TEXT   NOT NULL REFERENCES sealed (digest),
    PRIMARY KEY (case_id, version)
);
CREATE INDEX events_seq ON events (seq);

-- Whatever else a link covers: attached files, reports, reasons. Append-only.
CREATE TABLE items (
    seq    BIGINT NOT NULL REFERENCES log (seq),
    n      BIGINT NOT NULL CHECK (n > 0),
    kind   TEXT   NOT NULL,
    name   TEXT   NOT NULL,
    digest TEXT   NOT NULL REFERENCES sealed (digest),
    PRIMARY KEY (seq, n)
);
CREATE INDEX items_kind ON items (kind, name);

-- Projections: what the events fold to. May be rebuilt at any time; verify compares.
CREATE TABLE cases (
    case_id TEXT   NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    seq     BIGINT NOT NULL REFERENCES log (seq),
    body    TEXT   NOT NULL
);
CREATE TABLE case_findings (
    finding_id TEXT NOT NULL,
    case_id    TEXT NOT NULL,
    PRIMARY KEY (finding_id, case_id)
);
CREATE TABLE audits (
    audit_id TEXT   NOT NULL PRIMARY KEY,
    seq      BIGINT NOT NULL REFERENCES log (seq),
    body     TEXT   NOT NULL
);

-- What has to be sent, written with the change that causes it; sent by somebody else, at least once.
CREATE TABLE outbox (
    id       TEXT   NOT NULL PRIMARY KEY,
    seq      BIGINT NOT NULL REFERENCES log (seq),
    kind     TEXT   NOT NULL,
    body     TEXT   NOT NULL,
    due      BIGINT NOT NULL,
    tries    BIGINT NOT NULL DEFAULT 0,
    why      TEXT
);
CREATE INDEX outbox_due ON outbox (due);

-- Who may come in. Only digests of tokens: who reads this table cannot log in with it. Not in the chain.
CREATE TABLE users (
    user_id  TEXT   NOT NULL PRIMARY KEY,
    name     TEXT   NOT NULL,
    role     TEXT   NOT NULL,
    disabled BIGINT NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
);
CREATE TABLE grants (
    token    TEXT   NOT NULL PRIMARY KEY CHECK (length(token) = 64),
    user_id  TEXT   NOT NULL REFERENCES users (user_id),
    expires  BIGINT NOT NULL
);
CREATE TABLE sessions (
    token    TEXT   NOT NULL PRIMARY KEY CHECK (length(token) = 64),
    user_id  TEXT   NOT NULL REFERENCES users (user_id),
    expires  BIGINT NOT NULL
);

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
