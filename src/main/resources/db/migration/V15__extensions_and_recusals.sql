-- Longer deadlines, and people who step back from a case. Runs unchanged on H2 and PostgreSQL.

-- Working days that were given when the task began: what the campaign allows later changes nothing for it.
ALTER TABLE work_item ADD COLUMN granted_days INTEGER;

ALTER TABLE campaign ADD COLUMN extension_days INTEGER DEFAULT 10 NOT NULL;

CREATE TABLE due_extension (
    id              VARCHAR(26) PRIMARY KEY,
    part_id         VARCHAR(26) NOT NULL REFERENCES evaluation_part,
    work_item       VARCHAR(64) NOT NULL,
    state           VARCHAR(10) NOT NULL,
    reason          VARCHAR(4000) NOT NULL,
    working_days    INTEGER NOT NULL,
    due_before      TIMESTAMP WITH TIME ZONE NOT NULL,
    due_after       TIMESTAMP WITH TIME ZONE,
    asked_by        VARCHAR(60) NOT NULL,
    asked_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    judged_by       VARCHAR(60),
    judged_at       TIMESTAMP WITH TIME ZONE,
    judged_reason   VARCHAR(4000)
);
CREATE INDEX due_extension_part ON due_extension (part_id, asked_at);
CREATE INDEX due_extension_item ON due_extension (work_item, state);

CREATE TABLE recusal (
    id              VARCHAR(26) PRIMARY KEY,
    username        VARCHAR(60) NOT NULL,
    subject_type    VARCHAR(10) NOT NULL,
    subject_id      VARCHAR(64) NOT NULL,
    queue           VARCHAR(20) NOT NULL,
    organisation    VARCHAR(40),
    reason          VARCHAR(4000) NOT NULL,
    declared_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (username, subject_type, subject_id)
);
CREATE INDEX recusal_subject ON recusal (subject_type, subject_id);
