import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { checkAtLeastOne } from "../../../arguments/choice";
import { dnsLabel, dnsName } from "../../../arguments/predicates";
import { checkSelector, emptySelector } from "../../../arguments/selector";
import { whenKnown } from "../../../arguments/when-known";
import { withMetadata } from "../../metadata";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import type {
  EnvoyFilterConfigPatch,
  EnvoyFilterSpec,
} from "../../resources/networking/envoy-filter";
import {
  checkGlobalRateLimit,
  globalRateLimitDoubts,
  globalRateLimitFilter,
  globalRateLimits,
} from "./global-rate-limit";
import {
  checkLocalRateLimit,
  localRateLimitDoubts,
  localRateLimitFilter,
} from "./local-rate-limit";
import { type RateLimitArgs, RateLimitPosition } from "./rate-limit-args";
import { filterSpec, httpFilterPatch, virtualHostPatch } from "./rate-limit-filter";
import { globalPlace, rateLimitPart, takenPlace } from "./rate-limit-together";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface RateLimitPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<RateLimitArgs>;
  /** By what counts: each is a filter of its own. */
  filters: { counter: "local" | "global"; object: NamedObject<EnvoyFilterSpec> }[];
  /** What it says to the program that it is part of. */
  part: Part;
  /** What is shown at the component. */
  warnings: string[];
}

function checkPlace(check: ArgumentCheck, { position, selector, waypoint }: RateLimitArgs): void {
  check.input("waypoint", waypoint, dnsLabel);
  if (position === RateLimitPosition.Waypoint) {
    if (waypoint === undefined) {
      check.fail("waypoint", 'is missing; position "waypoint" needs its name');
    }
    if (selector !== undefined) {
      check.fail(
        "selector",
        "is not heeded by waypoints; leave it out, waypoint names the proxies",
      );
    }
    return;
  }
  if (waypoint !== undefined) {
    check.fail(
      "waypoint",
      `is for position "waypoint" only, and position is "${position ?? "sidecar"}"`,
    );
  }
  if (position === RateLimitPosition.Gateway && selector === undefined) {
    check.fail(
      "selector",
      'is missing; position "gateway" needs the labels of the gateway\'s Pods',
    );
  }
}

/** The arguments, with a selector that is safe to use. */
function checkRateLimit(
  component: string,
  unchecked: RateLimitArgs,
  program: View,
): Safe<RateLimitArgs> {
  const check = checkArguments("RateLimit", component, unchecked);
  const { args } = check;
  check.input("namespace", args.namespace, dnsLabel);
  check.input("name", args.name ?? component, dnsName);
  checkPlace(check, args);
  const selector = checkSelector(check, "selector", args.selector, emptySelector);
  checkAtLeastOne(check, "local", { object: args, names: ["local", "global"] });
  if (args.local) {
    checkLocalRateLimit(check, args.local);
  }
  if (args.global) {
    checkGlobalRateLimit(check, args.global);
    const taken = takenPlace(globalPlace(ownerOf(component), args), program);
    if (taken) {
      check.fail("global.stage", taken);
    }
  }
  check.labels(args.labels);
  check.annotations(args.annotations, args.global ? [referencedServices] : []);
  const safe = check.done();
  return { ...safe, ...(selector && { selector }) };
}

/** What a proxy refuses by itself, it does not ask the service about. */
const order = ["local", "global"];

/** Gateways and waypoints get no cluster of a service that none of their routes names. */
const referencedServices = "envoyfilter.istio.io/referenced-services";

const ownerOf = (component: string) => `RateLimit ${JSON.stringify(component)}`;

/** Throws one error with everything that is wrong. `program` is what it is part of. */
export function rateLimitPlan(
  component: string,
  unchecked: RateLimitArgs,
  program: View = nothingSaid,
): RateLimitPlan {
  const safe = checkRateLimit(component, unchecked, program);
  const { position = RateLimitPosition.Sidecar, local, global } = safe;
  const name = safe.name ?? component;
  const object = (
    counter: "local" | "global",
    patches: EnvoyFilterConfigPatch[],
    annotations?: { [key: string]: pulumi.Input<string> },
  ): NamedObject<EnvoyFilterSpec> => ({
    name: whenKnown([name], (known: string) => `${known}-${counter}`),
    namespace: safe.namespace,
    labels: withMetadata(safe.labels),
    annotations: withMetadata(safe.annotations, annotations),
    spec: filterSpec(safe, order.indexOf(counter), patches),
  });
  const filters: RateLimitPlan["filters"] = [];
  if (local) {
    const patch = httpFilterPatch(position, localRateLimitFilter(local));
    filters.push({ counter: "local", object: object("local", [patch]) });
  }
  if (global) {
    const patches = [
      httpFilterPatch(position, globalRateLimitFilter(global)),
      virtualHostPatch(position, globalRateLimits(global)),
    ];
    const annotations = { [referencedServices]: global.service };
    filters.push({ counter: "global", object: object("global", patches, annotations) });
  }
  const objects = filters.map((filter) => filter.object);
  const part = rateLimitPart(globalPlace(ownerOf(component), safe), safe, objects);
  const warnings = [
    ...(local ? localRateLimitDoubts(local) : []),
    ...(global ? globalRateLimitDoubts(global) : []),
  ].map((text) => `${ownerOf(component)}: ${text}`);
  return { inputs: { ...safe, position, name }, filters, part, warnings };
}
