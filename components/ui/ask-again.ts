/** What asking again and again needs; times are the caller's. */
export type Asking<Answer> = {
  /** Waits before each question; false: nothing is to be asked any more. */
  pause: () => Promise<boolean>;
  /** True: what was told last is still being dealt with, and nothing is asked meanwhile. */
  isBusy: () => boolean;
  ask: () => Promise<Answer>;
  /** The answer; null: none came. */
  tell: (answer: Answer | null) => void;
};

/** Asks, one question after the other, each only when the one before is answered; a question that fails is asked again. */
export async function askAgain<Answer>({
  pause,
  isBusy,
  ask,
  tell,
}: Asking<Answer>): Promise<void> {
  while (await pause()) {
    if (!isBusy()) tell(await ask().catch(() => null));
  }
}
