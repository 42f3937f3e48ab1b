-- Rows of a file are read by the hundred: a block of them is one row here, and costs what one row costs. The view below
-- shows them one by one.

-- CreateTable
CREATE TABLE "import_block" (
    "institution_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "first_row" INTEGER NOT NULL,
    "last_row" INTEGER NOT NULL,
    "row_nos" INTEGER[],
    "parts" SMALLINT[],
    "outcomes" TEXT[],
    "student_ids" INTEGER[],
    "known_ids" BIGINT[],
    "cells" TEXT NOT NULL,
    "originals" TEXT[],
    "issues" JSONB[],
    "changes" JSONB[],
    "remarked" BOOLEAN NOT NULL,
    "kinds" TEXT[],

    CONSTRAINT "import_block_pkey" PRIMARY KEY ("institution_id","import_id","first_row")
);

-- Packing and unpacking would take longer than writing.
alter table import_block alter column cells set storage external;

-- What belongs to one row stands in the same place of each list.
alter table import_block add constraint import_block_in_step check (
  (cardinality(parts), cardinality(outcomes), cardinality(student_ids), cardinality(known_ids), cardinality(originals),
    cardinality(issues), cardinality(changes), cardinality(string_to_array(cells, E'\n')))
  is not distinct from (cardinality(row_nos), cardinality(row_nos), cardinality(row_nos), cardinality(row_nos),
    cardinality(row_nos), cardinality(row_nos), cardinality(row_nos), cardinality(row_nos)));

alter table import_row no force row level security;

insert into import_block (institution_id, import_id, first_row, last_row, row_nos, parts, outcomes, student_ids, known_ids,
  cells, originals, issues, changes, remarked, kinds)
select institution_id, import_id, min(row_no), max(row_no), array_agg(row_no order by row_no, part),
  array_agg(part order by row_no, part), array_agg(outcome order by row_no, part),
  array_agg(student_id order by row_no, part), array_agg(known_id order by row_no, part),
  string_agg(cells, E'\n' order by row_no, part), array_agg(original order by row_no, part),
  array_agg(nullif(issues, '[]') order by row_no, part), array_agg(nullif(changes, '[]') order by row_no, part),
  bool_or(issues <> '[]'), array_agg(distinct outcome)
from import_row
group by institution_id, import_id, row_no / 200;

-- DropTable
DROP TABLE "import_row";

alter table import_block enable row level security;
alter table import_block force row level security;
create policy own_institution on import_block
  using (institution_id = current_institution()) with check (institution_id = current_institution());

-- Seen with the rights of who asks: the policy above holds for it too. The block's own columns let a query pass over
-- blocks without looking into them.
create view import_row with (security_invoker = true) as
select b.institution_id, b.import_id, r.row_no, r.part, r.outcome, r.student_id, r.known_id, r.cells, r.original,
  coalesce(r.issues, '[]') as issues, coalesce(r.changes, '[]') as changes,
  b.first_row, b.last_row, b.remarked, b.kinds
from import_block b
cross join lateral unnest(b.row_nos, b.parts, b.outcomes, b.student_ids, b.known_ids, string_to_array(b.cells, E'\n'), b.originals,
  b.issues, b.changes) as r (row_no, part, outcome, student_id, known_id, cells, original, issues, changes);
