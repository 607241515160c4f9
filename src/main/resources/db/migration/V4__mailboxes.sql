-- Mailboxes kept by an administrator, what was done with a mail on its server, comparisons with the server, bounces and
-- notices in the outbox.

CREATE TABLE mailbox_account (
    id              VARCHAR(26) PRIMARY KEY,
    host            VARCHAR(200) NOT NULL,
    port            INTEGER NOT NULL,
    security        VARCHAR(10) NOT NULL,
    profile         VARCHAR(10) NOT NULL,
    username        VARCHAR(120) NOT NULL,
    sealed_password BYTEA NOT NULL,
    folder          VARCHAR(120) NOT NULL,
    poll_seconds    INTEGER NOT NULL,
    afterwards      VARCHAR(10) NOT NULL,
    move_to         VARCHAR(120),
    active          BOOLEAN NOT NULL,
    created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (username, folder)
);

-- when the mail was marked or moved on its server, if that is wanted
ALTER TABLE inbox_message ADD COLUMN marked_at TIMESTAMP WITH TIME ZONE;
CREATE INDEX inbox_message_received ON inbox_message (received_at);
CREATE INDEX inbox_message_state_received ON inbox_message (state, received_at);

-- one row for each time that a mailbox was compared with what is stored
CREATE TABLE mailbox_comparison (
    id              VARCHAR(26) PRIMARY KEY,
    mailbox         VARCHAR(120) NOT NULL,
    folder          VARCHAR(120) NOT NULL,
    compared_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    on_server       INTEGER,
    missing         INTEGER,
    missing_uids    VARCHAR(1000),
    trouble         VARCHAR(500)
);
CREATE INDEX mailbox_comparison_at ON mailbox_comparison (mailbox, folder, compared_at);
