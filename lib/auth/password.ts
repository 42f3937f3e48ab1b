import "server-only";
import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's recommendation for argon2id: 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Without 0 O 1 l I and the like: it is read aloud and typed by hand. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

let decoy: Promise<string> | undefined;

/** Password → PHC string with its own salt. Equal letters in different Unicode forms give one password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), PARAMETERS);
}

/**
 * Whether the password belongs to the hash. Null, for an e-mail that nobody has, costs the same
 * time and is false: the clock must not tell who has an account.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(passwordHash ?? (await decoy), password.normalize("NFKC"));
  return matches && passwordHash !== null;
}

/** A one-time password, four groups of four: 79 bits. */
export function generatePassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
  return Array.from({ length: 4 }, group).join("-");
}
