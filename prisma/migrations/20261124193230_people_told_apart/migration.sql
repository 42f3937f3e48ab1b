-- CreateTable
CREATE TABLE "former_number" (
    "institution_id" UUID NOT NULL,
    "student_no" TEXT NOT NULL,
    "student_id" INTEGER NOT NULL,

    CONSTRAINT "former_number_pkey" PRIMARY KEY ("institution_id","student_no")
);

-- CreateTable
CREATE TABLE "name_key" (
    "institution_id" UUID NOT NULL,
    "student_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "made_from" TEXT NOT NULL,

    CONSTRAINT "name_key_pkey" PRIMARY KEY ("institution_id","student_id","key")
);

-- CreateTable
CREATE TABLE "person_decision" (
    "institution_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "identity_key" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "student_id" INTEGER,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_decision_pkey" PRIMARY KEY ("institution_id","import_id","identity_key")
);

-- CreateTable
CREATE TABLE "person_change" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "student_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "person_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "different_people" (
    "institution_id" UUID NOT NULL,
    "student_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "different_people_pkey" PRIMARY KEY ("institution_id","student_id","other_id")
);

-- CreateIndex
CREATE INDEX "former_number_institution_id_student_id_idx" ON "former_number"("institution_id", "student_id");

-- CreateIndex
CREATE INDEX "name_key_institution_id_key_idx" ON "name_key"("institution_id", "key");

-- CreateIndex
CREATE INDEX "person_decision_institution_id_identity_key_decided_at_idx" ON "person_decision"("institution_id", "identity_key", "decided_at");

-- CreateIndex
CREATE INDEX "person_change_institution_id_student_id_idx" ON "person_change"("institution_id", "student_id");

-- CreateIndex
CREATE INDEX "person_change_institution_id_other_id_idx" ON "person_change"("institution_id", "other_id");

-- CreateIndex
CREATE INDEX "different_people_institution_id_other_id_idx" ON "different_people"("institution_id", "other_id");

-- CreateIndex
CREATE INDEX "student_institution_id_iin_idx" ON "student"("institution_id", "iin");

-- CreateTable
CREATE TABLE "person_question" (
    "institution_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "identity_key" TEXT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "said" JSONB NOT NULL,
    "candidates" JSONB NOT NULL,

    CONSTRAINT "person_question_pkey" PRIMARY KEY ("institution_id","import_id","identity_key")
);

-- CreateIndex
CREATE INDEX "person_question_institution_id_import_id_row_no_idx" ON "person_question"("institution_id", "import_id", "row_no");

-- AddForeignKey
ALTER TABLE "person_question" ADD CONSTRAINT "person_question_institution_id_import_id_fkey" FOREIGN KEY ("institution_id", "import_id") REFERENCES "import"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_number" ADD CONSTRAINT "former_number_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_key" ADD CONSTRAINT "name_key_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_decision" ADD CONSTRAINT "person_decision_institution_id_import_id_fkey" FOREIGN KEY ("institution_id", "import_id") REFERENCES "import"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_institution_id_other_id_fkey" FOREIGN KEY ("institution_id", "other_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

do $$
declare
  name text;
begin
  foreach name in array array['former_number', 'name_key', 'person_decision', 'person_change', 'different_people', 'person_question'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_institution on %I
         using (institution_id = current_institution()) with check (institution_id = current_institution())',
      name
    );
  end loop;
end
$$;

-- What was done to a person's records stays written.
revoke delete on person_change from sanak_app;

-- The record that a student's key stands for now: that of a record that was merged leads to the one it went into.
create function person_of(sought integer) returns integer
language sql stable parallel safe
as $$
  with recursive standing(id, depth) as (
    select sought, 0
    union all
    select c.student_id, s.depth + 1
    from standing s
    join person_change c on c.institution_id = current_institution()
      and c.other_id = s.id and c.kind = 'merge' and c.undone_at is null
    where s.depth < 50 and not exists (select from student t where t.institution_id = current_institution() and t.id = s.id)
  )
  select id from standing order by depth desc limit 1
$$;
