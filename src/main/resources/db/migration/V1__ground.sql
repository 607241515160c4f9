-- Runs unchanged on H2 and PostgreSQL. Ids are time-ordered opaque strings made by the program (platform.persistence.Ids).

-- platform ---------------------------------------------------------------------------------------------------------
CREATE TABLE lease (
    name        VARCHAR(60) PRIMARY KEY,
    holder      VARCHAR(80) NOT NULL,
    expires_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE setting (
    name        VARCHAR(80) PRIMARY KEY,
    text_value  VARCHAR(2000) NOT NULL
);

CREATE TABLE stored_file (
    id          VARCHAR(26) PRIMARY KEY,
    name        VARCHAR(255) NOT NULL,
    media_type  VARCHAR(120) NOT NULL,
    size        BIGINT NOT NULL,
    sha256      VARCHAR(64) NOT NULL,
    wrapped_key BYTEA,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE file_piece (
    file_id     VARCHAR(26) NOT NULL REFERENCES stored_file,
    piece       INTEGER NOT NULL,
    sealed      BYTEA NOT NULL,
    PRIMARY KEY (file_id, piece)
);

CREATE TABLE idempotency_key (
    key_digest   VARCHAR(64) PRIMARY KEY,
    body_digest  VARCHAR(64) NOT NULL,
    sealed_reply BYTEA NOT NULL,
    created_at   TIMESTAMP WITH TIME ZONE NOT NULL
);

-- identity ---------------------------------------------------------------------------------------------------------
CREATE TABLE organisation (
    code        VARCHAR(40) PRIMARY KEY,
    kind        VARCHAR(20) NOT NULL,
    name        VARCHAR(100) NOT NULL,
    short_name  VARCHAR(60) NOT NULL,
    aliases     VARCHAR(200) NOT NULL,
    position    INTEGER NOT NULL
);

CREATE TABLE account (
    id              VARCHAR(26) PRIMARY KEY,
    username        VARCHAR(60) NOT NULL UNIQUE,
    display_name    VARCHAR(60) NOT NULL,
    password_hash   VARCHAR(100) NOT NULL,
    organisation    VARCHAR(40) REFERENCES organisation,
    roles           VARCHAR(120) NOT NULL,
    active          BOOLEAN NOT NULL,
    failed_logins   INTEGER NOT NULL,
    locked_until    TIMESTAMP WITH TIME ZONE,
    created_at      TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE account_invitation (
    token_digest    VARCHAR(64) PRIMARY KEY,
    username        VARCHAR(60) NOT NULL,
    expires_at      TIMESTAMP WITH TIME ZONE NOT NULL
);

-- calendar ---------------------------------------------------------------------------------------------------------
CREATE TABLE workday_exception (
    on_day      DATE PRIMARY KEY,
    kind        VARCHAR(4) NOT NULL,
    name        VARCHAR(40) NOT NULL
);

-- workflow: our own list of the engine's user tasks, kept by task listeners in the same transaction -----------------
CREATE TABLE work_item (
    id              VARCHAR(64) PRIMARY KEY,
    process_instance VARCHAR(64) NOT NULL,
    queue           VARCHAR(20) NOT NULL,
    step            VARCHAR(20),
    part            VARCHAR(10),
    name            VARCHAR(60) NOT NULL,
    candidate_role  VARCHAR(20) NOT NULL,
    organisation    VARCHAR(40),
    subject_type    VARCHAR(10) NOT NULL,
    subject_id      VARCHAR(64) NOT NULL,
    case_number     VARCHAR(40),
    campaign        VARCHAR(20) NOT NULL,
    title           VARCHAR(200) NOT NULL,
    category        VARCHAR(30),
    township        VARCHAR(40),
    channel         VARCHAR(10),
    assignee        VARCHAR(60),
    created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    yellow_at       TIMESTAMP WITH TIME ZONE,
    due_at          TIMESTAMP WITH TIME ZONE,
    due_provisional BOOLEAN NOT NULL,
    frozen          BOOLEAN NOT NULL,
    ended_at        TIMESTAMP WITH TIME ZONE,
    ended_how       VARCHAR(20)
);
CREATE INDEX work_item_queue ON work_item (candidate_role, ended_at, due_at, id);
CREATE INDEX work_item_organisation ON work_item (organisation, ended_at, due_at, id);
CREATE INDEX work_item_assignee ON work_item (assignee, ended_at, due_at, id);
CREATE INDEX work_item_case ON work_item (case_number, organisation);
CREATE INDEX work_item_open ON work_item (ended_at, due_at, id);
CREATE INDEX work_item_process ON work_item (process_instance);

-- campaign ---------------------------------------------------------------------------------------------------------
CREATE TABLE campaign (
    code            VARCHAR(20) PRIMARY KEY,
    title           VARCHAR(120) NOT NULL,
    project_year    INTEGER NOT NULL,
    opens           TIMESTAMP WITH TIME ZONE NOT NULL,
    closes          TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_at       TIMESTAMP WITH TIME ZONE,
    subject_phrase  VARCHAR(60) NOT NULL,
    address         VARCHAR(200) NOT NULL,
    mail            VARCHAR(120) NOT NULL,
    phone           VARCHAR(60) NOT NULL,
    triage_days     INTEGER NOT NULL,
    supplement_days INTEGER NOT NULL,
    evaluation_days INTEGER NOT NULL,
    return_days     INTEGER NOT NULL,
    conclusion_days INTEGER NOT NULL,
    next_serial     BIGINT NOT NULL,
    process_instance VARCHAR(64)
);

CREATE TABLE campaign_category (
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    code            VARCHAR(30) NOT NULL,
    name            VARCHAR(30) NOT NULL,
    default_lead    VARCHAR(40),
    scope           VARCHAR(100) NOT NULL,
    position        INTEGER NOT NULL,
    PRIMARY KEY (campaign, code)
);

CREATE TABLE campaign_principle (
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    code            VARCHAR(30) NOT NULL,
    name            VARCHAR(30) NOT NULL,
    hint            VARCHAR(200) NOT NULL,
    position        INTEGER NOT NULL,
    PRIMARY KEY (campaign, code)
);

-- proposal ---------------------------------------------------------------------------------------------------------
-- The only place with personal data of an author. Erasing means destroying wrapped_key.
CREATE TABLE author (
    id              VARCHAR(26) PRIMARY KEY,
    kind            VARCHAR(20) NOT NULL,
    wrapped_key     BYTEA,
    sealed_name     BYTEA,
    sealed_phone    BYTEA,
    sealed_email    BYTEA,
    sealed_address  BYTEA,
    phone_digest    VARCHAR(64),
    email_digest    VARCHAR(64),
    created_at      TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX author_phone ON author (phone_digest);
CREATE INDEX author_email ON author (email_digest);

CREATE TABLE proposal (
    id              VARCHAR(26) PRIMARY KEY,
    case_number     VARCHAR(40) NOT NULL UNIQUE,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    author_id       VARCHAR(26) NOT NULL REFERENCES author,
    channel         VARCHAR(10) NOT NULL,
    title           VARCHAR(120) NOT NULL,
    category        VARCHAR(30) NOT NULL,
    content         VARCHAR(10000) NOT NULL,
    reason          VARCHAR(4000),
    township        VARCHAR(40),
    place           VARCHAR(400),
    beneficiaries   VARCHAR(400),
    target          VARCHAR(400),
    target_indicator VARCHAR(400),
    target_unit     VARCHAR(400),
    target_value    VARCHAR(400),
    target_due      DATE,
    reply_wanted    BOOLEAN NOT NULL,
    consent         VARCHAR(20) NOT NULL,
    received_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    postmarked_on   DATE,
    received_on     DATE,
    desk            VARCHAR(40),
    registered_by   VARCHAR(60),
    late            BOOLEAN NOT NULL,
    urgent          BOOLEAN NOT NULL,
    query_code_digest VARCHAR(64) NOT NULL,
    stage           VARCHAR(24) NOT NULL,
    public_stage    VARCHAR(24) NOT NULL,
    stage_since     TIMESTAMP WITH TIME ZONE NOT NULL,
    disposition     VARCHAR(20),
    disposition_reason VARCHAR(4000),
    public_title    VARCHAR(120),
    merged_into     VARCHAR(26) REFERENCES proposal,
    split_from      VARCHAR(26) REFERENCES proposal,
    candidate_item  VARCHAR(26),
    source_message  VARCHAR(26),
    process_instance VARCHAR(64),
    version         INTEGER NOT NULL
);
CREATE INDEX proposal_campaign ON proposal (campaign, received_at);
CREATE INDEX proposal_stage ON proposal (campaign, stage, received_at);
CREATE INDEX proposal_category ON proposal (campaign, category, received_at);
CREATE INDEX proposal_township ON proposal (campaign, township, received_at);
CREATE INDEX proposal_channel ON proposal (campaign, channel, received_at);
CREATE INDEX proposal_desk ON proposal (desk, received_at);
CREATE INDEX proposal_author ON proposal (author_id);
CREATE INDEX proposal_item ON proposal (candidate_item);
CREATE INDEX proposal_public ON proposal (campaign, public_title);

CREATE TABLE timeline_entry (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    at              TIMESTAMP WITH TIME ZONE NOT NULL,
    stage           VARCHAR(24) NOT NULL,
    actor           VARCHAR(60) NOT NULL,
    public_text     VARCHAR(2000),
    internal_text   VARCHAR(4000),
    released        BOOLEAN NOT NULL
);
CREATE INDEX timeline_entry_proposal ON timeline_entry (proposal_id, at, id);

CREATE TABLE attachment (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    file_id         VARCHAR(26) NOT NULL REFERENCES stored_file,
    kind            VARCHAR(12) NOT NULL,
    added_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    added_by        VARCHAR(60) NOT NULL
);
CREATE INDEX attachment_proposal ON attachment (proposal_id);

CREATE TABLE supplement_request (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    question        VARCHAR(4000) NOT NULL,
    asked_by        VARCHAR(60) NOT NULL,
    asked_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    working_days    INTEGER NOT NULL,
    due_at          TIMESTAMP WITH TIME ZONE,
    closed_at       TIMESTAMP WITH TIME ZONE,
    how             VARCHAR(12)
);
CREATE INDEX supplement_request_proposal ON supplement_request (proposal_id, asked_at);

CREATE TABLE supplement (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    request_id      VARCHAR(26) REFERENCES supplement_request,
    text            VARCHAR(10000) NOT NULL,
    received_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    channel         VARCHAR(10) NOT NULL
);
CREATE INDEX supplement_proposal ON supplement (proposal_id, received_at);

-- why a case ends as it does, noted by whoever decides (triage, conclusion, decision); the newest counts
CREATE TABLE verdict (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    reason          VARCHAR(4000) NOT NULL,
    answer_draft    VARCHAR(10000),
    noted_by        VARCHAR(60) NOT NULL,
    noted_at        TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX verdict_proposal ON verdict (proposal_id, noted_at);

-- triage -----------------------------------------------------------------------------------------------------------
CREATE TABLE triage_ruling (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    outcome         VARCHAR(20) NOT NULL,
    ruled_by        VARCHAR(60) NOT NULL,
    ruled_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    referred_to     VARCHAR(40),
    reason_code     VARCHAR(20),
    explanation     VARCHAR(4000)
);
CREATE INDEX triage_ruling_proposal ON triage_ruling (proposal_id, ruled_at);

-- evaluation -------------------------------------------------------------------------------------------------------
CREATE TABLE evaluation_round (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    number          INTEGER NOT NULL,
    note            VARCHAR(4000),
    opened_by       VARCHAR(60) NOT NULL,
    opened_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at        TIMESTAMP WITH TIME ZONE,
    UNIQUE (proposal_id, number)
);

CREATE TABLE evaluation_part (
    id              VARCHAR(26) PRIMARY KEY,
    round_id        VARCHAR(26) NOT NULL REFERENCES evaluation_round,
    position        INTEGER NOT NULL,
    organisation    VARCHAR(40) NOT NULL REFERENCES organisation,
    role            VARCHAR(10) NOT NULL,
    state           VARCHAR(12) NOT NULL,
    recommendation  VARCHAR(12),
    opinion         VARCHAR(10000),
    estimated_cost  NUMERIC(14,2),
    funding_source  VARCHAR(400),
    this_year       VARCHAR(8),
    target          VARCHAR(400),
    reason          VARCHAR(4000),
    suggested_department VARCHAR(40),
    done_by         VARCHAR(60),
    done_at         TIMESTAMP WITH TIME ZONE,
    reminded_at     TIMESTAMP WITH TIME ZONE,
    UNIQUE (round_id, position)
);

CREATE TABLE evaluation_score (
    part_id         VARCHAR(26) NOT NULL REFERENCES evaluation_part,
    principle       VARCHAR(30) NOT NULL,
    score           INTEGER NOT NULL,
    PRIMARY KEY (part_id, principle)
);

-- decision ---------------------------------------------------------------------------------------------------------
CREATE TABLE candidate_list (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    number          INTEGER NOT NULL,
    state           VARCHAR(10) NOT NULL,
    version         INTEGER NOT NULL,
    digest          VARCHAR(64),
    opened_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    frozen_at       TIMESTAMP WITH TIME ZONE,
    frozen_by       VARCHAR(60),
    decided_body    VARCHAR(200),
    decided_meeting VARCHAR(200),
    decided_on      DATE,
    document_number VARCHAR(200),
    decided_by      VARCHAR(60),
    fan_out_batch   VARCHAR(64),
    fan_out_total   INTEGER NOT NULL,
    UNIQUE (campaign, number)
);

CREATE TABLE candidate_item (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    list_id         VARCHAR(26) REFERENCES candidate_list,
    position        INTEGER NOT NULL,
    title           VARCHAR(120) NOT NULL,
    category        VARCHAR(30) NOT NULL,
    target          VARCHAR(400),
    leads           VARCHAR(2000),
    assists         VARCHAR(2000),
    due             VARCHAR(40),
    result          VARCHAR(12),
    result_reason   VARCHAR(4000)
);
CREATE INDEX candidate_item_list ON candidate_item (list_id, position);
CREATE INDEX candidate_item_campaign ON candidate_item (campaign, list_id);

-- implementation ---------------------------------------------------------------------------------------------------
CREATE TABLE project (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    item_id         VARCHAR(26) NOT NULL UNIQUE,
    list_id         VARCHAR(26) NOT NULL,
    position        INTEGER NOT NULL,
    title           VARCHAR(120) NOT NULL,
    category        VARCHAR(30) NOT NULL,
    target          VARCHAR(400),
    leads           VARCHAR(2000) NOT NULL,
    assists         VARCHAR(2000),
    due             VARCHAR(40),
    suggestions     INTEGER NOT NULL,
    people          INTEGER NOT NULL,
    published_at    TIMESTAMP WITH TIME ZONE
);
CREATE INDEX project_campaign ON project (campaign, published_at);
CREATE INDEX project_list ON project (list_id);

-- publication and answers ------------------------------------------------------------------------------------------
CREATE TABLE publication (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    list_id         VARCHAR(26) NOT NULL REFERENCES candidate_list,
    version         INTEGER NOT NULL,
    title           VARCHAR(120) NOT NULL,
    text            VARCHAR(10000) NOT NULL,
    drafted_by      VARCHAR(60) NOT NULL,
    drafted_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    returned_reason VARCHAR(4000),
    released_by     VARCHAR(60),
    released_at     TIMESTAMP WITH TIME ZONE,
    UNIQUE (list_id, version)
);
CREATE INDEX publication_campaign ON publication (campaign, released_at);

CREATE TABLE answer (
    id              VARCHAR(26) PRIMARY KEY,
    proposal_id     VARCHAR(26) NOT NULL REFERENCES proposal,
    state           VARCHAR(14) NOT NULL,
    owed            BOOLEAN NOT NULL,
    not_owed_reason VARCHAR(200),
    way             VARCHAR(8),
    text            VARCHAR(10000),
    drafted_by      VARCHAR(60),
    drafted_at      TIMESTAMP WITH TIME ZONE,
    returned_reason VARCHAR(4000),
    released_by     VARCHAR(60),
    released_at     TIMESTAMP WITH TIME ZONE,
    delivered_on    DATE,
    delivery_note   VARCHAR(4000),
    UNIQUE (proposal_id)
);
CREATE INDEX answer_state ON answer (state);

-- correspondence ---------------------------------------------------------------------------------------------------
CREATE TABLE outbox_mail (
    id              VARCHAR(26) PRIMARY KEY,
    kind            VARCHAR(20) NOT NULL,
    proposal_id     VARCHAR(26) REFERENCES proposal,
    author_id       VARCHAR(26) REFERENCES author,
    message_id      VARCHAR(200) NOT NULL UNIQUE,
    in_reply_to     VARCHAR(1000),
    reference       VARCHAR(26),
    to_digest       VARCHAR(64) NOT NULL,
    sealed_to       BYTEA NOT NULL,
    subject         VARCHAR(300) NOT NULL,
    sealed_body     BYTEA NOT NULL,
    state           VARCHAR(12) NOT NULL,
    tries           INTEGER NOT NULL,
    next_try_at     TIMESTAMP WITH TIME ZONE,
    node            VARCHAR(80),
    taken_at        TIMESTAMP WITH TIME ZONE,
    last_error      VARCHAR(500),
    created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_at         TIMESTAMP WITH TIME ZONE
);
CREATE INDEX outbox_mail_state ON outbox_mail (state, next_try_at, id);
CREATE INDEX outbox_mail_to ON outbox_mail (to_digest, created_at);
CREATE INDEX outbox_mail_proposal ON outbox_mail (proposal_id);

-- intake.mail ------------------------------------------------------------------------------------------------------
CREATE TABLE mailbox_cursor (
    mailbox         VARCHAR(120) NOT NULL,
    folder          VARCHAR(120) NOT NULL,
    uid_validity    BIGINT NOT NULL,
    last_uid        BIGINT NOT NULL,
    last_poll_at    TIMESTAMP WITH TIME ZONE,
    last_error      VARCHAR(500),
    PRIMARY KEY (mailbox, folder)
);

CREATE TABLE inbox_message (
    id              VARCHAR(26) PRIMARY KEY,
    mailbox         VARCHAR(120) NOT NULL,
    folder          VARCHAR(120) NOT NULL,
    uid_validity    BIGINT NOT NULL,
    uid             BIGINT NOT NULL,
    file_id         VARCHAR(26) NOT NULL REFERENCES stored_file,
    sha256          VARCHAR(64) NOT NULL,
    size            BIGINT NOT NULL,
    received_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    stored_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    message_id      VARCHAR(1000),
    content_digest  VARCHAR(64),
    wrapped_key     BYTEA,
    sealed_from     BYTEA,
    sealed_subject  BYTEA,
    sealed_attachments BYTEA,
    sealed_decision BYTEA,
    state           VARCHAR(12) NOT NULL,
    reason          VARCHAR(1000),
    tries           INTEGER NOT NULL,
    next_try_at     TIMESTAMP WITH TIME ZONE,
    decided_by      VARCHAR(60),
    decision_reason VARCHAR(4000),
    case_number     VARCHAR(40),
    UNIQUE (mailbox, folder, uid_validity, uid)
);
CREATE INDEX inbox_message_state ON inbox_message (state, next_try_at, id);
CREATE INDEX inbox_message_digest ON inbox_message (content_digest);
CREATE INDEX inbox_message_mid ON inbox_message (message_id);

-- audit: appended in the transaction of the act, chained later by the sealer -----------------------------------------
CREATE TABLE audit_entry (
    id              VARCHAR(26) PRIMARY KEY,
    at              TIMESTAMP WITH TIME ZONE NOT NULL,
    actor           VARCHAR(60) NOT NULL,
    action          VARCHAR(40) NOT NULL,
    subject_type    VARCHAR(20) NOT NULL,
    subject_id      VARCHAR(64) NOT NULL,
    case_number     VARCHAR(40),
    detail          VARCHAR(2000) NOT NULL,
    digest          VARCHAR(64) NOT NULL,
    chain_position  BIGINT,
    chain_digest    VARCHAR(64)
);
CREATE UNIQUE INDEX audit_entry_chain ON audit_entry (chain_position);
CREATE INDEX audit_entry_at ON audit_entry (at, id);
CREATE INDEX audit_entry_case ON audit_entry (case_number, at);
