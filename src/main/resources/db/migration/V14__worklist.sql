-- AB角: who does whose work while somebody is away. Dates are days in Asia/Shanghai, both included.
CREATE TABLE stand_in (
    id              VARCHAR(26) PRIMARY KEY,
    absent          VARCHAR(60) NOT NULL,
    stand_in        VARCHAR(60) NOT NULL,
    from_day        DATE NOT NULL,
    to_day          DATE NOT NULL,
    named_by        VARCHAR(60) NOT NULL,
    named_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_by        VARCHAR(60),
    ended_at        TIMESTAMP WITH TIME ZONE
);
CREATE INDEX stand_in_stand_in ON stand_in (stand_in, to_day);
CREATE INDEX stand_in_absent ON stand_in (absent, to_day);

-- Who has a case open on the screen; of no worth after some minutes.
CREATE TABLE case_reader (
    case_number     VARCHAR(40) NOT NULL,
    username        VARCHAR(60) NOT NULL,
    seen_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (case_number, username)
);
CREATE INDEX case_reader_seen ON case_reader (seen_at);
