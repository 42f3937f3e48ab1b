-- AlterTable
ALTER TABLE "person_question" ADD COLUMN     "twin" JSONB;
