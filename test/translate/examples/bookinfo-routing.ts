import { type Ask, type Asked, gets, says, sidecar } from "../../support/asked";

/** The page of each scenario, which asks for reviews. */
const scenarios: Record<string, { all: string; jason?: string }> = {
  "reviews-90-10": { all: "90 v1, 10 v2" },
  "reviews-80-20": { all: "80 v1, 20 v2" },
  "reviews-50-v3": { all: "50 v1, 50 v3" },
  "reviews-v2-v3": { all: "50 v2, 50 v3" },
  "reviews-v3": { all: "100 v3" },
  "reviews-test-v2": { all: "100 v1", jason: "100 v2" },
  "reviews-jason-v2-v3": { all: "100 v3", jason: "100 v2" },
  "reviews-random": { all: "100" },
};

const page = (namespace: string) =>
  sidecar(namespace, namespace, { app: "productpage", version: "v1" });

const host = (service: string, namespace: string) => `${service}.${namespace}.svc.cluster.local`;

/** Shares in full words, such as `90 reviews.reviews-90-10:9080 v1`. */
const shares = (text: string, service: string, namespace: string) =>
  `${text
    .split(", ")
    .map((share) => share.replace(/^\d+/, `$& ${service}.${namespace}:9080`))
    .join(", ")}; 2 retries`;

const asksReviews = ([namespace, { all, jason = all }]: [string, (typeof scenarios)[string]]) => {
  const request = { host: host("reviews", namespace), port: 9080 };
  return [
    gets(namespace, request, shares(all, "reviews", namespace), "everybody's reviews"),
    gets(
      namespace,
      { ...request, headers: { "end-user": "jason" } },
      shares(jason, "reviews", namespace),
      "jason's reviews",
    ),
  ];
};

const services = ["productpage", "reviews", "ratings", "details"];

const asksV1: Ask[] = services.map((service) =>
  gets(
    "all-v1",
    { host: host(service, "all-v1"), port: 9080 },
    shares("100 v1", service, "all-v1"),
    service,
  ),
);

/** What clients are told of the cluster of a subset. */
const asksSubsets = says(
  "clients of all-mtls know each version of ratings, and speak mutual TLS to it",
  ({ configs }) =>
    (configs["all-mtls"]?.clusters ?? [])
      .filter(({ name }) => /\|v[^|]*\|ratings\.all-mtls\./.test(`${name}`))
      .map(({ name, transportSocket }) => `${name}: ${transportSocket?.name}`)
      .sort(),
  ["v1", "v2-mysql-vm", "v2-mysql", "v2"].map(
    (subset) =>
      `outbound|9080|${subset}|${host("ratings", "all-mtls")}: envoy.transport_sockets.tls`,
  ),
);

export default {
  proxies: ["all-v1", "all-mtls", ...Object.keys(scenarios)].map(page),
  asks: [
    ...Object.entries(scenarios).flatMap(asksReviews),
    ...asksV1,
    asksSubsets,
    says(
      "clients of reviews-random draw a Pod for each request",
      ({ configs }) =>
        (configs["reviews-random"]?.clusters ?? [])
          .filter(({ name }) => `${name}`.endsWith(host("reviews", "reviews-random")))
          .map(({ lbPolicy }) => lbPolicy),
      ["RANDOM", "RANDOM", "RANDOM", "RANDOM"],
    ),
    says(
      "all-v1 declares two versions of details",
      (world) =>
        world.objects
          .filter(
            ({ kind, metadata }) => kind === "DestinationRule" && metadata?.name === "details",
          )
          .map(({ spec }) =>
            (spec as { subsets: { name: string }[] }).subsets.map(({ name }) => name),
          ),
      [
        ["v1", "v2"],
        ["v1", "v2"],
      ],
    ),
  ],
} satisfies Asked;
