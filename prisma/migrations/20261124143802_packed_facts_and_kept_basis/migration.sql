-- AlterTable
ALTER TABLE "assessment" DROP COLUMN "result",
ADD COLUMN     "answers" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "log_broken" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "projected_on" DATE,
ADD COLUMN     "rhythm" TEXT,
ADD COLUMN     "rhythm_days" SMALLINT,
ADD COLUMN     "verdict_at_least" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "assessment_run" ADD COLUMN     "engine_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "regime" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "regime_version" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "year_ends_on" DATE,
ADD COLUMN     "year_starts_on" DATE;

-- AlterTable
ALTER TABLE "request_list" ADD COLUMN     "settings" JSONB;

-- CreateTable
CREATE TABLE "packed_facts" (
    "institution_id" UUID NOT NULL,
    "student_id" INTEGER NOT NULL,
    "facts_version" INTEGER NOT NULL,
    "format" SMALLINT NOT NULL,
    "facts" BYTEA NOT NULL,

    CONSTRAINT "packed_facts_pkey" PRIMARY KEY ("institution_id","student_id")
);

-- AddForeignKey
ALTER TABLE "packed_facts" ADD CONSTRAINT "packed_facts_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table packed_facts enable row level security;
alter table packed_facts force row level security;
create policy own_institution on packed_facts
  using (institution_id = current_institution()) with check (institution_id = current_institution());

-- What a run was made with stood in one text: engine, regime, version, settings, first and last day of the year.
-- Forced row-level security would hide the rows from an owner that is no superuser.
alter table assessment_run no force row level security;
update assessment_run set
  engine_version = (basis::jsonb->>0)::int,
  regime = basis::jsonb->>1,
  regime_version = basis::jsonb->>2,
  settings = basis::jsonb->3,
  year_starts_on = (basis::jsonb->>4)::date,
  year_ends_on = (basis::jsonb->>5)::date
where case when basis like '[%' then jsonb_array_length(basis::jsonb) = 6 else false end;
alter table assessment_run force row level security;
