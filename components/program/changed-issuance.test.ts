import assert from "node:assert/strict";
import { changedIssuances } from "./changed-issuance";

const object = (identity: string, component = "GatewayCertificate") => ({
  urn: `urn:pulumi:dev::shop::istio-mesh:index:${component}$kubernetes:core/v1:Any::${identity}`,
  identity,
});
const secret = (name: string, component?: string) =>
  object(`core Secret istio-ingress/${name}`, component);
const certificate = (name: string) => object(`cert-manager.io Certificate istio-ingress/${name}`);

type Known = ReturnType<typeof object>;
const found = (before: Known[], now: Known[]) =>
  changedIssuances(
    before,
    now.map((one) => ({ ...one, owner: undefined, aliases: [] })),
  ).map(({ path, text }) => `${path}: ${text}`);

describe("a gateway's certificate that is to come in another way", () => {
  it("is told of where cert-manager takes over from PEM, with the way out", () => {
    const [text = "", ...others] = found(
      [secret("web"), secret("web-cacert")],
      [certificate("web")],
    );
    assert.match(
      text,
      /^issued: Secret istio-ingress\/web is Pulumi's, which deletes it .* another credentialName/,
    );
    assert.deepEqual(others, []);
  });

  it("is told of where PEM takes over from cert-manager", () => {
    assert.match(
      found([certificate("web")], [secret("web")]).join(),
      /^pem: Secret istio-ingress\/web is cert-manager's and stays/,
    );
  });

  it("is not, where it gets another name, stays, or is somebody else's", () => {
    assert.deepEqual(found([secret("web")], [certificate("web2")]), []);
    assert.deepEqual(found([secret("web")], [secret("web")]), []);
    assert.deepEqual(found([secret("web", "MeshCa")], [certificate("web")]), []);
  });
});
