import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Secrets = {
  /** Of the embedded database's superuser. */
  ownerPassword: string;
  /** Of the role under which the application works. */
  applicationPassword: string;
  /** Signs the session cookies, where NEXTAUTH_SECRET does not. */
  sessionSecret: string;
};

const random = () => randomBytes(32).toString("base64url");

/** Made once and kept in the data folder, readable by its owner alone. */
export function keptSecrets(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  const secrets = {
    ownerPassword: random(),
    applicationPassword: random(),
    sessionSecret: random(),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
