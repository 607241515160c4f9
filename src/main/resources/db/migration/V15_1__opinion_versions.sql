-- Every opinion that a department ever gave, and which of them a conclusion was built on. Runs unchanged on H2 and PostgreSQL.

CREATE TABLE opinion_version (
    id              VARCHAR(26) PRIMARY KEY,
    part_id         VARCHAR(26) NOT NULL REFERENCES evaluation_part,
    number          INTEGER NOT NULL,
    recommendation  VARCHAR(12) NOT NULL,
    opinion         VARCHAR(10000) NOT NULL,
    estimated_cost  NUMERIC(14,2),
    funding_source  VARCHAR(400),
    this_year       VARCHAR(8),
    target          VARCHAR(400),
    written_by      VARCHAR(60) NOT NULL,
    written_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (part_id, number)
);

CREATE TABLE opinion_version_score (
    version_id      VARCHAR(26) NOT NULL REFERENCES opinion_version,
    principle       VARCHAR(30) NOT NULL,
    score           INTEGER NOT NULL,
    PRIMARY KEY (version_id, principle)
);

-- what was said before versions were kept is each part's first; a part has one, so its id serves
INSERT INTO opinion_version (id, part_id, number, recommendation, opinion, estimated_cost, funding_source, this_year, target,
    written_by, written_at)
SELECT id, id, 1, recommendation, opinion, estimated_cost, funding_source, this_year, target, done_by, done_at
FROM evaluation_part WHERE state = 'SUBMITTED';

INSERT INTO opinion_version_score (version_id, principle, score)
SELECT s.part_id, s.principle, s.score FROM evaluation_score s JOIN evaluation_part p ON p.id = s.part_id
WHERE p.state = 'SUBMITTED';

CREATE TABLE conclusion (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    outcome         VARCHAR(12) NOT NULL,
    concluded_by    VARCHAR(60) NOT NULL,
    concluded_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX conclusion_proposal ON conclusion (proposal_id, concluded_at);

CREATE TABLE conclusion_basis (
    conclusion_id   VARCHAR(26) NOT NULL REFERENCES conclusion,
    version_id      VARCHAR(26) NOT NULL REFERENCES opinion_version,
    PRIMARY KEY (conclusion_id, version_id)
);
CREATE INDEX conclusion_basis_version ON conclusion_basis (version_id);
