-- a question that no mail or message brings to its author: a person tells it, and the author's clock starts on that day
ALTER TABLE supplement_request ADD COLUMN untold BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE supplement_request ADD COLUMN told_on DATE;
ALTER TABLE supplement_request ADD COLUMN told_by VARCHAR(12);
