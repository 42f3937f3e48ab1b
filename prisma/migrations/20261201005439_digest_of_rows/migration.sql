-- CreateTable
CREATE TABLE "import_digest" (
    "institution_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "groups" JSONB NOT NULL,
    "places" JSONB NOT NULL,
    "widest" INTEGER NOT NULL,

    CONSTRAINT "import_digest_pkey" PRIMARY KEY ("institution_id","import_id")
);

-- AddForeignKey
ALTER TABLE "import_digest" ADD CONSTRAINT "import_digest_institution_id_import_id_fkey" FOREIGN KEY ("institution_id", "import_id") REFERENCES "import"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table import_digest enable row level security;
alter table import_digest force row level security;
create policy own_institution on import_digest
  using (institution_id = current_institution()) with check (institution_id = current_institution());

-- The rows without their cells, which make nearly all of a file: who looks for rows by what is said of them reads none.
create view import_mark with (security_invoker = true) as
select b.institution_id, b.import_id, r.row_no, r.part, r.outcome, r.student_id, r.original, coalesce(r.issues, '[]') as issues,
  coalesce(r.changes, '[]') as changes, b.first_row, b.last_row, b.remarked, b.kinds
from import_block b
cross join lateral unnest(b.row_nos, b.parts, b.outcomes, b.student_ids, b.originals, b.issues, b.changes)
  as r (row_no, part, outcome, student_id, original, issues, changes);
