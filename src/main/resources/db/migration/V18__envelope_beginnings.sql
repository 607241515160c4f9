-- Envelopes are looked for by their beginning. PostgreSQL finds beginnings only in an index that compares sign by sign, whatever
-- the language of the database; H2 in any.
DROP INDEX desk_arrival_envelope;
CREATE INDEX desk_arrival_envelope ON desk_arrival (envelope ${beginnings});
