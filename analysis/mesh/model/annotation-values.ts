import { goBooleanProblem } from "../../../values/go-boolean";
import { rangeProblem } from "../../../values/ip";
import { digitsProblem } from "../../../values/number";
import { portTextProblem } from "../../../values/port";
import { quantityProblem } from "../../../values/quantity";
import { proxySettingProblems, proxySettings } from "./mesh-settings";

type Problem = (value: string) => string | undefined;

const modes = ["REDIRECT", "TPROXY", "NONE"];
const count = digitsProblem(0, 2 ** 32 - 1);

/** Values with commas between them; none is right too. */
const each =
  (problem: Problem): Problem =>
  (value) =>
    value.trim() === ""
      ? undefined
      : value
          .split(",")
          .map((part) => part.trim())
          .flatMap((part) => {
            const wrong = problem(part);
            return wrong === undefined ? [] : `${JSON.stringify(part)} ${wrong}`;
          })[0];

const orAll =
  (problem: Problem): Problem =>
  (value) =>
    value === "*" ? undefined : problem(value);

const ports = each(portTextProblem);
const ranges = each(rangeProblem);

const mode: Problem = (value) =>
  modes.includes(value) ? undefined : `is unknown; allowed: ${modes.join(", ")}`;

function proxyConfig(value: string): string | undefined {
  const read = proxySettings(value);
  if ("problem" in read) {
    return read.problem;
  }
  const [refused] = proxySettingProblems(read.settings).filter(({ refusesAll }) => refusesAll);
  return refused && `${refused.setting}: ${refused.message}`;
}

/** Lists and maps that the injector goes through. */
function json(value: string): string | undefined {
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === "object" && read !== null ? undefined : "is neither a list nor a map";
  } catch {
    return "is not JSON";
  }
}

/** What the injector says of the values of annotations; it refuses Pods with others. */
const problems: Readonly<Record<string, Problem>> = {
  "sidecar.istio.io/interceptionMode": mode,
  "status.sidecar.istio.io/port": portTextProblem,
  "readiness.status.sidecar.istio.io/initialDelaySeconds": count,
  "readiness.status.sidecar.istio.io/periodSeconds": count,
  "readiness.status.sidecar.istio.io/failureThreshold": count,
  "traffic.sidecar.istio.io/includeOutboundIPRanges": orAll(ranges),
  "traffic.sidecar.istio.io/excludeOutboundIPRanges": ranges,
  "traffic.sidecar.istio.io/includeInboundPorts": orAll(ports),
  "traffic.sidecar.istio.io/excludeInboundPorts": ports,
  "traffic.sidecar.istio.io/excludeOutboundPorts": ports,
  "prometheus.istio.io/merge-metrics": goBooleanProblem,
  "proxy.istio.io/config": proxyConfig,
  "sidecar.istio.io/userVolume": json,
  "sidecar.istio.io/userVolumeMount": json,
  "sidecar.istio.io/proxyCPU": quantityProblem,
  "sidecar.istio.io/proxyMemory": quantityProblem,
  "sidecar.istio.io/proxyCPULimit": quantityProblem,
  "sidecar.istio.io/proxyMemoryLimit": quantityProblem,
};

/** What is wrong with the value of one of Istio's annotations, for the injector. */
export const annotationProblem = (name: string, value: string): string | undefined =>
  problems[name]?.(value);
