import { type Asked, gets, objectOf, says, sidecar } from "../../support/asked";

export default {
  proxies: [sidecar("webapp", "istioinaction", { app: "webapp" })],
  asks: [
    gets(
      "webapp",
      { host: "catalog.istioinaction.svc.cluster.local" },
      "100 catalog.istioinaction:80; 2 retries",
    ),
    says(
      "nothing but Flagger routes to catalog",
      ({ objects }) =>
        objects
          .map(({ kind }) => kind)
          .filter((kind) => ["VirtualService", "DestinationRule"].includes(kind)),
      [],
    ),
    says(
      "Flagger's Canary is for catalog's Deployment",
      (world) => {
        const { targetRef } = objectOf(world, "Canary", "catalog-release").spec as {
          targetRef: { kind: string; name: string };
        };
        return [targetRef.kind, targetRef.name];
      },
      ["Deployment", "catalog"],
    ),
  ],
} satisfies Asked;
