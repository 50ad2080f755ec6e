import { execFileSync } from "node:child_process";
import type { Side } from "./paired";

/** What one run of `programs/requests.ts` took. */
interface Taken {
  readonly ms: number;
  readonly count: number;
  readonly mb: number;
}

/** A task on requests in a mesh of so many services, in a process of its own, as its memory is measured too. */
export const requestsSide = (
  what: string,
  services: number,
  measured: (taken: Taken) => readonly number[],
): Side => ({
  name: `${what}, ${services.toLocaleString("en")} services`,
  async run() {
    const args = ["build/bench/programs/requests.js", what, `${services}`];
    return measured(JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })));
  },
});
