import { ControlPlane, MeshCa, RevisionTag } from "../../../components";
import { object } from "../../support/field-objects";
import type { Seen } from "../../support/field-program";
import { made, ownCase, refused, warned } from "../../support/field-right";

/** Accepted without a word, and with objects that are as `holds` wants them. */
const silent = (what: string, holds: (seen: Seen) => boolean) =>
  made(`${what}, without a warning`, (seen) => seen.warnings.length === 0 && holds(seen));

const issued = { issuer: { name: "ca", kind: "ClusterIssuer" as const } };
const ofRevision = { revision: "1-31", defaultRevision: "1-31" };

describe("field: what stands beside a control plane in a namespace of its own", () => {
  const mesh = { profile: "sidecar", namespace: "mesh-system", ...ofRevision } as const;

  ownCase(
    "a tag takes the namespace of its istiod",
    () => {
      new ControlPlane("mesh", mesh);
      new RevisionTag("prod", { revision: "1-31" });
    },
    silent(
      "the Service of the tag is where istiod is",
      (seen) =>
        object(seen, "Service", "istiod-revision-tag-prod").metadata.namespace === "mesh-system",
    ),
  );

  ownCase(
    "a tag that says another namespace is refused",
    () => {
      new ControlPlane("mesh", mesh);
      new RevisionTag("prod", { revision: "1-31", namespace: "istio-system" });
    },
    refused({
      by: 'RevisionTag "prod"',
      at: "namespace",
      words: /"istio-system" is not where ControlPlane "mesh" runs, "mesh-system"/,
    }),
  );

  ownCase(
    "and so is the control plane that comes after its tag",
    () => {
      new RevisionTag("prod", { revision: "1-31" });
      new ControlPlane("mesh", mesh);
    },
    refused({
      by: 'ControlPlane "mesh"',
      at: "revision",
      words: /RevisionTag "prod" relies on it/,
    }),
  );

  ownCase(
    "a CA takes the namespace of the istiod declared before",
    () => {
      new ControlPlane("mesh", mesh);
      new MeshCa("ca", { issued });
    },
    silent(
      "cacerts is where istiod is",
      (seen) => object(seen, "Certificate", "cacerts").metadata.namespace === "mesh-system",
    ),
  );

  ownCase(
    "a control plane is refused whose CA went to the usual namespace",
    () => {
      new MeshCa("ca", { issued });
      new ControlPlane("mesh", mesh);
    },
    refused({
      by: 'ControlPlane "mesh"',
      at: "namespace",
      words: /MeshCa "ca" puts its CA, "istio-system"/,
    }),
  );

  ownCase(
    "a CA for the istiod of another program is warned of",
    () => {
      new MeshCa("ca", { namespace: "istio-system", issued });
      new ControlPlane("mesh", mesh);
    },
    warned(/MeshCa "ca": namespace: "istio-system" has no istiod of this program/),
  );
});
