import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { recall } from "../../arguments/known-output";
import type { LateList } from "../../arguments/late-list";
import { dnsName } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { whenKnown } from "../../arguments/when-known";
import { didYouMean } from "../../values/closest";
import { builtInProviders } from "../../values/known-names";
import { istiodsFor, providersOf } from "../control-plane/revision-known";
import { withMetadata } from "../metadata";
import { gatewayChecks, policyAtGateway } from "../policies/gateway-reach";
import { type Attachment, checkPolicyScope } from "../policies/policy-scope";
import { meshWideChecks } from "../policies/root-namespace";
import { targetChecks } from "../policies/target-checks";
import { chooserClaim, chooserFacts, chooserOf, chosenTwice } from "../program/chosen-twice";
import { endChecks, refuseDoubts } from "../program/doubt";
import type { ChooserFact } from "../program/facts/namespace-facts";
import {
  type Claim,
  type EndCheck,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../program/part";
import { nothingSaid, type View } from "../program/view";
import type { NamedObject } from "../resources/named-object";
import { objectRefusals } from "../resources/object-refusals";
import { argumentNamed } from "../resources/object-words";
import { holdsLater } from "../resources/plain-part";
import type { TelemetrySpec } from "../resources/telemetry/telemetry";
import type { MeshTelemetryArgs } from "./mesh-telemetry-args";
import { accessLogging, checkTelemetry, metrics, tracing } from "./telemetry-rules";

type Named = Pick<NamedObject<unknown>, "name" | "namespace">;

/** A provider that proxies report to, with the argument that says so. */
interface Use {
  provider: pulumi.Input<string>;
  path: string;
}

/** Providers that the arguments name, as far as it is known how many there are. */
function uses({ accessLogging = [], tracing, metrics = [] }: MeshTelemetryArgs): Use[] {
  const named = (path: string, names: LateList<string> = []): Use[] =>
    (recall(names) ?? []).map((provider, i) => ({ provider, path: `${path}[${i}]` }));
  const tracer = tracing?.provider;
  return [
    ...accessLogging.flatMap(({ providers, disabled }, i) =>
      disabled === true ? [] : named(`accessLogging[${i}].providers`, providers),
    ),
    ...(tracer !== undefined && tracing?.disableSpanReporting !== true
      ? [{ provider: tracer, path: "tracing.provider" }]
      : []),
    ...metrics.flatMap(({ providers }, i) => named(`metrics[${i}].providers`, providers)),
  ];
}

/** Those whose names are known while the program runs. */
const knownUses = (args: MeshTelemetryArgs): { provider: string; path: string }[] =>
  uses(args).flatMap(({ provider, path }) => {
    const name = recall(provider);
    return name === undefined ? [] : [{ provider: name, path }];
  });

/** Those that somebody has to declare. */
const declaredUses = (args: MeshTelemetryArgs) =>
  knownUses(args).filter(({ provider }) => !builtInProviders.includes(provider));

const oneTelemetry = "write accessLogging, tracing and metrics for them into one MeshTelemetry";

/** Of two for the same workloads istiod follows the older one (IST0159, IST0160). */
function placeClaims({ selector, targets }: MeshTelemetryArgs, { namespace }: Named): Claim[] {
  if (targets) {
    return targets.map(({ kind, name }, i) => ({
      what: "telemetry of",
      key: [namespace, whenKnown([name], (known: string) => `${kind} ${known}`)],
      path: `targets[${i}]`,
      way: oneTelemetry,
    }));
  }
  return [
    chooserClaim(
      { kind: "Telemetry", namespace, selector },
      selector === undefined ? "namespace" : "selector",
      oneTelemetry,
    ),
  ];
}

/** istiod leaves a provider out that no mesh config declares, and says so only in its own log. */
const declaredCheck = ({ provider, path }: Use, { namespace }: MeshTelemetryArgs): EndCheck => ({
  path,
  names: [provider],
  reason(program, [name = ""]) {
    const planes = istiodsFor(program, recall(namespace));
    const owners = planes.map(({ owner }) => owner);
    return planes.length === 0 ||
      builtInProviders.includes(name) ||
      planes.some(({ providersArriveLater }) => providersArriveLater) ||
      providersOf(planes, program).some((one) => one.name === name)
      ? undefined
      : `${shown(name)} is no provider that ${owners.join(" or ")} declares, so that nothing is reported to it; add it to meshConfig.extensionProviders there`;
  },
});

/** What is wrong with the names of providers, where a control plane declared its own before. */
function unknownProviders(
  args: MeshTelemetryArgs,
  program: View,
): { path: string; reason: string }[] {
  const istiods = istiodsFor(program, recall(args.namespace));
  const known = providersOf(istiods, program).map(({ name }) => name);
  const mayBeMore = istiods.some((one) => one.providersArriveLater);
  return known.length === 0 || mayBeMore
    ? []
    : declaredUses(args)
        .filter(({ provider }) => !known.includes(provider))
        .map(({ provider, path }) => ({
          path,
          reason: `${shown(provider)} is not among the extensionProviders of the program's control plane; allowed: ${[...builtInProviders, ...known].join(", ")}${didYouMean(provider, known)}`,
        }));
}

function calls(owner: string, args: MeshTelemetryArgs): Fact[] {
  const namespace = recall(args.namespace);
  // Gateways and waypoints know of all Services.
  const bySidecars = args.targets === undefined;
  return (bySidecars ? knownUses(args) : []).map(({ provider, path }) =>
    fact({
      topic: "proxyCall",
      key: [],
      path,
      value: { owner, path, provider, ...(namespace !== undefined && { namespace }) },
    }),
  );
}

const effect = "nothing is reported";

/** What a MeshTelemetry says to the program that it is part of. */
const meshTelemetryPart = (
  owner: string,
  args: MeshTelemetryArgs,
  { name, namespace }: Named,
  choosers: readonly ChooserFact[],
): Part => ({
  claims: [
    ...placeClaims(args, { name, namespace }),
    objectClaim("Telemetry", [namespace, name], "name"),
  ],
  facts: [...calls(owner, args), ...chooserFacts(choosers, "selector")],
  atEnd: [
    ...targetChecks(args, effect),
    ...gatewayChecks(args, { ...policyAtGateway, effect }),
    ...meshWideChecks(args),
    ...uses(args).map((use) => declaredCheck(use, args)),
    ...endChecks(chosenTwice(choosers, "selector")),
  ],
});

/** Arguments with all defaults filled in, and the object that follows from them. */
interface MeshTelemetryPlan {
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
