-- triage.similar: rows of the synonym table that the office has changed; the others come with the program
CREATE TABLE synonym_row (
    word        VARCHAR(40) PRIMARY KEY,
    others      VARCHAR(2000) NOT NULL,
    removed     BOOLEAN NOT NULL,
    changed_by  VARCHAR(60) NOT NULL,
    changed_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

-- what the office has confirmed, newest first, for learning categories
CREATE INDEX triage_ruling_outcome ON triage_ruling (outcome, id);
