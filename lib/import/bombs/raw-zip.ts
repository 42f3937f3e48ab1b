import { crc32, deflateRawSync } from "node:zlib";

/** A part as it lies in an archive: packed once, whatever directories say of it. */
export type Packed = { crc: number; packed: Buffer; size: number };

/** One line of a directory: a name, where its part begins, and what is claimed of it. */
export type Entry = { name: string; offset: number; part: Packed; claimed?: bigint };

/** What 32 bits hold at most, and by which zip64 is announced. */
const FULL = 0xffffffff;

/** Packs data as a part. */
export function pack(data: Uint8Array | string): Packed {
  const bytes = Buffer.from(data as string);
  return { crc: crc32(bytes), packed: deflateRawSync(bytes, { level: 9 }), size: bytes.length };
}

function fields(part: Packed, name: Buffer, claimed: bigint | undefined, extra: number): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(45, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(part.crc, 10);
  common.writeUInt32LE(part.packed.length, 14);
  common.writeUInt32LE(claimed === undefined ? part.size : FULL, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra, 24);
  return common;
}

const signed = (signature: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
};

/** The header and the bytes of a part, as they lie before the directory. */
export function localPart(name: string, part: Packed): Buffer {
  const named = Buffer.from(name);
  return Buffer.concat([signed(0x04034b50), fields(part, named, undefined, 0), named, part.packed]);
}

/** A line of the directory; where a size is claimed, in the form of zip64. */
function directoryLine({ name, offset, part, claimed }: Entry): Buffer {
  const named = Buffer.from(name);
  const extra = Buffer.alloc(claimed === undefined ? 0 : 12);
  if (claimed !== undefined) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(claimed, 4);
  }
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  const common = fields(part, named, claimed, extra.length);
  return Buffer.concat([signed(0x02014b50), Buffer.from([45, 0]), common, place, named, extra]);
}

/** An archive of bytes and of a directory that may say anything of them. */
export function archiveOf(bytes: readonly Buffer[], entries: readonly Entry[]): Uint8Array {
  const body = Buffer.concat(bytes);
  const directory = Buffer.concat(entries.map(directoryLine));
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(body.length, 12);
  return Buffer.concat([body, directory, signed(0x06054b50), end]);
}
