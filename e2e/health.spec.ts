import { expect, test } from "@playwright/test";

test("the program says without a session that its database answers and is at this version", async ({
  request,
}) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ database: "ok", migrations: "ok" });
});
