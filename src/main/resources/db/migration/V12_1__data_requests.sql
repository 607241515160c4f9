-- 查阅、更正、删除本人信息 (个人信息保护法 44 to 47): what a person asked about the own data, and what came of it.
-- What the person wrote is sealed with the person's own key.
CREATE TABLE data_request (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    author_id       VARCHAR(26) NOT NULL REFERENCES author,
    kind            VARCHAR(8) NOT NULL,
    state           VARCHAR(8) NOT NULL,
    sealed_words    BYTEA,
    sealed_name     BYTEA,
    sealed_phone    BYTEA,
    sealed_email    BYTEA,
    sealed_address  BYTEA,
    process_instance VARCHAR(64),
    requested_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    answer          VARCHAR(4000),
    answered_by     VARCHAR(60),
    answered_at     TIMESTAMP WITH TIME ZONE
);
CREATE INDEX data_request_author ON data_request (author_id, requested_at);
CREATE INDEX data_request_process ON data_request (process_instance);
