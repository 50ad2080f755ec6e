/** Outputs of the stack that the summary tells. */
export interface StackOutputs {
  version: string;
  profile: string;
  namespaces: Record<string, string>;
  /** Bookinfo's page, once the gateway has an address. */
  url?: string;
  split: Record<string, number>;
}

/** Where a stack runs. */
export interface Place {
  stack: string;
  /** The user's kube-context, "" for the lab. */
  context: string;
  /** Address of this machine that leads to the lab's first gateway; "" elsewhere. */
  entrance: string;
}

/** What runs. */
export function heading(
  { version, profile, namespaces, url }: StackOutputs,
  { stack, entrance }: Place,
): string[] {
  const page = url && entrance ? `http://${entrance}${new URL(url).pathname}` : url;
  return [
    "",
    `Istio ${version} (${profile}), stack ${stack}`,
    ...Object.entries(namespaces).map(([name, mode]) => `  namespace ${name}: ${mode}`),
    ...(page === undefined
      ? ["  the gateway has no address yet; `pulumi stack output url` shows it once it has one"]
      : [`  Bookinfo, for your browser: ${page}`]),
  ];
}

/** What the requests saw beside what was declared. */
export const observed = (
  { split }: StackOutputs,
  counts: Readonly<Record<string, number>>,
  requests: number,
): string[] =>
  Object.entries(split).map(
    ([version, percent]) =>
      `  reviews ${version}: ${counts[version] ?? 0} of ${requests} requests, declared ${percent} %`,
  );

/** What to try. */
export function nextSteps({ url = "" }: StackOutputs, { stack, context, entrance }: Place) {
  const suffix = `${stack === "dev" ? "" : ` STACK=${stack}`}${context ? ` CONTEXT=${context}` : ""}`;
  const lab = stack === "dev" ? "lab/lab" : `lab/lab --name ${stack}`;
  const inLab = [
    `  ${lab} split ${url}    # who answers`,
    `  ${lab} status    # all that runs; http://${entrance}/ lists what the gateway answers`,
  ];
  return [
    "",
    "Next:",
    `  edit the weights in Pulumi.${stack}.yaml, then: make preview${suffix}, make up${suffix}`,
    ...(context ? [] : inLab),
    `  make down${suffix}`,
  ];
}
