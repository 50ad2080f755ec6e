import { type Asked, gets, sidecar } from "../../support/asked";

const namespaces = ["ratings-test-delay", "ratings-test-abort", "fault-details-v1"];

const asksRatings = (namespace: string, fault: string) => {
  const request = { host: `ratings.${namespace}.svc.cluster.local`, port: 9080 };
  const normal = `100 ratings.${namespace}:9080 v1; 2 retries`;
  return [
    gets(
      namespace,
      { ...request, headers: { "end-user": "jason" } },
      `${normal}; ${fault}`,
      "jason's ratings",
    ),
    gets(namespace, request, normal, "everybody else's ratings"),
  ];
};

export default {
  proxies: [...namespaces, "request-timeouts"].map((namespace) =>
    sidecar(namespace, namespace, { app: "reviews", version: "v2" }),
  ),
  asks: [
    ...asksRatings("ratings-test-delay", "after 7s"),
    ...asksRatings("ratings-test-abort", "fails with 500"),
    gets(
      "fault-details-v1",
      { host: "details.fault-details-v1.svc.cluster.local", port: 9080 },
      "100 details.fault-details-v1:9080 v1; 2 retries; fails with 555",
      "everybody's details",
    ),
    gets(
      "request-timeouts",
      { host: "reviews.request-timeouts.svc.cluster.local", port: 9080 },
      "100 reviews.request-timeouts:9080 v2; within 0.500s; 2 retries",
      "reviews",
    ),
    gets(
      "request-timeouts",
      { host: "ratings.request-timeouts.svc.cluster.local", port: 9080 },
      "100 ratings.request-timeouts:9080 v1; 2 retries; after 2s",
      "ratings",
    ),
  ],
} satisfies Asked;
