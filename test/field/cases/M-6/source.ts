// @ts-nocheck: run without types, as users run it.
// The accounts of a source come from a table without the entry.
import { Authorization } from "istio-mesh";

const callers: Record<string, string[] | undefined> = { web: ["edge/gateway"] };
new Authorization("admin", {
  namespace: "shop",
  selector: { app: "admin" },
  rules: [{ from: [{ serviceAccounts: callers.admin }], to: [{ methods: ["GET"] }] }],
});
