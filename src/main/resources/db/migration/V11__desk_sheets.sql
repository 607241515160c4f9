-- the form of a campaign: what it asks for, in this order, under these labels
CREATE TABLE campaign_field (
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    code            VARCHAR(20) NOT NULL,
    label           VARCHAR(30) NOT NULL,
    needed          BOOLEAN NOT NULL,
    position        INTEGER NOT NULL,
    PRIMARY KEY (campaign, code)
);
INSERT INTO campaign_field (campaign, code, label, needed, position)
SELECT c.code, f.code, f.label, f.needed, f.position
FROM campaign c CROSS JOIN (VALUES
    ('title', '建议事项名称', TRUE, 0), ('category', '事项类别', TRUE, 1), ('content', '建议内容', TRUE, 2),
    ('reason', '建议理由', FALSE, 3), ('place', '实施地点', FALSE, 4), ('beneficiaries', '受益范围', FALSE, 5),
    ('target', '预期目标', FALSE, 6), ('name', '建议人', TRUE, 7), ('phone', '联系电话', FALSE, 8),
    ('email', '电子邮箱', FALSE, 9), ('address', '联系地址', FALSE, 10), ('date', '填报日期', FALSE, 11)
) AS f (code, label, needed, position);

-- spreadsheets that a desk has uploaded. What is in the rows is sealed with the sheet's own key and forgotten once it is registered
CREATE TABLE desk_sheet (
    id              VARCHAR(26) PRIMARY KEY,
    campaign        VARCHAR(20) NOT NULL REFERENCES campaign,
    desk            VARCHAR(40),
    name            VARCHAR(255) NOT NULL,
    notes           VARCHAR(4000),
    wrapped_key     BYTEA,
    state           VARCHAR(10) NOT NULL,
    uploaded_by     VARCHAR(60) NOT NULL,
    uploaded_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    confirmed_by    VARCHAR(60),
    confirmed_at    TIMESTAMP WITH TIME ZONE,
    done_at         TIMESTAMP WITH TIME ZONE
);
CREATE INDEX desk_sheet_desk ON desk_sheet (desk, uploaded_at, id);
CREATE INDEX desk_sheet_state ON desk_sheet (state, uploaded_at);

CREATE TABLE desk_sheet_row (
    id              VARCHAR(26) PRIMARY KEY,
    sheet_id        VARCHAR(26) NOT NULL REFERENCES desk_sheet,
    line            INTEGER NOT NULL,
    state           VARCHAR(10) NOT NULL,
    digest          VARCHAR(64),
    sealed_entry    BYTEA,
    problems        VARCHAR(8000),
    same_as         INTEGER,
    case_number     VARCHAR(40),
    sealed_code     BYTEA,
    tries           INTEGER NOT NULL,
    UNIQUE (sheet_id, line)
);
CREATE INDEX desk_sheet_row_state ON desk_sheet_row (sheet_id, state, line);

-- what has come in by spreadsheet: the same row never becomes a second case
CREATE TABLE desk_sheet_entry (
    digest          VARCHAR(64) PRIMARY KEY,
    case_number     VARCHAR(40) NOT NULL,
    entered_at      TIMESTAMP WITH TIME ZONE NOT NULL
);
