-- the sums of a campaign are read from the index alone
CREATE INDEX proposal_sums ON proposal (campaign, disposition, stage, channel, category, township);
CREATE INDEX work_item_campaign ON work_item (campaign, queue, case_number);
