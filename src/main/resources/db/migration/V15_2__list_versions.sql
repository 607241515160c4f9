-- Every version of a list of candidates, so that it can be told who added, dropped or edited what and why.
-- Runs unchanged on H2 and PostgreSQL.

CREATE TABLE list_version (
    id              VARCHAR(26) PRIMARY KEY,
    list_id         VARCHAR(26) NOT NULL REFERENCES candidate_list,
    number          INTEGER NOT NULL,
    saved_by        VARCHAR(60) NOT NULL,
    saved_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    reason          VARCHAR(4000),
    digest          VARCHAR(64),
    UNIQUE (list_id, number)
);

CREATE TABLE list_version_item (
    version_id      VARCHAR(26) NOT NULL REFERENCES list_version,
    position        INTEGER NOT NULL,
    item_id         VARCHAR(26) NOT NULL REFERENCES candidate_item,
    title           VARCHAR(120) NOT NULL,
    target          VARCHAR(400),
    leads           VARCHAR(2000),
    assists         VARCHAR(2000),
    due             VARCHAR(40),
    suggestions     INTEGER NOT NULL,
    people          INTEGER NOT NULL,
    PRIMARY KEY (version_id, position)
);

-- lists that were frozen before versions were kept have the one that was decided
INSERT INTO list_version (id, list_id, number, saved_by, saved_at, digest)
SELECT id, id, version, frozen_by, frozen_at, digest FROM candidate_list WHERE digest IS NOT NULL;

INSERT INTO list_version_item (version_id, position, item_id, title, target, leads, assists, due, suggestions, people)
SELECT i.list_id, i.position - 1, i.id, i.title, i.target, i.leads, i.assists, i.due,
    (SELECT COUNT(*) FROM proposal p WHERE p.candidate_item = i.id), 0
FROM candidate_item i JOIN list_version v ON v.id = i.list_id;
