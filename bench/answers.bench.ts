import type { Comparison } from "./paired";
import { requestsSide } from "./requests";

const side = (services: number) =>
  requestsSide("answers", services, ({ ms, count, mb }) => [(1000 * ms) / count, mb]);

export default {
  title:
    "answering a call between two services, each with three versions, routes, rules and policies",
  measures: ["µs of the processor", "MB"],
  rounds: 3,
  subject: side(1000),
  baselines: [side(1)],
} satisfies Comparison;
