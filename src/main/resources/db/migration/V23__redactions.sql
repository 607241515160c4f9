-- 遮盖: personal data in a version that was published before is taken out for good. Marks say where it stood, not what it was:
-- only its keyed digest is kept. Columns grow, because what stands instead may be longer than what it stands for.

CREATE TABLE publication_redaction (
    id              VARCHAR(26) PRIMARY KEY,
    list_id         VARCHAR(26) NOT NULL REFERENCES candidate_list,
    publication_id  VARCHAR(26) NOT NULL REFERENCES publication,
    reason          VARCHAR(4000) NOT NULL,
    state           VARCHAR(10) NOT NULL,
    asked_by        VARCHAR(60) NOT NULL,
    asked_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    judged_by       VARCHAR(60),
    judged_at       TIMESTAMP WITH TIME ZONE,
    declined_reason VARCHAR(4000)
);
CREATE INDEX publication_redaction_list ON publication_redaction (list_id, asked_at);

CREATE TABLE publication_redaction_mark (
    redaction_id    VARCHAR(26) NOT NULL REFERENCES publication_redaction,
    publication_id  VARCHAR(26) NOT NULL REFERENCES publication,
    place           VARCHAR(12) NOT NULL,
    project_id      VARCHAR(26) REFERENCES project,
    starts_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    digest          VARCHAR(64) NOT NULL
);
CREATE INDEX publication_redaction_mark_redaction ON publication_redaction_mark (redaction_id);

CREATE TABLE publication_redaction_annex (
    redaction_id    VARCHAR(26) NOT NULL REFERENCES publication_redaction,
    annex_id        VARCHAR(26) NOT NULL REFERENCES publication_annex,
    PRIMARY KEY (redaction_id, annex_id)
);

ALTER TABLE publication ALTER COLUMN title SET DATA TYPE VARCHAR(600);
ALTER TABLE publication ALTER COLUMN text SET DATA TYPE VARCHAR(50000);
ALTER TABLE publication ALTER COLUMN correction SET DATA TYPE VARCHAR(20000);
ALTER TABLE publication ALTER COLUMN returned_reason SET DATA TYPE VARCHAR(20000);
ALTER TABLE publication_row ALTER COLUMN title SET DATA TYPE VARCHAR(600);
ALTER TABLE publication_row ALTER COLUMN target SET DATA TYPE VARCHAR(2000);
ALTER TABLE publication_row ALTER COLUMN due SET DATA TYPE VARCHAR(200);
