-- Words with which answers begin, per campaign and disposition, in versions; answers that are signed and held back for a while.

CREATE TABLE answer_template (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    disposition     VARCHAR(20) NOT NULL,
    version         INTEGER NOT NULL,
    text            VARCHAR(4000) NOT NULL,
    written_by      VARCHAR(60) NOT NULL,
    written_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (campaign, disposition, version)
);

ALTER TABLE answer ADD COLUMN held_by VARCHAR(60);
ALTER TABLE answer ADD COLUMN held_until TIMESTAMP WITH TIME ZONE;
CREATE INDEX answer_way ON answer (state, way, id);
