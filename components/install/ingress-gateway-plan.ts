import type * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "../validation/argument-check";
import { dnsLabel, oneOf, port } from "../validation/tests";
import type { ChartRelease } from "./chart";
import { checkChartSource, defaultRepository } from "./chart-source";
import { mergeValues } from "./chart-values";
import type { GatewayPort, IngressGatewayArgs } from "./ingress-gateway-args";
import { Platform } from "./profile";
import { ServiceType } from "./service-type";
import { defaultVersion, istioVersion } from "./version";

/** Arguments with all defaults filled in, and what follows from them. */
export interface IngressGatewayPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: IngressGatewayArgs;
  namespace: pulumi.Input<string>;
  createNamespace: boolean;
  release: ChartRelease;
  /** Labels by which a `Gateway` selects the Pods. */
  selector: Record<string, string>;
}

function checkPorts(check: ArgumentCheck, ports: GatewayPort[]): void {
  if (ports.length === 0) {
    check.fail("ports", "is empty; leave it out for 15021, 80 and 443");
  }
  const names = ports.map(({ name }) => name);
  ports.forEach((entry, i) => {
    check.plain(`ports[${i}].name`, entry.name, dnsLabel);
    check.input(`ports[${i}].port`, entry.port, port);
    check.input(`ports[${i}].targetPort`, entry.targetPort, port);
    if (names.indexOf(entry.name) !== i) {
      check.fail(`ports[${i}].name`, `${JSON.stringify(entry.name)} is used twice`);
    }
  });
}

/** Throws one error with everything that is wrong. */
export function ingressGatewayPlan(name: string, args: IngressGatewayArgs): IngressGatewayPlan {
  const {
    namespace = "istio-ingress",
    createNamespace = true,
    gatewayName = "istio-ingressgateway",
    serviceType = ServiceType.LoadBalancer,
    version = defaultVersion,
    charts = { repository: defaultRepository },
  } = args;
  const check = new ArgumentCheck("IngressGateway", name);
  check.input("namespace", namespace, dnsLabel);
  check.plain("gatewayName", gatewayName, dnsLabel);
  check.plain("serviceType", serviceType, oneOf(ServiceType));
  check.plain("version", version, istioVersion);
  check.plain("platform", args.platform, oneOf(Platform));
  checkChartSource(check, charts);
  checkPorts(check, args.ports ?? [{ name: "http2", port: 80 }]);
  check.labels(args.labels, ["app", "istio"]);
  check.annotations(args.annotations);
  check.done();

  const values = mergeValues(
    {
      service: { type: serviceType, ports: args.ports?.map(servicePort) },
      platform: args.platform,
      revision: args.revision,
    },
    args.values,
  );
  return {
    inputs: { ...args, namespace, createNamespace, gatewayName, serviceType, version, charts },
    namespace,
    createNamespace,
    release: { chart: "gateway", release: gatewayName, namespace, version, source: charts, values },
    // The chart derives the label the same way; own values may override it.
    selector: { istio: values.labels?.istio ?? gatewayName.replace(/^istio-/, "") },
  };
}

const servicePort = ({ name, port, targetPort, protocol }: GatewayPort) => ({
  name,
  port,
  targetPort: targetPort ?? port,
  protocol: protocol ?? "TCP",
});
