import { connection } from "next/server";
import { health } from "@/lib/services/health/health";

/** 200 when the program can work, 503 when it cannot; for monitors and load balancers. */
export async function GET(): Promise<Response> {
  await connection();
  const state = await health();
  const well = state.database === "ok" && state.migrations === "ok";
  return Response.json(state, {
    status: well ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
