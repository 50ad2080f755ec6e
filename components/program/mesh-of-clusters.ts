import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import type { ControlPlaneFact } from "./facts/control-plane-facts";
import type { Program } from "./program";
import type { View } from "./view";

/** An istiod, and what was said in its cluster. */
interface Plane extends ControlPlaneFact {
  view: View;
}

/** Why two clusters of one mesh do not come together, and the argument of the first; or nothing. */
type Difference = (own: Plane, other: Plane) => { path: string; reason: string } | undefined;

const sameName: Difference = ({ clusterName }, other) =>
  clusterName !== undefined && clusterName === other.clusterName
    ? {
        path: "clusterName",
        reason: `${shown(clusterName)} is the name of the cluster of ${other.owner} too: two clusters of one name take their endpoints for each other's; give each a name of its own`,
      }
    : undefined;

const foreignDomain: Difference = ({ trustDomain, trustDomainAliases = [] }, other) => {
  const [own, theirs] = [recall(trustDomain), recall(other.trustDomain)];
  const areKnown = own !== undefined && theirs !== undefined && trustDomainAliases !== "later";
  return areKnown && own !== theirs && !trustDomainAliases.includes(theirs)
    ? {
        path: "meshConfig.trustDomain",
        reason: `${shown(own)} is not that of ${other.owner}, ${shown(theirs)}: proxies here let nobody of it in and call nobody there; add ${shown(theirs)} to meshConfig.trustDomainAliases, or have one trust domain`,
      }
    : undefined;
};

const oneRoot = "a MeshCa in each cluster whose pem.rootCert is the same";

const ownRoot: Difference = ({ makesOwnCa }, { owner }) =>
  makesOwnCa
    ? {
        path: "createNamespace",
        reason: `istiod and its namespace are made together, and it signs with a CA of its own, which ${owner} does not trust: no connection between the two clusters comes about; make the namespace first, and ${oneRoot}`,
      }
    : undefined;

/** The CA that an issuer of the cluster makes for itself, and the issuer's owner. */
function rootOfIssuer({ view, namespace }: Plane): string | undefined {
  const ca = view.said("meshCa").find((one) => one.namespace === recall(namespace));
  const { name, kind } = ca?.issuer ?? {};
  const issuer = view.said("issuer").find((one) => one.name === name && one.kind === kind);
  return ca && issuer?.signs === "ownCa"
    ? `the CA of ${ca.owner} is that of ${issuer.owner}, which makes a root of its own (ownCa)`
    : undefined;
}

const issuedRoot: Difference = (own, { owner }) => {
  const root = rootOfIssuer(own);
  return root === undefined
    ? undefined
    : {
        path: "meshId",
        reason: `${root} in this cluster, which ${owner} does not trust: no connection between the two clusters comes about; have ${oneRoot}, or issuers with one ca`,
      };
};

const differences = [sameName, foreignDomain, ownRoot, issuedRoot];

/** What keeps the clusters of one mesh apart, as far as the program has their control planes. */
export function unlikeClusters(
  program: Program,
): { resource: pulumi.Resource | undefined; text: string }[] {
  const planes = program
    .views()
    .flatMap((view) => view.said("controlPlane").map((plane): Plane => ({ ...plane, view })));
  return planes.flatMap((own) => {
    const others = planes.filter(
      ({ view, meshId }) => view !== own.view && meshId !== undefined && meshId === own.meshId,
    );
    return differences.flatMap((difference) => {
      const [found] = others.flatMap((other) => difference(own, other) ?? []);
      return found
        ? [
            {
              resource: own.self.component,
              text: `${own.owner}: ${found.path}: in mesh ${shown(own.meshId)}: ${found.reason}`,
            },
          ]
        : [];
    });
  });
}
