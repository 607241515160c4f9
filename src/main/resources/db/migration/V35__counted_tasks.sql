-- the counts of a work list, and its total, are read from the index alone
CREATE INDEX work_item_counts ON work_item (ended_at, frozen, queue, candidate_role, organisation, assignee);
