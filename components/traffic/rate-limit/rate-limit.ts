import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import { manifest } from "../../resources/named-object";
import { EnvoyFilter } from "../../resources/networking/v1alpha3";
import { Validation } from "../../resources/object-check";
import { rateLimitServiceConfig } from "./global-rate-limit-config";
import type { RateLimitArgs } from "./rate-limit-args";
import { rateLimitPlan } from "./rate-limit-plan";

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
    const { inputs, filters } = rateLimitPlan(name, args);
    const member = joinProgram("RateLimit", name, {}, opts);
    super("istio-mesh:index:RateLimit", name, inputs, opts);
    joined(member, this);
    for (const { counter, object } of filters) {
      new EnvoyFilter(`${name}-${counter}`, manifest(object), {
        parent: this,
        // All that is ever said of an EnvoyFilter that fits is to prefer a component such as this one.
        validation: Validation.Off,
      });
    }
    this.config = inputs.global ? rateLimitServiceConfig(inputs.global) : pulumi.output("");
    this.registerOutputs({ config: this.config });
  }
}
