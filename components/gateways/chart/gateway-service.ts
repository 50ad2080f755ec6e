import type { ArgumentCheck } from "../../../arguments/argument-check";
import { oneOf } from "../../../arguments/one-of";
import { dnsLabel, metadataKey, port, textTest } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { isKnown } from "../../../arguments/when-known";
import { rangeProblem } from "../../../values/ip";
import { type GatewayChartArgs, type GatewayPort, ServiceType } from "./gateway-chart-args";
import { allPorts } from "./gateway-chart-values";

const transport = oneOf<string>(["TCP", "UDP", "SCTP"]);

const range = textTest(rangeProblem);

function checkPortList(check: ArgumentCheck, path: string, ports: GatewayPort[]): void {
  ports.forEach((entry, i) => {
    check.plain(`${path}[${i}].name`, entry.name, dnsLabel);
    check.input(`${path}[${i}].port`, entry.port, port);
    check.input(`${path}[${i}].targetPort`, entry.targetPort, port);
    check.input<string>(`${path}[${i}].protocol`, entry.protocol, transport);
    check.input(`${path}[${i}].nodePort`, entry.nodePort, port);
    check.input(`${path}[${i}].appProtocol`, entry.appProtocol, metadataKey);
  });
}

/** Only these have ports of nodes. */
export function checkNodePorts(
  check: ArgumentCheck,
  args: GatewayChartArgs,
  type: ServiceType,
): void {
  for (const list of ["ports", "extraPorts"] as const) {
    args[list]?.forEach(({ nodePort }, i) => {
      if (nodePort !== undefined && type === ServiceType.ClusterIP) {
        check.fail(
          `${list}[${i}].nodePort`,
          `${shown(nodePort)} is for a Service of type NodePort or LoadBalancer, and this one is ${type}`,
        );
      }
    });
  }
}

/** Two ports of one name, or of one number and protocol, are refused by the API server. */
function checkTwins(check: ArgumentCheck, args: GatewayChartArgs): void {
  const all = allPorts(args) ?? [];
  const own = args.extraPorts?.length ?? 0;
  const first = all.length - own;
  const at = (i: number) => (i < first ? `ports[${i}]` : `extraPorts[${i - first}]`);
  const numbers = all.map(({ port: number, protocol = "TCP" }) =>
    isKnown(number) && isKnown(protocol) ? `${number}/${protocol}` : undefined,
  );
  const names = all.map(({ name }) => name);
  checkUnique(check, names, (i) => `${at(i)}.name`);
  checkUnique(check, numbers, (i) => `${at(i)}.port`);
}

/** Reports ports that the API server would refuse. */
export function checkPorts(check: ArgumentCheck, args: GatewayChartArgs): void {
  if (args.ports?.length === 0) {
    check.fail("ports", "is empty; leave it out for 15021, 80 and 443");
  }
  checkPortList(check, "ports", args.ports ?? []);
  checkPortList(check, "extraPorts", args.extraPorts ?? []);
  checkTwins(check, args);
}

/** Reports what a Service of this type does not have. */
export function checkService(
  check: ArgumentCheck,
  args: GatewayChartArgs,
  type: ServiceType,
): void {
  args.loadBalancerSourceRanges?.forEach((one, i) => {
    check.input(`loadBalancerSourceRanges[${i}]`, one, range);
  });
  check.annotations(args.serviceAnnotations, [], "serviceAnnotations");
  const forOutside = {
    loadBalancerClass: [ServiceType.LoadBalancer],
    loadBalancerSourceRanges: [ServiceType.LoadBalancer],
    externalTrafficPolicy: [ServiceType.LoadBalancer, ServiceType.NodePort],
  } satisfies Record<string, string[]>;
  for (const [key, types] of Object.entries(forOutside) as [keyof typeof forOutside, string[]][]) {
    if (args[key] !== undefined && !types.includes(type)) {
      check.fail(
        key,
        `${shown(args[key])} is for a Service of type ${types.join(" or ")}, and this one is ${type}`,
      );
    }
  }
}
