-- counts the changes of what a campaign rules, so that two people who change it at once learn of each other
ALTER TABLE campaign ADD COLUMN revision INTEGER DEFAULT 0 NOT NULL;
