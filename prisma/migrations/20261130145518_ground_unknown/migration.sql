-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "ground_unknown" BOOLEAN NOT NULL DEFAULT false;
