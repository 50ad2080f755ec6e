import { probes } from "./probes";

/** Outputs of the stack that the summary tells. */
export interface StackOutputs {
  version: string;
  profile: string;
  namespaces: Record<string, string>;
  /** Address of the ingress gateway, once it has one. */
  gatewayAddress?: string;
  /** The applications by their sections of the stack file. */
  applications: Record<string, { page?: string; split: Record<string, number> }>;
}

/** Where a stack runs. */
export interface Place {
  stack: string;
  /** The user's kube-context, "" for the lab. */
  context: string;
  /** Address of this machine that leads to the lab's first gateway; "" elsewhere. */
  entrance: string;
}

/** Whether a page is at the gateway's own address, and so needs no name that leads there. */
const isAtAddress = (page: URL, address: string | undefined): boolean =>
  address !== undefined && [address, `[${address}]`].includes(page.hostname);

/** Where a browser finds an application. */
function pageLine(name: string, url: string, address: string | undefined, entrance: string) {
  const title = probes[name]?.title ?? name;
  const page = new URL(url);
  if (!isAtAddress(page, address)) {
    return `  ${title}: ${url}, where the name leads to ${address}`;
  }
  return `  ${title}, for your browser: ${entrance ? `http://${entrance}${page.pathname}` : url}`;
}

/** What runs. */
export function heading(
  { version, profile, namespaces, gatewayAddress, applications }: StackOutputs,
  { stack, entrance }: Place,
): string[] {
  return [
    "",
    `Istio ${version} (${profile}), stack ${stack}`,
    ...Object.entries(namespaces).map(([name, mode]) => `  namespace ${name}: ${mode}`),
    ...(gatewayAddress === undefined
      ? [
          "  the gateway has no address yet; `pulumi stack output gatewayAddress` shows it once it has one",
        ]
      : Object.entries(applications).flatMap(([name, { page }]) =>
          page === undefined ? [] : [pageLine(name, page, gatewayAddress, entrance)],
        )),
  ];
}

/** What the requests saw beside what was declared. */
export const observed = (
  service: string,
  split: Readonly<Record<string, number>>,
  counts: Readonly<Record<string, number>>,
  requests: number,
): string[] =>
  Object.entries(split).map(
    ([version, percent]) =>
      `  ${service} ${version}: ${counts[version] ?? 0} of ${requests} requests, declared ${percent} %`,
  );

/** The command that shows who answers at a page; there is none for TLS. */
function splitCommand(lab: string, url: string, address: string | undefined): string[] {
  const page = new URL(url);
  if (page.protocol !== "http:" || address === undefined) {
    return [];
  }
  const header = isAtAddress(page, address) ? "" : ` --header 'host: ${page.host}'`;
  const at = header === "" ? url : `http://${address}${page.pathname}`;
  return [`  ${lab} split ${at}${header}    # who answers`];
}

/** What to try. */
export function nextSteps(
  { gatewayAddress, applications }: StackOutputs,
  { stack, context, entrance }: Place,
) {
  const suffix = `${stack === "dev" ? "" : ` STACK=${stack}`}${context ? ` CONTEXT=${context}` : ""}`;
  const lab = stack === "dev" ? "lab/lab" : `lab/lab --name ${stack}`;
  const inLab = [
    ...Object.entries(applications).flatMap(([name, { page }]) =>
      page !== undefined && probes[name]?.isOnPage ? splitCommand(lab, page, gatewayAddress) : [],
    ),
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
