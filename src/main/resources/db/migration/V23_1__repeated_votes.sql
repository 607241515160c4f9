-- A vote with too few ballots is opened anew with a reason. Of the void one stays how many voted, never who or what: sums of one or
-- two ballots would tell it.

CREATE TABLE void_vote (
    vote_id         VARCHAR(26) NOT NULL REFERENCES list_vote,
    mode            VARCHAR(8) NOT NULL,
    choices         INTEGER NOT NULL,
    seats           INTEGER NOT NULL,
    threshold       INTEGER NOT NULL,
    ballots         INTEGER NOT NULL,
    opened_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    reason          VARCHAR(4000) NOT NULL,
    repeated_by     VARCHAR(60) NOT NULL,
    PRIMARY KEY (vote_id, opened_at)
);

UPDATE vote_sum SET ballots = 0, points = 0 WHERE vote_id IN (SELECT id FROM list_vote WHERE state = 'VOID');
