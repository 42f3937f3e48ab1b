-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "changes" JSONB NOT NULL DEFAULT '[]';
