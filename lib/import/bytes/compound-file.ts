import type { Refusal } from "../refusal";

/** Old Excel files and password-protected new ones share one container; the name of a stream inside tells. */
export function refuseCompoundFile(bytes: Uint8Array): Refusal {
  const encrypted = Buffer.from("EncryptedPackage", "utf16le");
  const protectedFile = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    encrypted,
  );
  return protectedFile ? { code: "passwordProtected" } : { code: "oldXls" };
}
