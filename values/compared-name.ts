import { dnsLabelProblem, dnsNameProblem } from "./dns";

const small = /^[-a-z0-9]*$/;

/** A namespace of a policy, in which stars stand for any text, that no namespace is called. */
export function comparedNamespaceProblem(pattern: string): string | undefined {
  const problem = pattern.includes("*")
    ? !small.test(pattern.replaceAll("*", "")) && 'has other signs than a-z, 0-9 and "-"'
    : dnsLabelProblem(pattern);
  return problem ? `fits no namespace, as it ${problem}` : undefined;
}

/** A service account of a policy, `name` or `namespace/name`, that no account is called. */
export function comparedAccountProblem(account: string): string | undefined {
  const name = account.slice(account.indexOf("/") + 1);
  const problem = dnsNameProblem(name);
  return problem === undefined ? undefined : `fits nobody, as ${JSON.stringify(name)} ${problem}`;
}

/** A host of a policy that no request names. */
export const comparedHostProblem = (host: string): string | undefined =>
  host.includes("/")
    ? "fits no request: a host is compared, without a scheme before it and a path behind it"
    : undefined;

/** A port of a policy that no connection has. */
export const comparedPortProblem = (port: string): string | undefined =>
  port === "0" ? "fits no connection; ports begin with 1" : undefined;
