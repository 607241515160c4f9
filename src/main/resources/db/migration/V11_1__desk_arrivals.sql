-- letters, visits and calls as they came to a desk; one may hold several suggestions
CREATE TABLE desk_arrival (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    desk            VARCHAR(40),
    channel         VARCHAR(10) NOT NULL,
    envelope        VARCHAR(400),
    received_on     DATE NOT NULL,
    postmarked_on   DATE,
    entered_by      VARCHAR(60) NOT NULL,
    entered_at      TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX desk_arrival_desk ON desk_arrival (desk, received_on, id);
CREATE INDEX desk_arrival_received ON desk_arrival (received_on, id);
CREATE INDEX desk_arrival_envelope ON desk_arrival (envelope);
CREATE INDEX desk_arrival_clerk ON desk_arrival (entered_by, entered_at);

-- which cases an arrival has become. Who handed it in for somebody is sealed with the key of the case's author
CREATE TABLE desk_arrival_case (
    proposal_id     VARCHAR(26) PRIMARY KEY REFERENCES proposal,
    arrival_id      VARCHAR(26) NOT NULL REFERENCES desk_arrival,
    position        INTEGER NOT NULL,
    sealed_proxy    BYTEA,
    UNIQUE (arrival_id, position)
);

INSERT INTO desk_arrival (id, campaign, desk, channel, received_on, postmarked_on, entered_by, entered_at)
SELECT p.id, p.campaign, p.desk, p.channel, COALESCE(p.received_on, CAST(p.received_at AS DATE)), p.postmarked_on,
       COALESCE(p.registered_by, 'system'), p.received_at
FROM proposal p WHERE p.channel IN ('LETTER', 'DESK', 'PHONE') AND p.split_from IS NULL;
INSERT INTO desk_arrival_case (proposal_id, arrival_id, position)
SELECT p.id, p.id, 1 FROM proposal p WHERE p.channel IN ('LETTER', 'DESK', 'PHONE') AND p.split_from IS NULL;
