-- Photos of monthly reports. Three files each: what was sent (without place and device), what everyone may be shown, a small one.
-- Nothing is public until a person has looked at it. report_id, for_month: empty until the report is given; caption: until it is written.

CREATE TABLE progress_photo (
    id              VARCHAR(26) PRIMARY KEY,
    project_id      VARCHAR(26) NOT NULL REFERENCES project,
    report_id       VARCHAR(26) REFERENCES progress_report,
    for_month       VARCHAR(7),
    caption         VARCHAR(240),
    original_file   VARCHAR(26) NOT NULL REFERENCES stored_file,
    shown_file      VARCHAR(26) NOT NULL REFERENCES stored_file,
    shown_width     INTEGER NOT NULL,
    shown_height    INTEGER NOT NULL,
    small_file      VARCHAR(26) NOT NULL REFERENCES stored_file,
    small_width     INTEGER NOT NULL,
    small_height    INTEGER NOT NULL,
    added_by        VARCHAR(60) NOT NULL,
    added_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    state           VARCHAR(10) NOT NULL,
    judged_by       VARCHAR(60),
    judged_at       TIMESTAMP WITH TIME ZONE,
    judged_reason   VARCHAR(4000),
    public_at       TIMESTAMP WITH TIME ZONE,
    withdrawn_by    VARCHAR(60),
    withdrawn_at    TIMESTAMP WITH TIME ZONE,
    withdrawn_reason VARCHAR(4000)
);
CREATE INDEX progress_photo_project ON progress_photo (project_id, state);
