-- The application may leave out the checks of foreign keys where it has made them for many rows together; a filed list is guarded even then.
alter table request_list enable always trigger keep_filed;
alter table request_list_row enable always trigger keep_filed;
