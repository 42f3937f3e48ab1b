-- AlterTable
ALTER TABLE "import" ADD COLUMN     "compares_last_log" BOOLEAN;
