-- AlterTable
ALTER TABLE "import" ADD COLUMN     "reading" JSONB;
