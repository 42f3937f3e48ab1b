const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => byte).map(
    (byte) => [new TextDecoder("windows-1251").decode(Uint8Array.of(byte)), byte] as const,
  ),
);

/** Text as the programs of border services write it. Throws on a letter that Windows-1251 does not have. */
export function inWindows1251(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => {
    const byte = BYTES.get(letter);
    if (byte === undefined) throw new Error(`Windows-1251 has no ${letter}`);
    return byte;
  });
}
