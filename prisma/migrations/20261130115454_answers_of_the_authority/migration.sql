-- CreateTable
CREATE TABLE "request_answer" (
    "id" SERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "request_list_id" UUID NOT NULL,
    "student_id" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "number" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE,
    "valid_to" DATE,
    "authority" TEXT NOT NULL DEFAULT '',
    "ground_id" INTEGER,
    "import_id" UUID,
    "import_row" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "request_answer_institution_id_student_id_idx" ON "request_answer"("institution_id", "student_id");

-- CreateIndex
CREATE INDEX "request_answer_import_id_idx" ON "request_answer"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_answer_institution_id_request_list_id_student_id_key" ON "request_answer"("institution_id", "request_list_id", "student_id");

-- AddForeignKey
ALTER TABLE "request_answer" ADD CONSTRAINT "request_answer_institution_id_request_list_id_fkey" FOREIGN KEY ("institution_id", "request_list_id") REFERENCES "request_list"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table request_answer enable row level security;
alter table request_answer force row level security;
create policy own_institution on request_answer
  using (institution_id = current_institution()) with check (institution_id = current_institution());
