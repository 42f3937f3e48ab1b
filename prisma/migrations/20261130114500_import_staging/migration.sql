-- Between a check and its writing the compared rows of a large file stand in an unlogged table of the import's own, which the
-- application makes and drops. It may do so in this schema alone.
create schema import_staging;
grant usage, create on schema import_staging to sanak_app;

-- The check would look for the same row of import a million times; imports are never deleted. Of the outcomes one is
-- that of nearly all rows, which no index finds quicker than the key does.
ALTER TABLE "import_row" DROP CONSTRAINT "import_row_institution_id_import_id_fkey";
DROP INDEX "import_row_institution_id_import_id_outcome_idx";

-- An import stamps every student whom it touches: with room on the page none of the indexes, the letters of names above
-- all, has to be written.
alter table student set (fillfactor = 70);
