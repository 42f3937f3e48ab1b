-- AlterTable
ALTER TABLE "person_question" ADD COLUMN     "more" INTEGER NOT NULL DEFAULT 0;
