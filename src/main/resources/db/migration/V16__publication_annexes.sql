-- Files that are published with a list, which versions of its publication hold them, and findings of the guard that a second
-- person has found to be none.

CREATE TABLE publication_annex (
    id              VARCHAR(26) PRIMARY KEY,
    list_id         VARCHAR(26) NOT NULL REFERENCES candidate_list,
    file_id         VARCHAR(26) NOT NULL REFERENCES stored_file,
    added_by        VARCHAR(60) NOT NULL,
    added_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    removed_by      VARCHAR(60),
    removed_at      TIMESTAMP WITH TIME ZONE
);
CREATE INDEX publication_annex_list ON publication_annex (list_id, id);

CREATE TABLE publication_version_annex (
    publication_id  VARCHAR(26) NOT NULL REFERENCES publication,
    annex_id        VARCHAR(26) NOT NULL REFERENCES publication_annex,
    PRIMARY KEY (publication_id, annex_id)
);
CREATE INDEX publication_version_annex_annex ON publication_version_annex (annex_id);

-- finding: keyed digest of place, sort and signs, so the number itself is not kept
CREATE TABLE publication_clearance (
    id              VARCHAR(26) PRIMARY KEY,
    list_id         VARCHAR(26) NOT NULL REFERENCES candidate_list,
    finding         VARCHAR(64) NOT NULL,
    what            VARCHAR(1000) NOT NULL,
    reason          VARCHAR(4000) NOT NULL,
    cleared_by      VARCHAR(60) NOT NULL,
    cleared_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (list_id, finding)
);
