import type * as k8s from "@pulumi/kubernetes";

/** What one service of Bookinfo has beside the common shape. */
export interface BookinfoService {
  name: string;
  versions: readonly string[];
  /** Folders that the image writes to, by volume name. */
  folders?: Readonly<Record<string, string>>;
  /** Variables of one version. */
  env?: (version: string) => k8s.types.input.core.v1.EnvVar[];
  podAnnotations?: Record<string, string>;
}

/** Port of every Service of the application, and of its Pods. */
export const bookinfoPort = 9080;

/** Versions of details that there are images of. */
export const detailsVersions = ["v1", "v2"] as const;

/** Versions of reviews that there are images of. */
export const reviewsVersions = ["v1", "v2", "v3"] as const;

/** The application as Istio's samples run it: productpage calls details and reviews, reviews calls ratings. */
export const bookinfoServices = (
  details: readonly string[],
  reviews: readonly string[],
): BookinfoService[] => [
  {
    name: "details",
    versions: details,
    // Plain HTTP to the book search, so that the mesh can encrypt it on the way out.
    env: (version) => (version === "v2" ? [{ name: "DO_NOT_ENCRYPT", value: "true" }] : []),
  },
  { name: "ratings", versions: ["v1"] },
  {
    name: "reviews",
    versions: reviews,
    folders: { tmp: "/tmp", "wlp-output": "/opt/ibm/wlp/output" },
    env: () => [{ name: "LOG_DIR", value: "/tmp/logs" }],
  },
  {
    name: "productpage",
    versions: ["v1"],
    folders: { tmp: "/tmp" },
    podAnnotations: {
      "prometheus.io/scrape": "true",
      "prometheus.io/port": `${bookinfoPort}`,
      "prometheus.io/path": "/metrics",
    },
  },
];
