import * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { isKnown } from "../../../arguments/when-known";
import { currentProgram } from "../../program/current-program";
import { joinProgram } from "../../program/join";
import type { Member } from "../../program/member";
import type { Part } from "../../program/part";
import { canaryPart, canaryPositionClaims } from "./canary-part";
import type { CanarySpec } from "./canary-spec";

/** Names that arrive later are in all that the canary says; it is then said as soon as they are there. */
export function joinCanary(
  name: string,
  spec: CanarySpec,
  opts: pulumi.ComponentResourceOptions | undefined,
): Member {
  const owner = `Canary ${JSON.stringify(name)}`;
  const [namespace, service] = [recall(spec.namespace), recall(spec.service)];
  const positions = canaryPositionClaims(spec, isKnown(spec.hosts) ? spec.hosts : []);
  const late = (member: Member) => {
    if (!isKnown(spec.hosts)) {
      pulumi.output(spec.hosts).apply((hosts) => {
        currentProgram().join(member, { claims: canaryPositionClaims(spec, hosts) });
      });
    }
    return member;
  };
  if (namespace !== undefined && service !== undefined) {
    const { claims = [], ...rest } = canaryPart(spec, { namespace, service }, owner);
    const part: Part = { ...rest, claims: [...claims, ...positions] };
    return late(joinProgram("Canary", name, part, opts));
  }
  const member = joinProgram("Canary", name, { claims: positions }, opts);
  currentProgram().joinWhenKnown(
    member,
    [spec.namespace, spec.service],
    ["canary", "meshRoute", "hostRule", "subset", "service", "canaryServices"],
    ([ns = "", short = ""]) => canaryPart(spec, { namespace: ns, service: short }, owner),
  );
  return late(member);
}
