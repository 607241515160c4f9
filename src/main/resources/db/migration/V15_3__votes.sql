-- Votes on a frozen list. Who has voted stands in one table, what was voted only as sums in another: there is no ballot that
-- could be joined with a voter. Runs unchanged on H2 and PostgreSQL.

CREATE TABLE vote_rule (
    campaign        VARCHAR(20) PRIMARY KEY REFERENCES campaign,
    mode            VARCHAR(8) NOT NULL,
    choices         INTEGER NOT NULL,
    seats           INTEGER NOT NULL,
    threshold       INTEGER NOT NULL
);

CREATE TABLE list_vote (
    id              VARCHAR(26) PRIMARY KEY,
    list_id         VARCHAR(26) NOT NULL UNIQUE REFERENCES candidate_list,
    mode            VARCHAR(8) NOT NULL,
    choices         INTEGER NOT NULL,
    seats           INTEGER NOT NULL,
    threshold       INTEGER NOT NULL,
    state           VARCHAR(8) NOT NULL,
    opened_by       VARCHAR(60) NOT NULL,
    opened_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_by       VARCHAR(60),
    closed_at       TIMESTAMP WITH TIME ZONE,
    tie_reason      VARCHAR(4000),
    tie_settled_by  VARCHAR(60),
    tie_settled_at  TIMESTAMP WITH TIME ZONE
);

CREATE TABLE vote_turnout (
    vote_id         VARCHAR(26) NOT NULL REFERENCES list_vote,
    username        VARCHAR(60) NOT NULL,
    PRIMARY KEY (vote_id, username)
);

CREATE TABLE vote_sum (
    vote_id         VARCHAR(26) NOT NULL REFERENCES list_vote,
    item_id         VARCHAR(26) NOT NULL REFERENCES candidate_item,
    ballots         INTEGER NOT NULL,
    points          INTEGER NOT NULL,
    chosen_in_tie   BOOLEAN NOT NULL,
    PRIMARY KEY (vote_id, item_id)
);
