import versions from "../versions.json";

/** Who publishes definitions that are known here. */
export const Product = { Istio: "Istio", GatewayApi: "Gateway API" } as const;
export type Product = (typeof Product)[keyof typeof Product];

type Known = readonly [first: string, ...later: string[]];

/** Versions whose definitions are known, one of each release, the oldest first. */
export const knownVersions: Readonly<Record<Product, Known>> = {
  Istio: [versions.istio, ...versions.later.istio],
  "Gateway API": [versions.gatewayApi, ...versions.later.gatewayApi],
};

/** The release of a version, e.g. `1.30` of `1.30.2`. */
export const releaseOf = (version: string): string => version.split(".").slice(0, 2).join(".");

const releasesOf = ([first, ...later]: Known): Known => [releaseOf(first), ...later.map(releaseOf)];

/** The same as releases. */
export const releases: Readonly<Record<Product, Known>> = {
  Istio: releasesOf(knownVersions.Istio),
  "Gateway API": releasesOf(knownVersions["Gateway API"]),
};

/** Folder of what a release changes, e.g. `istio-1.32`. */
export const releaseFolder = (product: Product, release: string): string =>
  `${product.toLowerCase().replace(" ", "-")}-${release}`;

/** Whose kinds a group has. */
export function productOf(group: string): Product | undefined {
  if (group === "gateway.networking.k8s.io") {
    return Product.GatewayApi;
  }
  return group.endsWith(".istio.io") ? Product.Istio : undefined;
}

/** Folders of the releases after the first, in their order. */
export function laterReleases(group: string): string[] {
  const product = productOf(group);
  return product === undefined
    ? []
    : releases[product].slice(1).map((release) => releaseFolder(product, release));
}
