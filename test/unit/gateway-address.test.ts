import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { IngressGateway } from "../../components";
import {
  gatewayAddress,
  type LoadBalancerAddress,
} from "../../components/gateways/chart/gateway-address";
import { isKnown, record, settled } from "../support/record";

const release = "kubernetes:helm.sh/v3:Release";

describe("the address of a gateway", () => {
  const status = { loadBalancer: { ingress: [{ ip: "10.0.0.7" }] } };

  async function addressOf(options: { preview: boolean; status?: object; service?: boolean }) {
    let found: pulumi.Output<LoadBalancerAddress> | undefined;
    await record(
      () => {
        const others = [new k8s.core.v1.ServiceAccount("account", {})];
        const service = new k8s.core.v1.Service("gateway", {});
        const resources = options.service === false ? others : [...others, service];
        found = gatewayAddress("edge", { resources: pulumi.output(resources) } as never, {});
      },
      {
        preview: options.preview,
        state: (type) =>
          type.endsWith(":Service") && options.status ? { status: options.status } : {},
      },
    );
    assert.ok(found);
    return found.apply(({ address }) => address);
  }

  it("is read from the Service when Helm creates it", async () => {
    let gateway: IngressGateway | undefined;
    await record(
      () => {
        gateway = new IngressGateway("edge", { installer: "release" });
      },
      {
        state: (type) => {
          const named = { namespace: "istio-ingress", name: "istio-ingressgateway" };
          return { status: type === release ? named : status };
        },
      },
    );
    assert.ok(gateway);
    assert.equal(await settled(gateway.address), "10.0.0.7");
    assert.equal(await settled(gateway.ip), "10.0.0.7");
    assert.equal(await settled(gateway.hostname), undefined);
  });

  it("is the load balancer's in an update", async () => {
    assert.equal(await settled(await addressOf({ preview: false, status })), "10.0.0.7");
  });

  it("is not known in the preview that creates the Service", async () => {
    assert.equal(await isKnown(await addressOf({ preview: true })), false);
  });

  it("is nothing for a Service whose status says nothing", async () => {
    assert.equal(await settled(await addressOf({ preview: false })), undefined);
    assert.equal(await settled(await addressOf({ preview: false, status: {} })), undefined);
  });

  it("is nothing for a gateway without a Service", async () => {
    assert.equal(await settled(await addressOf({ preview: false, service: false })), undefined);
  });
});
