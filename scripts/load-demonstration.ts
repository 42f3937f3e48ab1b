// Run by ./start on an empty database; prints what the demonstration says of itself as JSON.
import { closeConnections } from "@/lib/db/connection";

const loader: string = "../prisma/seed/load.ts";
const { loadDemonstration } = await import(loader);
const demonstration = await loadDemonstration();
await closeConnections();
process.stdout.write(JSON.stringify(demonstration));
