-- Who has had a photo of a report destroyed for good, when and why. The row stays; its files have neither key nor content any more.
ALTER TABLE progress_photo ADD COLUMN destroyed_by VARCHAR(60);
ALTER TABLE progress_photo ADD COLUMN destroyed_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE progress_photo ADD COLUMN destroyed_reason VARCHAR(4000);
