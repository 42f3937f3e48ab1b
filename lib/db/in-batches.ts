import "server-only";

/** What is done with batches of rows, one statement of the database at a time. */
export type BatchWork<Batch, Made> = {
  /** The next batch; null: there are no more. Asked once more after that at most. */
  read: () => Promise<Batch | null>;
  make: (batch: Batch) => Made | Promise<Made>;
  write: (made: Made) => Promise<void>;
};

/** Goes on while something else is done; it fails where it is awaited. */
function meanwhile<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/**
 * Reads batches, makes something of each and writes it, in order. While the program makes one, the database writes the one before
 * and reads the one after, so that neither waits for the other; three are held in memory at most. Throws what one of them throws;
 * nothing of a connection is at work any more then.
 */
export async function inBatches<Batch, Made>({
  read,
  make,
  write,
}: BatchWork<Batch, Made>): Promise<void> {
  let batch = await read();
  let ahead = meanwhile(batch === null ? Promise.resolve(null) : read());
  try {
    while (batch !== null) {
      const made = await make(batch);
      batch = await ahead;
      ahead = meanwhile(write(made).then(read));
    }
  } finally {
    await ahead;
  }
}
