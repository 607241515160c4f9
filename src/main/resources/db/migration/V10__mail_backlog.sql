-- what is stored and not yet marked on its server, without reading all that is
CREATE INDEX inbox_message_unmarked ON inbox_message (mailbox, folder, uid_validity, marked_at, uid);
