import type { Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { dnsName } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { withMetadata } from "../metadata";
import { type Attachment, checkPolicyScope } from "../policies/policy-scope";
import { chooserOf, chosenTwice } from "../program/chosen-twice";
import { refuseDoubts } from "../program/doubt";
import type { Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import type { NamedObject } from "../resources/named-object";
import { objectRefusals } from "../resources/object-refusals";
import { argumentNamed } from "../resources/object-words";
import { holdsLater } from "../resources/plain-part";
import type { TelemetrySpec } from "../resources/telemetry/telemetry";
import type { MeshTelemetryArgs } from "./mesh-telemetry-args";
import { meshTelemetryPart, unknownProviders } from "./mesh-telemetry-part";
import { checkTelemetry } from "./telemetry-check";
import { accessLogging, metrics, tracing } from "./telemetry-spec";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface MeshTelemetryPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<MeshTelemetryArgs>;
  object: NamedObject<TelemetrySpec>;
  /** What it says to the program that it is part of. */
  part: Part;
}

const judged = { apiVersion: "telemetry.istio.io/v1", kind: "Telemetry" };

/** How the fields of the Telemetry are called among the arguments. */
export const telemetryArgument = argumentNamed([
  [/^spec\.accessLogging(\[\d+\])\.filter\.expression/, "accessLogging$1.filter"],
  [/^spec\.accessLogging/, "accessLogging"],
  [/^spec\.tracing\[0\]/, "tracing"],
  [/^spec\.metrics/, "metrics"],
  [/\.tagOverrides.*/, ".tags"],
  [/\.customTags.*/, ".customTags"],
  [/\.match(?=\.)/, ""],
  [/^spec\.targetRefs/, "targets"],
  [/^spec\.selector\.matchLabels/, "selector"],
]);

const telemetrySpec = (args: MeshTelemetryArgs, attachment: Attachment): TelemetrySpec => ({
  ...attachment,
  ...(args.accessLogging && { accessLogging: args.accessLogging.map(accessLogging) }),
  ...(args.tracing && { tracing: [tracing(args.tracing)] }),
  ...(args.metrics && { metrics: args.metrics.map(metrics) }),
});

/** Throws one error with everything that is wrong. `program` is what it is part of. */
export function meshTelemetryPlan(
  component: string,
  unchecked: MeshTelemetryArgs,
  program: View = nothingSaid,
): MeshTelemetryPlan {
  const check = checkArguments("MeshTelemetry", component, unchecked);
  const { args } = check;
  const scope = checkPolicyScope(check, args, [], program);
  const chosen = args.selector !== undefined || args.targets !== undefined;
  const name = check.input("name", args.name ?? (chosen ? component : "default"), dnsName);
  checkTelemetry(check, args);
  for (const { path, reason } of unknownProviders(args, program)) {
    check.fail(path, reason);
  }
  if (scope.atZtunnel && args.selector) {
    check.fail(
      "selector",
      `${holdsLater(args.selector) ? "a value that arrives later" : shown(args.selector)} chooses Pods, and dataPlane is "ambient", where only waypoints report requests: name a Service or the waypoint in targets (KIA1117)`,
    );
  }
  const owner = `MeshTelemetry ${shown(component)}`;
  const choosers = chooserOf({
    kind: "Telemetry",
    owner,
    namespace: scope.namespace,
    selector: args.selector,
  });
  refuseDoubts(check, chosenTwice(choosers, "selector"), program);
  const spec = telemetrySpec(args, scope.attachment);
  check.failUnlessTold(objectRefusals({ ...judged, spec }, telemetryArgument));
  const safe = check.done();
  return {
    inputs: { ...safe, name },
    part: meshTelemetryPart(owner, safe, { name, namespace: scope.namespace }, choosers),
    object: {
      name,
      namespace: scope.namespace,
      labels: withMetadata(safe.labels),
      annotations: withMetadata(safe.annotations),
      spec: telemetrySpec(safe, scope.attachment),
    },
  };
}
