// @ts-nocheck: run without types, as users run it.
// The labels come from a table without the entry.
import { Authorization } from "istio-mesh";

const labels: Record<string, Record<string, string> | undefined> = { web: { app: "web" } };
new Authorization("close-admin", { namespace: "shop", selector: labels.admin, preset: "deny-all" });
