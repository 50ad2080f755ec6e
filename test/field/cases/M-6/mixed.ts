// @ts-nocheck: run without types, as users run it.
// One of two fields of a source comes from a table without the entry.
import { Authorization } from "istio-mesh";

const callers: Record<string, string[] | undefined> = { web: ["gateway"] };
new Authorization("admin", {
  namespace: "shop",
  selector: { app: "admin" },
  rules: [{ from: [{ serviceAccounts: callers.admin, ipBlocks: ["10.0.0.0/8"] }] }],
});
