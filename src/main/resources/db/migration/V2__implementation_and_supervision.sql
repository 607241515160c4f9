-- Progress of published projects, 督办 of what is overdue, urgent cases.

ALTER TABLE project ADD COLUMN investment NUMERIC(14,2);
ALTER TABLE project ADD COLUMN closed_at TIMESTAMP WITH TIME ZONE;

CREATE TABLE progress_report (
    id              VARCHAR(26) PRIMARY KEY,
    project_id      VARCHAR(26) NOT NULL REFERENCES project,
    for_month       VARCHAR(7) NOT NULL,
    version         INTEGER NOT NULL,
    status          VARCHAR(12) NOT NULL,
    text            VARCHAR(4000) NOT NULL,
    reached         NUMERIC(18,2),
    invested        NUMERIC(14,2),
    reported_by     VARCHAR(60) NOT NULL,
    reported_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (project_id, for_month, version)
);

-- one overdue department and what the chief did about it
CREATE TABLE supervision (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    cause           VARCHAR(12) NOT NULL,
    case_number     VARCHAR(40),
    part_id         VARCHAR(26),
    project_id      VARCHAR(26) REFERENCES project,
    organisation    VARCHAR(40) NOT NULL REFERENCES organisation,
    process_instance VARCHAR(64),
    state           VARCHAR(12) NOT NULL,
    opened_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    issue_year      INTEGER,
    issue_number    INTEGER,
    text            VARCHAR(4000),
    due_on          DATE,
    judged_by       VARCHAR(60),
    judged_at       TIMESTAMP WITH TIME ZONE,
    dismissed_reason VARCHAR(4000),
    reply           VARCHAR(4000),
    replied_by      VARCHAR(60),
    replied_at      TIMESTAMP WITH TIME ZONE,
    interview       VARCHAR(12),
    interview_reason VARCHAR(4000),
    interview_by    VARCHAR(60),
    interview_at    TIMESTAMP WITH TIME ZONE,
    UNIQUE (campaign, issue_year, issue_number)
);
CREATE INDEX supervision_case ON supervision (case_number, opened_at);
CREATE INDEX supervision_part ON supervision (part_id, state);
CREATE INDEX supervision_process ON supervision (process_instance);
CREATE INDEX supervision_project ON supervision (project_id, opened_at);

ALTER TABLE proposal ADD COLUMN urgent_reason VARCHAR(4000);
ALTER TABLE proposal ADD COLUMN urgent_since TIMESTAMP WITH TIME ZONE;
CREATE INDEX proposal_urgent ON proposal (urgent, disposition, urgent_since);

ALTER TABLE work_item ADD COLUMN urgent BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX work_item_subject ON work_item (subject_type, subject_id, ended_at);
