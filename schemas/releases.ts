/** Who publishes definitions that are known here, and in which releases, the oldest first. */
export const Product = { Istio: "Istio", GatewayApi: "Gateway API" } as const;
export type Product = (typeof Product)[keyof typeof Product];

export const releases: Readonly<Record<Product, readonly [first: string, ...later: string[]]>> = {
  Istio: ["1.31", "1.32"],
  "Gateway API": ["1.6", "1.7"],
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
