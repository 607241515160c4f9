-- how often its owner has changed the password: sessions that began with an earlier one are over
ALTER TABLE account ADD COLUMN passwords INTEGER DEFAULT 0 NOT NULL;
