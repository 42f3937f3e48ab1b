-- AlterTable
ALTER TABLE "crossing" ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by" UUID,
ADD COLUMN     "recorded_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "set_aside_at" TIMESTAMPTZ(3),
ADD COLUMN     "set_aside_by" UUID,
ADD COLUMN     "set_aside_reason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "border_count" (
    "id" SERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "student_id" INTEGER NOT NULL,
    "stated_days" SMALLINT NOT NULL,
    "stated_on" DATE NOT NULL,
    "paper" TEXT NOT NULL DEFAULT '',
    "paper_no" TEXT NOT NULL DEFAULT '',
    "paper_date" DATE,
    "return_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by" UUID,

    CONSTRAINT "border_count_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "border_count_institution_id_student_id_stated_on_stated_day_key" ON "border_count"("institution_id", "student_id", "stated_on", "stated_days", "paper", "paper_no");

-- AddForeignKey
ALTER TABLE "border_count" ADD CONSTRAINT "border_count_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The office's own entries are few; an import looks among them for those that its log holds.
create index crossing_recorded on crossing (institution_id, student_id, day) where recorded_at is not null;

alter table border_count enable row level security;
alter table border_count force row level security;
create policy own_institution on border_count
  using (institution_id = current_institution()) with check (institution_id = current_institution());
