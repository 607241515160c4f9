-- A whole field goes out of one version only; what is a passage is looked for in every other one, also when it is carried out.
ALTER TABLE publication_redaction_mark ADD COLUMN whole BOOLEAN DEFAULT FALSE NOT NULL;
