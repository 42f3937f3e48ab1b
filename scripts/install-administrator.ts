// Run by ./start --empty on an empty database: the institution and its first administrator.
import { closeConnections } from "@/lib/db/connection";
import { installInstitution } from "@/lib/services/access/install";
import { AppError } from "@/lib/services/app-error";

try {
  await installInstitution({
    institutionName: process.env["SANAK_INSTITUTION"] ?? "Университет",
    administrator: {
      name: process.env["SANAK_ADMIN_NAME"] ?? "Administrator",
      email: process.env["SANAK_ADMIN_EMAIL"] ?? "",
      password: process.env["SANAK_ADMIN_PASSWORD"] ?? "",
    },
  });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(
    `The first administrator cannot be made from SANAK_ADMIN_EMAIL and SANAK_ADMIN_PASSWORD: ${error.message}`,
    error,
  );
  process.exitCode = 1;
} finally {
  await closeConnections();
}
