-- Whose files a file is, is asked for when a person is erased.
CREATE INDEX attachment_file ON attachment (file_id);
