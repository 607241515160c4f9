-- the server that numbered the mails of a folder: another one may number them alike, and then they are others
ALTER TABLE mailbox_cursor ADD COLUMN host VARCHAR(255);
