-- A published list is corrected by a new version that says why; each released version keeps its own rows.

ALTER TABLE publication ADD COLUMN correction VARCHAR(4000);

CREATE TABLE publication_row (
    publication_id  VARCHAR(26) NOT NULL REFERENCES publication,
    project_id      VARCHAR(26) NOT NULL REFERENCES project,
    title           VARCHAR(120) NOT NULL,
    target          VARCHAR(400),
    due             VARCHAR(40),
    PRIMARY KEY (publication_id, project_id)
);

INSERT INTO publication_row (publication_id, project_id, title, target, due)
SELECT p.id, r.id, r.title, r.target, r.due FROM publication p JOIN project r ON r.list_id = p.list_id
WHERE p.released_at IS NOT NULL;
