-- What residents are told about their data, in versions, and which version each of them was told.
CREATE TABLE privacy_notice (
    version         INTEGER PRIMARY KEY,
    published_by    VARCHAR(60) NOT NULL,
    published_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    reason          VARCHAR(400) NOT NULL
);

CREATE TABLE privacy_notice_part (
    version         INTEGER NOT NULL REFERENCES privacy_notice,
    part            VARCHAR(20) NOT NULL,
    body            VARCHAR(4000) NOT NULL,
    PRIMARY KEY (version, part)
);

-- Empty for what came before versions were kept.
ALTER TABLE proposal ADD COLUMN privacy_version INTEGER;
ALTER TABLE support ADD COLUMN privacy_version INTEGER;
