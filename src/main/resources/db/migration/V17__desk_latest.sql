-- A desk's cases in the order they were registered, whatever their campaign.
CREATE INDEX proposal_desk_latest ON proposal (desk, id);
