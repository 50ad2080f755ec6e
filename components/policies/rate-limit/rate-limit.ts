import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { manifest } from "../../resources/named-object";
import { EnvoyFilter } from "../../resources/networking/v1alpha3";
import { Validation } from "../../resources/object-check";
import { rateLimitServiceConfig } from "./global-rate-limit-config";
import type { RateLimitArgs } from "./rate-limit-args";
import { rateLimitPlan } from "./rate-limit-plan";

const children = new Children<EnvoyFilter[]>();

/**
 * Answers requests with 429 when there are too many: counted by each proxy for itself, by a rate limit
 * service for all of them, or both.
 */
export class RateLimit extends pulumi.ComponentResource {
  /**
   * Configuration of the rate limit service with the limits of `global`, for the file that
   * envoyproxy/ratelimit reads from a ConfigMap. Empty without `global`.
   */
  readonly config: pulumi.Output<string>;

  constructor(name: string, args: RateLimitArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = rateLimitPlan(name, args, programView(opts));
    const member = joinProgram("RateLimit", name, plan.part, opts);
    super("istio-mesh:index:RateLimit", name, plan.inputs, opts);
    joined(member, this);
    for (const warning of plan.warnings) {
      void pulumi.log.warn(warning, this);
    }
    const filters = plan.filters.map(
      ({ counter, object }) =>
        new EnvoyFilter(`${name}-${counter}`, manifest(object), {
          parent: this,
          // All that is ever said of an EnvoyFilter that fits is to prefer a component such as this one.
          validation: Validation.Off,
        }),
    );
    children.keep(this, filters);
    const { global } = plan.inputs;
    this.config = global ? rateLimitServiceConfig(global) : pulumi.output("");
    this.registerOutputs({ config: this.config });
  }

  /** The filters: that of `local`, then that of `global`. */
  get envoyFilters(): readonly EnvoyFilter[] {
    return children.of(this);
  }
}
