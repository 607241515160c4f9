-- A case can be handled more than once: each handling ends with an answer of its own, and the earlier ones stay readable. -----
ALTER TABLE proposal ADD COLUMN handling INTEGER DEFAULT 1 NOT NULL;

-- the key of one answer a case has no name that both databases know, so its column goes with it
ALTER TABLE answer ADD COLUMN number INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE answer ADD COLUMN of_proposal VARCHAR(26);
UPDATE answer SET of_proposal = proposal_id;
ALTER TABLE answer DROP COLUMN proposal_id;
ALTER TABLE answer RENAME COLUMN of_proposal TO proposal_id;
ALTER TABLE answer ALTER COLUMN proposal_id SET NOT NULL;
ALTER TABLE answer ADD CONSTRAINT answer_proposal FOREIGN KEY (proposal_id) REFERENCES proposal;
ALTER TABLE answer ADD CONSTRAINT answer_number UNIQUE (proposal_id, number);

-- what an author thinks of an answer, once; a bad one is judged by a person
CREATE TABLE rating (
    id              VARCHAR(26) PRIMARY KEY,
    answer_id       VARCHAR(26) NOT NULL UNIQUE REFERENCES answer,
    score           INTEGER NOT NULL,
    words           VARCHAR(400),
    rated_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    outcome         VARCHAR(8),
    outcome_reason  VARCHAR(4000),
    judged_by       VARCHAR(60),
    judged_at       TIMESTAMP WITH TIME ZONE
);

-- cases that belonged to an item when its list was frozen and went on to another one: the frozen list still names them
CREATE TABLE former_case (
    item_id         VARCHAR(26) NOT NULL REFERENCES candidate_item,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    PRIMARY KEY (item_id, proposal_id)
);

-- 附议: people who want the same as a public case ---------------------------------------------------------------------
CREATE TABLE support (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    author_id       VARCHAR(26) NOT NULL REFERENCES author,
    words           VARCHAR(400),
    code_digest     VARCHAR(64) NOT NULL,
    supported_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX support_proposal ON support (proposal_id, supported_at);
CREATE INDEX support_author ON support (author_id);

-- who of them has been told which answer
CREATE TABLE support_notice (
    id              VARCHAR(26) PRIMARY KEY,
    answer_id       VARCHAR(26) NOT NULL REFERENCES answer,
    support_id      VARCHAR(26) NOT NULL REFERENCES support,
    state           VARCHAR(12) NOT NULL,
    note            VARCHAR(4000),
    told_on         DATE,
    told_by         VARCHAR(60),
    UNIQUE (answer_id, support_id)
);
CREATE INDEX support_notice_state ON support_notice (state, id);
