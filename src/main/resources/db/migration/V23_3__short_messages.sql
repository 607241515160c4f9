-- The outbox takes short messages as well, if a gateway is configured: reserved, sent and accounted for like mails.
ALTER TABLE outbox_mail ADD COLUMN way VARCHAR(8) DEFAULT 'EMAIL' NOT NULL;
CREATE INDEX outbox_mail_way ON outbox_mail (way, state, next_try_at, id);
DROP INDEX outbox_mail_state;
CREATE INDEX outbox_mail_state ON outbox_mail (state, created_at);
