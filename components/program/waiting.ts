import * as pulumi from "@pulumi/pulumi";
import { settled } from "./settled";

/** What an update waits for, and why that may be in vain. */
export interface Waiting {
  /** Argument that it is about. */
  path: string;
  /** What is not there yet, and the likely causes with their ways out. */
  reason: string;
}

const aMinute = 60_000;

/** Tells when something has begun and is not done in time. Neither of the two keeps a program alive. */
export function tellWhenLate(
  begun: Promise<unknown>,
  done: Promise<unknown>,
  tell: () => void,
  time = aMinute,
): void {
  let over = false;
  const end = () => {
    over = true;
  };
  done.then(end, end);
  begun.then(
    () => setTimeout(() => over || tell(), time).unref(),
    () => {}, // What never begins is not waited for.
  );
}

// Left out of the public types.
interface WithChildren {
  __childResources?: Set<pulumi.Resource>;
}

/** A resource is registered once it is ready in the cluster; a component when all its children are. */
async function ready(resource: pulumi.Resource): Promise<void> {
  const { __childResources: children = new Set() } = resource as WithChildren;
  await settled(resource.urn);
  await Promise.all([...children].map(ready));
}

/**
 * Says at a component what an update waits for, after a minute and not when the provider gives up: its
 * `child`, which is begun when all in `after` are ready. A preview waits for nothing.
 */
export function tellWhatIsWaitedFor(
  component: pulumi.Resource,
  owner: string,
  child: pulumi.Resource,
  after: readonly pulumi.Resource[],
  { path, reason }: Waiting,
): void {
  if (pulumi.runtime.isDryRun() || !pulumi.runtime.hasEngine()) {
    return;
  }
  const tell = () => void pulumi.log.warn(`${owner}: ${path}: ${reason}`, component);
  // The component itself is registered when all in its `dependsOn` are ready.
  const begun = Promise.all([settled(component.urn), ...after.map(ready)]);
  tellWhenLate(begun, ready(child), tell);
}
