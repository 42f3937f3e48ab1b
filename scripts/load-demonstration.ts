// Run by ./start on an empty database; prints what the demonstration says of itself as JSON.
import { closeConnections } from "@/lib/db/connection";
import { loadDemonstration } from "../prisma/seed/load";

const demonstration = await loadDemonstration();
await closeConnections();
process.stdout.write(JSON.stringify(demonstration));
