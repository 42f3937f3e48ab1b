import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { env } from "@/lib/env/env";
import { putFile, readStoredFile, removeFile } from "./files";

const kept = () => readdirSync(join(env().SANAK_DATA_DIR, "files"));

test("a file comes back byte by byte, with its hash and size", async () => {
  const content = randomBytes(300_000);
  const stored = await putFile(Readable.from([content.subarray(0, 7), content.subarray(7)]), 1e6);
  expect(stored).toMatchObject({
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
  });
  expect(await buffer(readStoredFile(stored?.key ?? ""))).toEqual(content);
});

test("of a file that is too large nothing is kept", async () => {
  const before = kept();
  expect(await putFile(Readable.from([Buffer.alloc(10)]), 10)).not.toBeNull();
  expect(await putFile(Readable.from([Buffer.alloc(8), Buffer.alloc(3)]), 10)).toBeNull();
  expect(kept()).toHaveLength(before.length + 1);
});

test("of an upload that breaks off nothing is kept", async () => {
  const before = kept();
  async function* broken() {
    yield Buffer.alloc(10);
    throw new Error("connection lost");
  }
  await expect(putFile(broken(), 100)).rejects.toThrow("connection lost");
  expect(kept()).toEqual(before);
});

test("a removed file is gone, and removing it again is no error", async () => {
  const stored = await putFile(Readable.from([Buffer.from("x")]), 10);
  const key = stored?.key ?? "";
  await removeFile(key);
  await removeFile(key);
  await expect(buffer(readStoredFile(key))).rejects.toThrow("ENOENT");
});

test.each(["../secrets.json", "/etc/passwd", "", "a/b"])("%j is no key", (key) => {
  expect(() => readStoredFile(key)).toThrow("not a key");
});
