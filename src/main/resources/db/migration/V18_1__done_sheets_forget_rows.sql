-- What was in the rows that have not become cases is not kept with a sheet that is done.
UPDATE desk_sheet_row SET sealed_entry = NULL WHERE sheet_id IN (SELECT s.id FROM desk_sheet s WHERE s.state = 'DONE');
