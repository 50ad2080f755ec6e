import { fitsPattern } from "./pattern";
import { ownTrustDomain } from "./principal";

/** Parts of an identity in full: domain, `ns`, namespace, `sa`, account. */
const partsOfIdentity = 5;

/** Whether one of two patterns takes the other. */
const meet = (one: string, other: string): boolean =>
  fitsPattern(one, other) || fitsPattern(other, one);

/**
 * Principals of a policy as istiod compares them: one of the mesh's trust domain or an alias of it stands for
 * all of these, and so does the usual one whatever the mesh's is called.
 */
export const principalsIn = (
  trustDomains: readonly string[],
  principals: readonly string[],
): readonly string[] =>
  principals.flatMap((principal) => {
    const [domain = "", ...rest] = principal.split("/");
    const isOpen = rest.length !== partsOfIdentity - 1 || domain === "*";
    if (isOpen || !(domain === ownTrustDomain || trustDomains.some((own) => meet(domain, own)))) {
      return [principal];
    }
    const all = trustDomains.map((own) =>
      domain.startsWith("*") && fitsPattern(domain, own) ? principal : [own, ...rest].join("/"),
    );
    return [...new Set(all)];
  });

/** Trust domains of a policy as istiod compares them: one of the mesh's stands for all of them. */
export const trustDomainsIn = (
  own: readonly string[],
  domains: readonly string[],
): readonly string[] => [
  ...new Set(domains.flatMap((domain) => (own.includes(domain) ? own : [domain]))),
];
