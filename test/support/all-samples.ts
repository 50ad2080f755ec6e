import * as pulumi from "@pulumi/pulumi";
import type { ComponentCase } from "./component-case";

/** What came of the samples of all components. */
export interface SamplesOutcome {
  samples: number;
  resources: number;
  /** Component, sample and error of each that failed. */
  failed: string[];
}

/**
 * Creates each sample of each component in a program of its own, under mocks. Only what every
 * version of Pulumi's SDK has is used, since it runs with the oldest too.
 */
export async function runSamples(cases: readonly ComponentCase[]): Promise<SamplesOutcome> {
  const outcome: SamplesOutcome = { samples: 0, resources: 0, failed: [] };
  for (const { component, samples } of cases) {
    for (const { what, create } of samples) {
      await pulumi.runtime.setMocks({
        newResource: ({ type, name, inputs, custom }) => {
          outcome.resources += 1;
          const resources = type === "kubernetes:helm.sh/v4:Chart" ? { resources: [] } : {};
          const state = { ...inputs, ...resources };
          return { id: custom === false ? undefined : `${name}-id`, state };
        },
        call: ({ inputs }) => inputs,
      });
      outcome.samples += 1;
      try {
        create("one");
        await pulumi.runtime.disconnect();
      } catch (error) {
        outcome.failed.push(`${component} ${what}: ${error}`);
      }
    }
  }
  return outcome;
}
