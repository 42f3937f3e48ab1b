import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";

export default async function OfficePage() {
  await requireActor();
  redirect("/office/users");
}
