import { fitsPattern, patternProblem } from "./pattern";

/**
 * Domain of the identities in a mesh that has no other. In policies it stands for the mesh's own,
 * whatever that is called.
 */
export const ownTrustDomain = "cluster.local";

const identity = (namespace: string, account: string) => `/ns/${namespace}/sa/${account}`;

/**
 * Identity of a workload as policies name it: that which mutual TLS proves, without its scheme.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source
 */
export const principalOf = (trustDomain: string, namespace: string, account: string): string =>
  `${trustDomain}${identity(namespace, account)}`;

/** Trust domain of an identity. */
export const trustDomainOf = (principal: string): string => principal.split("/")[0] ?? "";

/** Namespace of an identity. */
export const namespaceOf = (principal: string): string => principal.split("/")[2] ?? "";

/** Service account of an identity. */
export const serviceAccountOf = (principal: string): string => principal.split("/")[4] ?? "";

/** Whether a policy's principal takes a service account, in whatever trust domain where it is not open. */
export const isPrincipalOf = (principal: string, namespace: string, account: string): boolean =>
  principal.includes("*")
    ? fitsPattern(principal, principalOf(ownTrustDomain, namespace, account))
    : principal.endsWith(identity(namespace, account));

const whole = /^[^*]*\/ns\/([^*/]+)\/sa\/([^*/]+)$/;

/** Namespace and service account of a principal that is written out. */
export function identityIn(
  principal: string,
): readonly [namespace: string, account: string] | undefined {
  const [, namespace, account] = whole.exec(principal) ?? [];
  return namespace === undefined || account === undefined ? undefined : [namespace, account];
}

const open = /^[^*]*\/ns\/([^*/]+)\/sa\/([^*/]+)\*$/;

/** Namespace of a principal that stands for several of its service accounts, and how these begin. */
export function accountsIn(
  principal: string,
): readonly [namespace: string, beginning: string] | undefined {
  const [, namespace, beginning] = open.exec(principal) ?? [];
  return namespace === undefined || beginning === undefined ? undefined : [namespace, beginning];
}

const longestAccount = 320;

/** A service account of a policy: `name` or `namespace/name`. */
export function serviceAccountProblem(account: string): string | undefined {
  if (account.includes("*")) {
    return 'is not a service account, which is named in full, without "*"';
  }
  const parts = account.split("/");
  if (parts.length > 2 || parts.includes("")) {
    return 'is not a service account; write "name" or "namespace/name"';
  }
  return Buffer.byteLength(account) > longestAccount
    ? `is not a service account, which has at most ${longestAccount} bytes`
    : undefined;
}

/** The trust domain of a policy, or a pattern of them. */
export const trustDomainProblem = (domain: string): string | undefined =>
  patternProblem(domain) ??
  (domain.includes("/")
    ? 'is not a trust domain, which has no "/"; e.g. cluster.local'
    : undefined);

const scheme = "spiffe://";

/** A principal of a policy that fits nobody. */
export function principalProblem(principal: string): string | undefined {
  if (principal.startsWith(scheme)) {
    return `fits nobody, since Istio writes ${scheme} before it; write ${JSON.stringify(principal.slice(scheme.length))}`;
  }
  return principal.includes("/") || principal.includes("*")
    ? undefined
    : 'fits nobody: an identity is "<trust domain>/ns/<namespace>/sa/<service account>"';
}

/** The identity in a token, as policies name it: `<issuer>/<subject>`. */
export const requestPrincipalProblem = (principal: string): string | undefined =>
  principal.includes("/") || principal.includes("*")
    ? undefined
    : `fits no token; write "<issuer>/<subject>", or ${JSON.stringify(`${principal}/*`)} for all of an issuer`;

/** The issuer that a token's identity is of, as it is written: the subject has no slash as a rule. */
export const issuerIn = (requestPrincipal: string): string =>
  requestPrincipal.slice(0, requestPrincipal.lastIndexOf("/"));
