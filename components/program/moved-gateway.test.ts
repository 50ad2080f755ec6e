import assert from "node:assert/strict";
import { movedGateways } from "./moved-gateway";

const ofChart = (place: string, kind = "Service") => ({
  urn: `urn:pulumi:dev::shop::istio-mesh:index:IngressGateway$kubernetes:helm.sh/v4:Chart$kubernetes:core/v1:${kind}::edge:${place}`,
  identity: `core ${kind} ${place}`,
});
const ofRelease = (place: string) => ({
  urn: "urn:pulumi:dev::shop::istio-mesh:index:EgressGateway$kubernetes:helm.sh/v3:Release::out",
  identity: `helm.sh Release ${place}`,
});
const ofGatewayApi = (place: string, component = "AppGateway") => ({
  urn: `urn:pulumi:dev::shop::istio-mesh:index:${component}$kubernetes:gateway.networking.k8s.io/v1:Gateway::site`,
  identity: `gateway.networking.k8s.io Gateway ${place}`,
});
const owner = {
  words: 'IngressGateway "edge"',
  type: "istio-mesh:index:IngressGateway",
  name: "edge",
};

const found = (...[before, now]: { urn: string; identity: string }[]) =>
  movedGateways(before ? [before] : [], now ? [{ ...now, owner, aliases: [] }] : []).map(
    (one) => `${one.owner}: ${one.path}: ${one.text}`,
  );

describe("a gateway whose component is to have another one", () => {
  it("is told of by its namespace, with the way to keep its address", () => {
    assert.match(
      found(ofChart("istio-ingress/edge"), ofChart("edge/edge")).join(),
      /^IngressGateway "edge": namespace: gateway istio-ingress\/edge would be deleted as soon as edge\/edge is there.*add another component with the new namespace/,
    );
  });

  it("is told of by its name, whoever installs it", () => {
    assert.match(
      found(ofRelease("istio-egress/a"), ofRelease("istio-egress/b")).join(),
      /gatewayName: gateway istio-egress\/a would be deleted/,
    );
    assert.match(
      found(ofGatewayApi("shop/a"), ofGatewayApi("shop/b")).join(),
      /: name: gateway shop\/a would be deleted/,
    );
  });

  it("is not, where it stays, comes, goes, or is a waypoint", () => {
    assert.deepEqual(found(ofChart("a/edge"), ofChart("a/edge")), []);
    assert.deepEqual(found(ofChart("a/edge")), []);
    assert.deepEqual(
      found(ofChart("a/edge", "ServiceAccount"), ofChart("b/edge", "ServiceAccount")),
      [],
    );
    assert.deepEqual(found(ofGatewayApi("a/w", "Waypoint"), ofGatewayApi("a/v", "Waypoint")), []);
  });
});
