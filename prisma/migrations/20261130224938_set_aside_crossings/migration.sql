-- Crossings set aside by hand are few; whether an import that brought one was taken back is asked of every log.
create index crossing_set_aside on crossing (institution_id, import_id) where set_aside_at is not null;
