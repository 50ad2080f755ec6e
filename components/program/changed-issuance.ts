import type { PreviousResource } from "./previous-state";
import type { NewObject } from "./renamed-objects";

/** A gateway's Secret that is to be made in the other way. */
export interface ChangedIssuance {
  owner: string | undefined;
  path: "pem" | "issued";
  text: string;
}

const kinds = { secret: "core Secret ", certificate: "cert-manager.io Certificate " } as const;

/** Namespace and name of such an object that a `GatewayCertificate` has. */
function nameOf(kind: keyof typeof kinds, { urn, identity = "" }: PreviousResource) {
  return urn.includes("istio-mesh:index:GatewayCertificate$") && identity.startsWith(kinds[kind])
    ? identity.slice(kinds[kind].length)
    : undefined;
}

const anotherName =
  "give this certificate another credentialName, and the servers that present it; the Secret of the old one goes when nothing names it any more";

const ways = [
  {
    path: "issued",
    was: "secret",
    is: "certificate",
    because: (name: string) =>
      `Secret ${name} is Pulumi's, which deletes it after cert-manager has written the new certificate into it: the gateway serves nothing until that is made once more`,
  },
  {
    path: "pem",
    was: "certificate",
    is: "secret",
    because: (name: string) =>
      `Secret ${name} is cert-manager's and stays when its Certificate goes, so that creating it fails in the middle of the update`,
  },
] as const;

/** Certificates that would be lost, or could not be made, as one Secret is handed from one to the other. */
export const changedIssuances = (
  before: readonly PreviousResource[],
  now: readonly NewObject[],
): ChangedIssuance[] =>
  ways.flatMap(({ path, was, is, because }) =>
    before.flatMap((old) => {
      const name = nameOf(was, old);
      const stays = now.some(({ urn }) => urn === old.urn);
      const next = now.find((object) => name !== undefined && nameOf(is, object) === name);
      return name !== undefined && next && !stays
        ? [{ owner: next.owner?.words, path, text: `${because(name)}; ${anotherName}` }]
        : [];
    }),
  );
