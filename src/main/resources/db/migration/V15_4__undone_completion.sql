-- A report that a project is completed can be taken back by the office; it stays, marked. Runs unchanged on H2 and PostgreSQL.

ALTER TABLE progress_report ADD COLUMN undone_by VARCHAR(60);
ALTER TABLE progress_report ADD COLUMN undone_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE progress_report ADD COLUMN undone_reason VARCHAR(4000);
