-- AlterTable
ALTER TABLE "import" ADD COLUMN     "overtaken" JSONB;
