import type { Contradiction, Entry, Ledger } from "./ledger";
import type { Member } from "./member";
import type { Claim } from "./part";

/** Namespaces that a component makes, and in which something is that it waits for: neither can be first. */
export const circles = (
  { waitsFor = [] }: Member,
  claims: readonly Entry<Claim>[],
  ledger: Ledger,
): Contradiction[] =>
  claims
    .filter(({ what }) => what.what === "Namespace")
    .flatMap(({ what: { path }, names: [namespace = ""] }) =>
      waitsFor.flatMap((other) => {
        const [first] = ledger.objectsIn(namespace, other);
        return first === undefined
          ? []
          : [
              {
                path,
                reason: `makes Namespace ${namespace} and waits for ${other.owner}, which has ${first} in it: neither can be there first; take it out of dependsOn, or make the namespace on its own before both`,
              },
            ];
      }),
    );
