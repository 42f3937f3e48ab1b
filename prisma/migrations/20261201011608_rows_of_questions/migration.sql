-- AlterTable
ALTER TABLE "person_question" ADD COLUMN     "row_nos" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
