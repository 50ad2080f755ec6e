// @ts-nocheck: run without types, as users run it.
// The header's value arrives later, and there is none.
import * as pulumi from "@pulumi/pulumi";
import { Canary } from "istio-mesh";

const config = pulumi.output({} as { testers?: string });
new Canary("web", {
  service: "web",
  namespace: "shop",
  versions: [
    { name: "v1", weight: 100 },
    { name: "v2", weight: 0 },
  ],
  matches: [
    {
      headers: [{ name: "x-group", exact: config.apply((c) => c.testers as string) }],
      version: "v2",
    },
  ],
});
