-- AlterTable
ALTER TABLE "request_list" ADD COLUMN     "papers_at_hand" BOOLEAN NOT NULL DEFAULT false;
