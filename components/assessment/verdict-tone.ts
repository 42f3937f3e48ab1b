import type { Severity, Verdict } from "@/lib/compliance/assessment";

/** The five tones of the face, by urgency. */
export type Tone = "over" | "near" | "lapsing" | "covered" | "unknown";

export const VERDICT_TONES: Record<Verdict, Tone> = {
  overstaying: "over",
  barred: "over",
  registration_overdue: "over",
  at_risk: "near",
  registration_due: "near",
  lapsing: "lapsing",
  unregistered: "lapsing",
  covered: "covered",
  unknown: "unknown",
  exempt: "covered",
};

export const SEVERITY_TONES: Record<Severity, Tone> = {
  critical: "over",
  warning: "near",
  notice: "lapsing",
};

/** Ink and wash of each tone, as classes. */
export const TONE_CLASSES: Record<Tone, string> = {
  over: "text-over bg-over-wash",
  near: "text-near bg-near-wash",
  lapsing: "text-lapsing bg-lapsing-wash",
  covered: "text-covered bg-covered-wash",
  unknown: "text-unknown bg-unknown-wash",
};
