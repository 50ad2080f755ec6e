import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { BookinfoArgs } from "./bookinfo-args";
import { databases, mongoVariables, mysqlVariables } from "./databases";

/** What one service of Bookinfo has beside the common shape. */
export interface BookinfoService {
  name: string;
  versions: readonly string[];
  /** What the Service and its Pods listen on. @default - HTTP at port 9080 */
  port?: { name: string; port: number };
  /** End of the image's name. @default - name and version */
  image?: (version: string) => string;
  /** Versions with an identity of their own. @default - none */
  ownAccounts?: readonly string[];
  /** What the image is started with. */
  command?: string[];
  /** Folders that the image writes to, by volume name. */
  folders?: Readonly<Record<string, string>>;
  /** Variables of one version. */
  env?: (version: string) => k8s.types.input.core.v1.EnvVar[];
  podAnnotations?: Record<string, string>;
  /** What the Pods read and nobody else shall, under its name. */
  secret?: { name: string; entries: Record<string, pulumi.Input<string>> };
}

/** Port of the application's own Services, and of their Pods. */
export const bookinfoPort = 9080;

/** Versions of details that there are images of. */
export const detailsVersions = ["v1", "v2"] as const;

/** Versions of reviews that there are images of. */
export const reviewsVersions = ["v1", "v2", "v3"] as const;

/** Versions of ratings that there are images of, those that fail on purpose behind the others. */
export const ratingsVersions = [
  "v1",
  "v2",
  "v2-mysql",
  "v2-mysql-vm",
  "v-faulty",
  "v-delayed",
  "v-unavailable",
  "v-unhealthy",
] as const;

/** Which versions run, and what ratings reads its database with. */
export interface Chosen {
  details: readonly string[];
  reviews: readonly string[];
  ratings: readonly string[];
  mysqlPassword: NonNullable<BookinfoArgs["mysqlPassword"]>;
}

/** Databases are asked by one image, which is told by variables where they are. */
const ratings = ({ ratings: versions, mysqlPassword }: Chosen): BookinfoService => ({
  name: "ratings",
  versions,
  image: (version) => `ratings-${version.startsWith("v2") ? "v2" : version}`,
  ownAccounts: ["v2"],
  env: (version) => [...mongoVariables(version), ...mysqlVariables(version, mysqlPassword)],
});

/**
 * The application as Istio's samples run it: productpage calls details and reviews, reviews calls
 * ratings, which may ask a database.
 */
export const bookinfoServices = (chosen: Chosen): BookinfoService[] => [
  {
    name: "details",
    versions: chosen.details,
    // Plain HTTP to the book search, so that the mesh can encrypt it on the way out.
    env: (version) => (version === "v2" ? [{ name: "DO_NOT_ENCRYPT", value: "true" }] : []),
  },
  ratings(chosen),
  {
    name: "reviews",
    versions: chosen.reviews,
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
  ...databases(chosen.ratings, chosen.mysqlPassword),
];
