-- what the machine read in a mail: one row per suggestion, sealed with the key of its mail; case_number once it became a case
CREATE TABLE mail_suggestion (
    id              VARCHAR(26) PRIMARY KEY,
    message_id      VARCHAR(26) NOT NULL REFERENCES inbox_message,
    ordinal         INTEGER NOT NULL,
    case_number     VARCHAR(40),
    sealed_source   BYTEA NOT NULL,
    sealed_fields   BYTEA NOT NULL,
    UNIQUE (message_id, ordinal)
);
CREATE INDEX mail_suggestion_case ON mail_suggestion (case_number);
