import type { ArgumentCheck } from "../../../arguments/argument-check";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { isCalledLikeAService } from "../../../values/service-host";
import { actsFrom, actsOnlyFrom, decidingField } from "../../policies/traffic/outlier-detection";
import type { OutlierDetection } from "../../policies/traffic/outlier-detection-args";
import { type ExternalServiceArgs, Resolution, ServiceLocation } from "./external-service-args";

/** istiod takes no notice of a ServiceEntry that calls itself like a Service. */
export function checkOutside(check: ArgumentCheck, { hosts, location }: ExternalServiceArgs): void {
  if (location !== undefined && location !== ServiceLocation.MeshExternal) {
    return;
  }
  hosts.forEach((host, i) => {
    if (typeof host === "string" && isCalledLikeAService(host)) {
      check.fail(
        `hosts[${i}]`,
        `${shown(host)} is the name of a Service of the cluster, which proxies know already; leave it out, or write location "MESH_INTERNAL" if no Service has it`,
      );
    }
  });
}

/** How many endpoints there are, where that is not for DNS to say. */
function endpointsOf({ endpoints, resolution }: ExternalServiceArgs): number | undefined {
  if (resolution === Resolution.DnsRoundRobin) {
    return 1; // One name, whose addresses are taken in turn.
  }
  return resolution === Resolution.Static ? endpoints?.length : undefined;
}

/** Reports outlier detection that can never leave out one of the endpoints. */
export function checkActs(check: ArgumentCheck, args: ExternalServiceArgs): void {
  const count = endpointsOf(args);
  const { outlierDetection, portLevelSettings = [] } = args.trafficPolicy ?? {};
  const all: [string, OutlierDetection | undefined][] = [
    ["trafficPolicy", outlierDetection],
    ...portLevelSettings.map((port, i): [string, OutlierDetection | undefined] => [
      `trafficPolicy.portLevelSettings[${i}]`,
      port.outlierDetection,
    ]),
  ];
  for (const [path, outlier] of all) {
    const from = outlier && actsFrom(outlier);
    if (outlier && count !== undefined && from !== undefined && from > count) {
      const way =
        count === 1
          ? "; leave it out, or write maxEjectionPercent 100 to have requests answered with 503 at once while the only one fails"
          : `; write at least ${Math.ceil(100 / count)}`;
      check.fail(
        `${path}.outlierDetection.${decidingField(outlier)}`,
        `${actsOnlyFrom(outlier, from)}, and the service has ${count}${way}`,
      );
    }
  }
}

/** Clients that call `https://` at a port that is told to be HTTP are not recognized there. */
export const externalServiceDoubts = ({ ports }: ExternalServiceArgs): string[] =>
  ports.flatMap(({ port: number, protocol, tls }, i) =>
    tls && isKnown(number) && number === 443 && isKnown(protocol) && protocol === "HTTP"
      ? [
          `ports[${i}].port: 443 is for clients that call http://<host>:443; those that call https:// are not recognized, and go out without this TLS. Write port: 80 and let clients call http://<host>`,
        ]
      : [],
  );
