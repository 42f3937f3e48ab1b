-- AlterTable
ALTER TABLE "ground" ADD COLUMN     "visa_type" TEXT NOT NULL DEFAULT '';
