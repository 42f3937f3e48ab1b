-- AlterTable
ALTER TABLE "import" ADD COLUMN     "checked_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mend_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "original" TEXT;

-- CreateTable
CREATE TABLE "import_mend" (
    "institution_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "act" INTEGER NOT NULL,
    "row_no" INTEGER NOT NULL,
    "column_no" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "was" TEXT,
    "find" TEXT NOT NULL DEFAULT '',
    "whole" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL DEFAULT '',
    "hits" INTEGER,
    "done_by" UUID,
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mend_pkey" PRIMARY KEY ("institution_id","import_id","act","row_no","column_no")
);

-- CreateIndex
CREATE INDEX "import_mend_institution_id_import_id_row_no_idx" ON "import_mend"("institution_id", "import_id", "row_no");

-- AddForeignKey
ALTER TABLE "import_mend" ADD CONSTRAINT "import_mend_institution_id_import_id_fkey" FOREIGN KEY ("institution_id", "import_id") REFERENCES "import"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table import_mend enable row level security;
alter table import_mend force row level security;
create policy own_institution on import_mend
  using (institution_id = current_institution()) with check (institution_id = current_institution());
