-- Questions, notes on a referral and explanations of a rejection that the office writes again and again.
CREATE TABLE canned_text (
    id              VARCHAR(26) PRIMARY KEY,
    kind            VARCHAR(10) NOT NULL,
    label           VARCHAR(40) NOT NULL,
    body            VARCHAR(4000) NOT NULL,
    position        INTEGER NOT NULL,
    CONSTRAINT canned_text_label UNIQUE (kind, label)
);
