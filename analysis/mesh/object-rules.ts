import type { Finding } from "../objects/finding";
import type { Level } from "./check";

/** What a finding of a single object is told by: those of all rules for objects, by its code. */
export interface ObjectRule {
  /** As a check's: its own name. */
  id: string;
  code: string;
  aliases: readonly string[];
  level: Level;
  summary: string;
  why: string;
  fix: string;
  url: string;
}

const page = (code: string): string =>
  `https://istio.io/latest/docs/reference/config/analysis/${code.toLowerCase()}/`;

const refused: ObjectRule = {
  id: "object-refused",
  code: "IST0106",
  aliases: [],
  level: "error",
  summary: "The API server or istiod refuses the object.",
  why: "Its structure, a rule of its definition or istiod's webhook does not allow it: nothing of it takes effect.",
  fix: "Write what the message allows.",
  url: page("IST0106"),
};

/** The rules for single objects: the first of a code tells what has no words of its own. */
export const objectRules: readonly ObjectRule[] = [
  refused,
  {
    id: "listeners-alike",
    code: "IST0106",
    aliases: ["KIA1503"],
    level: "error",
    summary: "Two listeners of one object have the same port, protocol and hostname.",
    why: "The API server refuses the object: nothing of it takes effect.",
    fix: "Give one of them another port or hostname, or make one of the two.",
    url: "https://gateway-api.sigs.k8s.io/reference/spec/#listener",
  },
  {
    id: "object-warned",
    code: "IST0133",
    aliases: [],
    level: "warning",
    summary: "istiod takes the object with a warning.",
    why: "A part of it has no effect, or another one than it seems to have.",
    fix: "Write what the message says, or leave the part out.",
    url: page("IST0133"),
  },
  {
    id: "deny-without-ports",
    code: "IST0133",
    aliases: [],
    level: "warning",
    summary: "A policy denies by what requests have, and names no ports.",
    why: "Connections without requests, as those of databases, have nothing that the rule looks at: all of them are denied. Where every port is known to carry HTTP it is worth knowing only.",
    fix: "Name the ports of HTTP in `to.operation.ports`.",
    url: page("IST0133"),
  },
  {
    id: "gateway-name-outdated",
    code: "IST0133",
    aliases: ["KIA1108"],
    level: "info",
    summary: "A VirtualService names a Gateway with dots.",
    why: "istiod still reads such a name, with a warning, and only its first two parts: requests are taken as before.",
    fix: "Write `namespace/name`, or the name alone for a Gateway of the own namespace.",
    url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService",
  },
  {
    id: "egress-host-repeated",
    code: "IST0133",
    aliases: [],
    level: "info",
    summary: "A host of a Sidecar is the same as an earlier one, or within it.",
    why: "istiod takes it with a warning: what the Pods see is what they would see without it.",
    fix: "Leave the narrower one out.",
    url: page("IST0133"),
  },
  {
    id: "route-never-reached",
    code: "IST0130",
    aliases: [],
    level: "warning",
    summary: "A route is never used: an earlier one takes all requests.",
    why: "Envoy takes the first route that matches, so this one gets none.",
    fix: "Put the route before the one that takes everything, or take it out.",
    url: page("IST0130"),
  },
  {
    id: "match-never-reached",
    code: "IST0131",
    aliases: [],
    level: "warning",
    summary: "A match is never used: an earlier one takes the same requests.",
    why: "Envoy takes the first match that fits, so this one gets no request.",
    fix: "Take the match out, or put it before the wider one.",
    url: page("IST0131"),
  },
];

const byCode = new Map([...objectRules].reverse().map((rule) => [rule.code, rule]));
const byId = new Map(objectRules.map((rule) => [rule.id, rule]));

/** What is told of a finding: by its rule, or else by its code; any other is that of a refusal. */
export const objectRule = ({ rule = "", code }: Pick<Finding, "rule" | "code">): ObjectRule =>
  byId.get(rule) ?? byCode.get(code) ?? refused;

/**
 * Weight of a finding beside those between objects: advice against a whole kind is worth knowing, and no mistake,
 * and so is what no request feels, and what only connections without HTTP would feel where there are none.
 */
export const objectLevel = (
  { level, path, rule }: Pick<Finding, "level" | "path" | "rule">,
  isHttpAlone: () => boolean,
): Level =>
  level === "warning" &&
  (path === "kind" ||
    byId.get(rule ?? "")?.level === "info" ||
    (rule === "deny-without-ports" && isHttpAlone()))
    ? "info"
    : level;
