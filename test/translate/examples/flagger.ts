import { type Asked, gets, ingress, objectOf, says, sidecar } from "../../support/asked";
import { service } from "../../support/objects";

const namespace = "istioinaction";
const host = (name: string) => `${name}.${namespace}.svc.cluster.local`;

/** What Flagger makes for its canary, in the middle of a release. */
const made = [
  ...["catalog", "catalog-primary", "catalog-canary"].map((name) =>
    service(name, namespace, { targetPort: 3000 }),
  ),
  {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: "catalog", namespace },
    spec: {
      hosts: ["catalog"],
      gateways: ["mesh"],
      http: [
        {
          match: [{ sourceLabels: { app: "webapp" } }],
          route: [
            { destination: { host: "catalog-primary" }, weight: 80 },
            { destination: { host: "catalog-canary" }, weight: 20 },
          ],
        },
        { route: [{ destination: { host: "catalog-primary" }, weight: 100 }] },
      ],
    },
  },
];

export default {
  proxies: [
    ingress,
    sidecar("webapp", namespace, { app: "webapp", version: "v1" }),
    sidecar("other", namespace, { app: "other" }),
  ],
  objects: made,
  asks: [
    gets(
      "ingress",
      { host: "webapp.istioinaction.io" },
      "80 webapp.istioinaction:80 v1, 20 webapp.istioinaction:80 v2; 2 retries",
    ),
    gets(
      "webapp",
      { host: host("catalog") },
      "80 catalog-primary.istioinaction:80, 20 catalog-canary.istioinaction:80; 2 retries",
      "what Flagger releases",
    ),
    gets(
      "other",
      { host: host("catalog") },
      "100 catalog-primary.istioinaction:80; 2 retries",
      "catalog",
    ),
    says(
      "nothing here is what Flagger makes",
      ({ objects }) => {
        const id = ({ kind, metadata }: (typeof objects)[number]) =>
          `${kind} ${String(metadata?.name)}`;
        const own = objects.map(id);
        return made.map(id).filter((one) => own.includes(one));
      },
      [],
    ),
    says(
      "its number of Pods is left to Flagger",
      (world) => Object.keys(objectOf(world, "Deployment", "catalog").spec as object).sort(),
      ["selector", "template"],
    ),
  ],
} satisfies Asked;
