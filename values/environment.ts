/** Words for one of several places of the same applications. */
const environments: readonly string[] = [
  "dev",
  "test",
  "qa",
  "uat",
  "stage",
  "staging",
  "preprod",
  "prod",
  "production",
];

/** Whether a namespace is called after one of several environments: `shop-staging`, `prod`. */
export const isOfEnvironment = (name: string): boolean =>
  name.split("-").some((word) => environments.includes(word));
