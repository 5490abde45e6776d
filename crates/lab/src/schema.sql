-- Accounts of carers and what happened to their invitations. No column can hold the contact details of an invited
-- person: they are used in memory and never written, so that nothing is left to erase from this file.
CREATE TABLE IF NOT EXISTS account (
    id           TEXT PRIMARY KEY,
    email        TEXT NOT NULL UNIQUE,
    phone        TEXT NOT NULL,
    given_name   TEXT NOT NULL,
    family_name  TEXT NOT NULL,
    organisation TEXT NOT NULL,
    created_us   INTEGER NOT NULL
) STRICT;

-- Tokens are kept as SHA-256 only: a copy of this file opens no session and no meeting.
CREATE TABLE IF NOT EXISTS session (
    token      TEXT PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_us INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS login_link (
    token      TEXT PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_us INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS invitation (
    id       TEXT PRIMARY KEY,
    account  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    token    TEXT NOT NULL UNIQUE,
    channel  TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),
    sent_us  INTEGER NOT NULL
) STRICT;
