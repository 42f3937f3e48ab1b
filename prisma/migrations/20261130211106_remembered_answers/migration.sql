-- AlterTable
ALTER TABLE "person_question" ADD COLUMN     "remembered" JSONB;
