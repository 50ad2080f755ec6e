// What lifecycle.test.ts takes through its changes; every step is a change of the configuration.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  Client,
  ControlPlane,
  IngressGateway,
  type MeshMode,
  MeshNamespace,
  RevisionTag,
} from "istio-mesh";

interface Settings {
  version: string;
  charts: ChartSource;
  /** A second istiod: its revision, version and charts. */
  second?: { revision: string; version: string; charts: ChartSource };
  /** Revision that the tag `stable` stands for. */
  stable?: string;
  /** How the namespace `shop` joins the mesh. */
  shop: { dataPlaneMode: MeshMode; revision?: string; restart?: { deployments: string[] } };
  /** How the namespace `foreign`, which exists already, joins; it is left alone without. */
  foreign?: MeshMode;
}

const { version, charts, second, stable, shop, foreign } =
  new pulumi.Config().requireObject<Settings>("settings");

const mesh = new ControlPlane("istio", {
  profile: "sidecar",
  version,
  charts,
  size: "small",
});
const ingress = new IngressGateway("ingress", { version, charts }, { dependsOn: [mesh] });

const revisions: pulumi.Resource[] = [mesh];
if (second) {
  revisions.push(
    new ControlPlane(
      "istio-second",
      { profile: "sidecar", parts: "istiod", size: "small", ...second },
      { dependsOn: [mesh] },
    ),
  );
}
if (stable) {
  revisions.push(new RevisionTag("stable", { revision: stable }, { dependsOn: [...revisions] }));
}

const namespace = new MeshNamespace("shop", shop, { dependsOn: revisions });
new Client("client", { namespace: namespace.name }, { dependsOn: revisions });

if (foreign) {
  new MeshNamespace("foreign", { dataPlaneMode: foreign, adopt: true });
}

export const address = ingress.address;
export const revision = mesh.revision;
