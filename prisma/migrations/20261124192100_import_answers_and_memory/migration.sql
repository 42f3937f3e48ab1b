-- AlterTable
ALTER TABLE "import" ADD COLUMN     "answers" JSONB,
ADD COLUMN     "words" JSONB;

-- AlterTable
ALTER TABLE "import_row" DROP CONSTRAINT "import_row_pkey",
ADD COLUMN     "part" SMALLINT NOT NULL DEFAULT 0,
ADD CONSTRAINT "import_row_pkey" PRIMARY KEY ("institution_id", "import_id", "row_no", "part");

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "constants" JSONB NOT NULL DEFAULT '{}',
    "used_by" UUID,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_word" (
    "institution_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "word_key" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_word_pkey" PRIMARY KEY ("institution_id","field","word_key")
);

-- CreateIndex
CREATE INDEX "import_mapping_institution_id_kind_used_at_idx" ON "import_mapping"("institution_id", "kind", "used_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_institution_id_kind_fingerprint_key" ON "import_mapping"("institution_id", "kind", "fingerprint");

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_word" ADD CONSTRAINT "import_word_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy own_institution on import_mapping
  using (institution_id = current_institution()) with check (institution_id = current_institution());

alter table import_word enable row level security;
alter table import_word force row level security;
create policy own_institution on import_word
  using (institution_id = current_institution()) with check (institution_id = current_institution());
