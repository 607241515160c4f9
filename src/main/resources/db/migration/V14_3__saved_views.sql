-- Searches for cases that people keep under a name, for themselves or for the office.
CREATE TABLE saved_view (
    id              VARCHAR(26) PRIMARY KEY,
    owner           VARCHAR(60) NOT NULL,
    name            VARCHAR(80) NOT NULL,
    query           VARCHAR(2000) NOT NULL,
    shared          BOOLEAN NOT NULL,
    changed_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT saved_view_name UNIQUE (owner, name)
);
CREATE INDEX saved_view_shared ON saved_view (shared);
