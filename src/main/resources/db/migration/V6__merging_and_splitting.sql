-- Merging keeps each case as it was: what it stood at when it froze, until it is taken out again or answered with its main case.
CREATE TABLE merging (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    into_id         VARCHAR(26) NOT NULL REFERENCES proposal,
    stage           VARCHAR(24) NOT NULL,
    public_stage    VARCHAR(24) NOT NULL,
    stage_since     TIMESTAMP WITH TIME ZONE NOT NULL,
    merged_by       VARCHAR(60) NOT NULL,
    merged_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    answered_at     TIMESTAMP WITH TIME ZONE,
    undone_by       VARCHAR(60),
    undone_at       TIMESTAMP WITH TIME ZONE,
    reason          VARCHAR(4000)
);
CREATE INDEX merging_proposal ON merging (proposal_id, merged_at);
CREATE INDEX proposal_merged_into ON proposal (merged_into);

-- how many working days the task's clock has stood still; counted on top of the campaign's days
ALTER TABLE work_item ADD COLUMN paused_days INTEGER DEFAULT 0 NOT NULL;

-- what the author wrote before a case was split; all parts lead to it
CREATE TABLE split_source (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    title           VARCHAR(120) NOT NULL,
    category        VARCHAR(30) NOT NULL,
    content         VARCHAR(10000) NOT NULL,
    split_by        VARCHAR(60) NOT NULL,
    split_at        TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX split_source_proposal ON split_source (proposal_id, split_at);
CREATE INDEX proposal_split_from ON proposal (split_from);
