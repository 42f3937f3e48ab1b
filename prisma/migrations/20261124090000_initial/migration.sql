-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'ru',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "institution_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("institution_id","user_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "institution_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "student_id" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "verdict_rank" SMALLINT NOT NULL,
    "headline" TEXT,
    "used" SMALLINT,
    "used_min" SMALLINT,
    "limit_days" SMALLINT,
    "reached_on" DATE,
    "inside" BOOLEAN,
    "registration_due_on" DATE,
    "protected_until" DATE,
    "protected_open" BOOLEAN NOT NULL DEFAULT false,
    "last_crossing_on" DATE,
    "last_direction" TEXT,
    "strip" TEXT NOT NULL DEFAULT '',
    "result" JSONB NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("institution_id","as_of","student_id")
);

-- CreateTable
CREATE TABLE "assessment_run" (
    "institution_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "facts_version" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_run_pkey" PRIMARY KEY ("institution_id","as_of")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "file_hash" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "format" JSONB,
    "mapping" JSONB,
    "counts" JSONB,
    "progress" JSONB,
    "problem" JSONB,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "institution_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "student_id" INTEGER,
    "cells" TEXT[],
    "fact" JSONB,
    "issues" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("institution_id","import_id","row_no")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "regime" TEXT NOT NULL DEFAULT 'kg',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "facts_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "academic_year" (
    "id" SERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "academic_year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dormitory" (
    "id" SERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "manager" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "dormitory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_list" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "regime_version" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filed_at" TIMESTAMPTZ(3),
    "filed_by" UUID,

    CONSTRAINT "request_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_list_row" (
    "institution_id" UUID NOT NULL,
    "request_list_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "obstacles" JSONB NOT NULL DEFAULT '[]',
    "fields" JSONB NOT NULL,

    CONSTRAINT "request_list_row_pkey" PRIMARY KEY ("institution_id","request_list_id","position")
);

-- CreateTable
CREATE TABLE "student" (
    "id" SERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "student_no" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "middle_name" TEXT NOT NULL DEFAULT '',
    "last_name_cyrillic" TEXT NOT NULL DEFAULT '',
    "first_name_cyrillic" TEXT NOT NULL DEFAULT '',
    "middle_name_cyrillic" TEXT NOT NULL DEFAULT '',
    "birth_date" DATE,
    "sex" TEXT NOT NULL DEFAULT '',
    "citizenship" TEXT NOT NULL,
    "iin" TEXT NOT NULL DEFAULT '',
    "faculty" TEXT NOT NULL DEFAULT '',
    "programme" TEXT NOT NULL DEFAULT '',
    "year" TEXT NOT NULL DEFAULT '',
    "study_form" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT '',
    "housing" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "search_key" TEXT NOT NULL,
    "facts_version" INTEGER NOT NULL DEFAULT 0,
    "import_id" UUID,
    "import_row" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "student_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_document" (
    "id" SERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "student_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL DEFAULT '',
    "number" TEXT NOT NULL,
    "number_folded" TEXT NOT NULL,
    "expires" DATE,

    CONSTRAINT "identity_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "residence" (
    "student_id" INTEGER NOT NULL,
    "institution_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "dormitory_id" INTEGER,
    "room" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "owner_name" TEXT NOT NULL DEFAULT '',
    "owner_document" TEXT NOT NULL DEFAULT '',
    "consent_notary" TEXT NOT NULL DEFAULT '',
    "consent_number" TEXT NOT NULL DEFAULT '',
    "consent_date" DATE,
    "technical_passport_no" TEXT NOT NULL DEFAULT '',
    "contract_no" TEXT NOT NULL DEFAULT '',
    "contract_date" DATE,
    "fee_receipt" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "residence_pkey" PRIMARY KEY ("student_id")
);

-- CreateTable
CREATE TABLE "crossing" (
    "id" BIGSERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "student_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "minute" SMALLINT,
    "direction" TEXT NOT NULL,
    "checkpoint" TEXT NOT NULL DEFAULT '',
    "document_no" TEXT NOT NULL DEFAULT '',
    "import_id" UUID,
    "import_row" INTEGER,

    CONSTRAINT "crossing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ground" (
    "id" SERIAL NOT NULL,
    "institution_id" UUID NOT NULL,
    "student_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "address" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL,
    "import_id" UUID,
    "import_row" INTEGER,

    CONSTRAINT "ground_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_institution_id_id_key" ON "app_user"("institution_id", "id");

-- CreateIndex
CREATE INDEX "session_institution_id_user_id_idx" ON "session"("institution_id", "user_id");

-- CreateIndex
CREATE INDEX "audit_event_institution_id_at_idx" ON "audit_event"("institution_id", "at" DESC);

-- CreateIndex
CREATE INDEX "assessment_institution_id_as_of_verdict_rank_reached_on_idx" ON "assessment"("institution_id", "as_of", "verdict_rank", "reached_on");

-- CreateIndex
CREATE INDEX "import_institution_id_created_at_idx" ON "import"("institution_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "import_institution_id_id_key" ON "import"("institution_id", "id");

-- CreateIndex
CREATE INDEX "import_row_institution_id_import_id_outcome_idx" ON "import_row"("institution_id", "import_id", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "academic_year_institution_id_starts_on_key" ON "academic_year"("institution_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "dormitory_institution_id_id_key" ON "dormitory"("institution_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dormitory_institution_id_name_key" ON "dormitory"("institution_id", "name");

-- CreateIndex
CREATE INDEX "request_list_institution_id_created_at_idx" ON "request_list"("institution_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "request_list_institution_id_id_key" ON "request_list"("institution_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "request_list_institution_id_number_key" ON "request_list"("institution_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "request_list_row_institution_id_request_list_id_student_id_key" ON "request_list_row"("institution_id", "request_list_id", "student_id");

-- CreateIndex
CREATE INDEX "student_institution_id_faculty_idx" ON "student"("institution_id", "faculty");

-- CreateIndex
CREATE UNIQUE INDEX "student_institution_id_id_key" ON "student"("institution_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "student_institution_id_student_no_key" ON "student"("institution_id", "student_no");

-- CreateIndex
CREATE INDEX "identity_document_institution_id_student_id_idx" ON "identity_document"("institution_id", "student_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_document_institution_id_number_folded_key" ON "identity_document"("institution_id", "number_folded");

-- CreateIndex
CREATE UNIQUE INDEX "residence_institution_id_student_id_key" ON "residence"("institution_id", "student_id");

-- CreateIndex
CREATE INDEX "crossing_institution_id_student_id_day_idx" ON "crossing"("institution_id", "student_id", "day");

-- CreateIndex
CREATE INDEX "crossing_import_id_idx" ON "crossing"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "ground_institution_id_student_id_kind_number_valid_from_key" ON "ground"("institution_id", "student_id", "kind", "number", "valid_from");

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_institution_id_user_id_fkey" FOREIGN KEY ("institution_id", "user_id") REFERENCES "app_user"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_institution_id_user_id_fkey" FOREIGN KEY ("institution_id", "user_id") REFERENCES "app_user"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_run" ADD CONSTRAINT "assessment_run_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_institution_id_import_id_fkey" FOREIGN KEY ("institution_id", "import_id") REFERENCES "import"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "academic_year" ADD CONSTRAINT "academic_year_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dormitory" ADD CONSTRAINT "dormitory_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_list" ADD CONSTRAINT "request_list_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_list_row" ADD CONSTRAINT "request_list_row_institution_id_request_list_id_fkey" FOREIGN KEY ("institution_id", "request_list_id") REFERENCES "request_list"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_document" ADD CONSTRAINT "identity_document_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "residence" ADD CONSTRAINT "residence_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "residence" ADD CONSTRAINT "residence_institution_id_dormitory_id_fkey" FOREIGN KEY ("institution_id", "dormitory_id") REFERENCES "dormitory"("institution_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crossing" ADD CONSTRAINT "crossing_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ground" ADD CONSTRAINT "ground_institution_id_student_id_fkey" FOREIGN KEY ("institution_id", "student_id") REFERENCES "student"("institution_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
