import { type Asked, gets, ingress, sidecar } from "../../support/asked";

export default {
  proxies: [ingress, sidecar("webapp", "istioinaction", { app: "webapp" })],
  asks: [
    gets("ingress", { host: "webapp.istioinaction.io" }, "100 webapp.istioinaction:80; 2 retries"),
    gets(
      "ingress",
      { host: "catalog.istioinaction.io", path: "/items" },
      "90 catalog.istioinaction:80 v1, 10 catalog.istioinaction:80 v2; 2 retries",
    ),
    gets(
      "webapp",
      { host: "catalog.istioinaction.svc.cluster.local", path: "/items" },
      "90 catalog.istioinaction:80 v1, 10 catalog.istioinaction:80 v2; 2 retries",
    ),
    gets(
      "webapp",
      { host: "forum.istioinaction.svc.cluster.local", path: "/api/users" },
      "100 forum.istioinaction:80; 2 retries",
    ),
    gets(
      "webapp",
      {
        host: "catalog.istioinaction.svc.cluster.local",
        path: "/items",
        headers: { "x-istio-cohort": "internal" },
      },
      "100 catalog.istioinaction:80 v2; 2 retries",
      "a request of the cohort",
    ),
  ],
} satisfies Asked;
