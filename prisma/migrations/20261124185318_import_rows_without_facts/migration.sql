-- What a row says is read from the file when it is written; kept are its cells, as the JSON text that they came in.
ALTER TABLE "import_row" DROP COLUMN "fact",
ALTER COLUMN "cells" DROP DEFAULT,
ALTER COLUMN "cells" TYPE TEXT USING coalesce(to_json("cells")::text, '[]');
alter table import_row alter column cells set not null;
