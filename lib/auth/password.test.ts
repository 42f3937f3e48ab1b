import { expect, test } from "vitest";
import { generatePassword, hashPassword, verifyPassword } from "./password";

test("a password is known again by its argon2id hash, and only that password", async () => {
  const hash = await hashPassword("verstehe-nur-bahnhof");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, "verstehe-nur-bahnhof")).toBe(true);
  expect(await verifyPassword(hash, "verstehe-nur-Bahnhof")).toBe(false);
});

test("two people with one password have different hashes", async () => {
  expect(await hashPassword("the same password")).not.toBe(await hashPassword("the same password"));
});

test("é as one letter or as two is the same password", async () => {
  const hash = await hashPassword("caf\u00e9 in Naryn");
  expect(await verifyPassword(hash, "cafe\u0301 in Naryn")).toBe(true);
});

test("without a hash every password is refused, the decoy's own among them", async () => {
  expect(await verifyPassword(null, "nobody has this password")).toBe(false);
});

test("one-time passwords are four groups of unmistakable characters and never repeat", () => {
  const made = Array.from({ length: 500 }, generatePassword);
  expect(new Set(made).size).toBe(500);
  for (const password of made)
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});
