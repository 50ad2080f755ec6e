// @ts-nocheck: run without types, as users run it.
// Callers come from a table, which has no entry for this service.
import { Authorization } from "istio-mesh";

const callers: Record<string, string[] | undefined> = { web: ["edge/gateway"] };
new Authorization("admin", {
  namespace: "shop",
  selector: { app: "admin" },
  rules: [{ from: callers.admin && [{ serviceAccounts: callers.admin }] }],
});
