-- 热点: groups of cases that want the same, found in the background. Derived data, but for what people have dismissed.
CREATE TABLE topic (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL,
    found_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    dismissed_by    VARCHAR(60),
    dismissed_at    TIMESTAMP WITH TIME ZONE,
    reason          VARCHAR(4000)
);
CREATE INDEX topic_campaign ON topic (campaign, dismissed_at);

-- which cases have been looked at, and to which topic they belong; none for those that stand alone
CREATE TABLE topic_case (
    proposal_id     VARCHAR(26) PRIMARY KEY REFERENCES proposal,
    topic_id        VARCHAR(26) REFERENCES topic,
    by_vectors      BOOLEAN NOT NULL,
    placed_at       TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX topic_case_topic ON topic_case (topic_id);
