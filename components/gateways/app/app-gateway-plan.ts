import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { withMetadata } from "../../metadata";
import { refuseDoubts } from "../../program/doubt";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import { clusterDomainOf, domainDemands, type NamedService } from "../../routing/cluster-domain";
import { Dialect } from "../../routing/dialect";
import { gatewayApiOf } from "../../routing/http/retries-gateway-api";
import type { AppGatewayArgs } from "./app-gateway-args";
import { withHandles } from "./app-route-handles";
import { edgeDoubts, edgePart } from "./edge-part";
import { type EdgeSpec, edgeSpec } from "./edge-spec";

/** Arguments with all defaults filled in, and what the objects are written from. */
export interface AppGatewayPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<AppGatewayArgs>;
  spec: EdgeSpec;
  part: Part;
  /** Host names of all servers, each once. */
  hosts: pulumi.Input<string>[];
}

/** All Services that routes name; a canary says its own names. */
const servicesOf = ({ routes = [], tlsRoutes = [], tcpRoutes = [] }: Safe<AppGatewayArgs>) =>
  Object.entries({ routes, tlsRoutes, tcpRoutes }).flatMap(([list, all]) =>
    all.map(({ service }, i): NamedService => ({ service, path: `${list}[${i}].service` })),
  );

/** Throws one error with everything that is wrong. */
export function appGatewayPlan(
  component: string,
  args: AppGatewayArgs,
  program: View = nothingSaid,
): AppGatewayPlan {
  const { unchecked, canaries, bare } = withHandles(args);
  const check = checkArguments("AppGateway", component, unchecked);
  for (const path of bare) {
    check.fail(path, "is the handle of a Canary; write the Canary itself, or { handle } around it");
  }
  const draft = edgeSpec(component, check, canaries, {
    gatewayApi: gatewayApiOf(program),
    clusterDomain: clusterDomainOf(check.args.clusterDomain, program),
  });
  refuseDoubts(check, edgeDoubts(draft), program);
  const safe = check.done();
  const { labels, annotations } = safe;
  const spec: EdgeSpec = {
    ...draft,
    labels: withMetadata(labels),
    annotations: withMetadata(annotations),
  };
  const { dialect, name, selector, gatewayClassName } = spec;
  const hosts = [...new Set(spec.servers.flatMap((server) => server.hosts))];
  const part = edgePart(component, spec);
  const demands = domainDemands(safe.clusterDomain, program, servicesOf(safe));
  return {
    inputs: {
      ...safe,
      dialect,
      name,
      ...(dialect === Dialect.Istio ? { selector } : { gatewayClassName }),
      ...(!safe.servers && { hosts, port: safe.port ?? 80 }),
    },
    spec,
    part: { ...part, demands: [...(part.demands ?? []), ...demands] },
    hosts,
  };
}
