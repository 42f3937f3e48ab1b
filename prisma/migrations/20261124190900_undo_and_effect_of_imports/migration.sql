-- AlterTable
ALTER TABLE "import" ADD COLUMN     "effect" JSONB,
ADD COLUMN     "undo" JSONB,
ADD COLUMN     "undone_at" TIMESTAMPTZ(3),
ADD COLUMN     "undone_by" UUID;

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "known_id" BIGINT;

-- CreateTable
CREATE TABLE "import_change" (
    "institution_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" BIGINT NOT NULL,
    "student_id" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("institution_id","import_id","entity","entity_id")
);

-- CreateTable
CREATE TABLE "import_effect" (
    "institution_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "student_id" INTEGER,
    "row_no" INTEGER,
    "name" TEXT NOT NULL DEFAULT '',
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "import_effect_pkey" PRIMARY KEY ("institution_id","import_id","position")
);

-- CreateIndex
CREATE INDEX "import_change_institution_id_entity_entity_id_idx" ON "import_change"("institution_id", "entity", "entity_id");

-- CreateIndex
CREATE INDEX "import_effect_institution_id_import_id_kind_before_after_idx" ON "import_effect"("institution_id", "import_id", "kind", "before", "after");

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_institution_id_import_id_fkey" FOREIGN KEY ("institution_id", "import_id") REFERENCES "import"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_effect" ADD CONSTRAINT "import_effect_institution_id_import_id_fkey" FOREIGN KEY ("institution_id", "import_id") REFERENCES "import"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table import_change enable row level security;
alter table import_change force row level security;
create policy own_institution on import_change
  using (institution_id = current_institution()) with check (institution_id = current_institution());
alter table import_effect enable row level security;
alter table import_effect force row level security;
create policy own_institution on import_effect
  using (institution_id = current_institution()) with check (institution_id = current_institution());

-- What an import added is looked for when it is taken back.
create index student_import_id on student (import_id);
create index ground_import_id on ground (import_id);
