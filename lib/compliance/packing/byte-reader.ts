/** Longest number that ByteWriter writes: 53 bits, seven in a byte. */
const LONGEST = 8;

/** Reads what ByteWriter wrote. Throws on bytes that it cannot have written. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  unsigned(): number {
    const first = this.byte();
    return first < 0x80 ? first : this.longer(first & 0x7f);
  }

  signed(): number {
    const value = this.unsigned();
    // Stryker disable next-line ConditionalExpression,EqualityOperator: a shortcut for numbers of 31 bits, the next line says the same
    if (value <= 0x7fffffff) return (value >>> 1) ^ -(value & 1);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** Throws where bytes are left over. */
  end(): void {
    if (this.at !== this.bytes.length) throw new RangeError("packed facts: bytes are left over");
  }

  private longer(low: number): number {
    let value = low;
    let factor = 0x80;
    for (let place = 1; place < LONGEST; place += 1) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
    throw new RangeError("packed facts: a number is too long");
  }

  private byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError("packed facts: they end too early");
    this.at += 1;
    return byte;
  }
}
