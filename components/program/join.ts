import * as pulumi from "@pulumi/pulumi";
import { enclosingCircles } from "./circle";
import { clusterOf } from "./cluster";
import { currentProgram } from "./current-program";
import { watchProgram } from "./declared-object";
import { awaitEnd } from "./end-of-program";
import { dependenciesOf, foreignDependencies } from "./foreign-dependency";
import type { Member } from "./member";
import type { Part } from "./part";
import { accepted, inTrial } from "./trial";
import { nothingSaid, type View } from "./view";

/** What the other components of the program said so far, in the cluster that these options choose. */
export const programView = (opts: pulumi.ComponentResourceOptions | undefined): View =>
  inTrial() ? nothingSaid : currentProgram().view(opts);

/**
 * Makes a component part of its program: to be called with its plan and before `super`, so that a
 * contradiction is found before anything is registered.
 */
export function joinProgram(
  component: string,
  name: string,
  part: Part,
  opts: pulumi.ComponentResourceOptions | undefined,
  others: readonly pulumi.Resource[] = [],
): Member {
  if (inTrial()) {
    throw accepted;
  }
  const program = currentProgram();
  const owner = `${component} ${JSON.stringify(name)}`;
  const member: Member = { owner, cluster: clusterOf(opts) };
  watchProgram();
  member.waitsFor = dependenciesOf(opts);
  member.doubts = foreignDependencies(program, member, opts, others);
  program.join(member, part, enclosingCircles(program, opts, others));
  awaitEnd(program);
  return member;
}

/** To be called when the component is registered, before it makes its children. */
export function joined(member: Member, resource: pulumi.Resource): void {
  currentProgram().became(member, resource);
  for (const { path, reason } of member.doubts ?? []) {
    void pulumi.log.warn(`${member.owner}: ${path}: ${reason}`, resource);
  }
}
