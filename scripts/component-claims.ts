import { Claim, type ComponentCase } from "../test/support/component-case";

/** A test as the reporter leaves it. */
export interface Outcome {
  title: string;
  state?: string;
}

/** What one cell of the table says. */
export interface Cell {
  passed: number;
  failed: number;
  /** Why the claim does not apply. */
  exempt?: string;
}

export interface Row {
  component: string;
  cells: Record<Claim, Cell>;
}

const headings: Record<Claim, string> = {
  "preview and up": "preview and up",
  twice: "twice in a program",
  options: "provider, parent",
  refusals: "refusals with path",
  objects: "objects valid, nothing unknown",
  webhook: "real webhook",
  translated: "real istiod translates",
  cluster: "on the lab",
};
const claims = Object.keys(headings) as Claim[];

/** What the table asks of a component's case. */
type Claimed = Pick<ComponentCase, "component" | "notTranslated" | "notSubmitted">;

/** Titles hold `[Component: claim]`; one test may stand for several. */
export function tableRows(cases: readonly Claimed[], outcomes: readonly Outcome[]): Row[] {
  const count = (component: string, what: Claim, passed: boolean) =>
    outcomes.filter(
      ({ title, state }) =>
        title.includes(`[${component}: ${what}]`) && (state === "passed") === passed,
    ).length;
  return cases.map(({ component, notTranslated, notSubmitted }) => {
    const exempt: Partial<Record<Claim, string | undefined>> = {
      [Claim.Translated]: notTranslated,
      [Claim.Webhook]: notSubmitted,
    };
    const cells = claims.map((what) => [
      what,
      {
        passed: count(component, what, true),
        failed: count(component, what, false),
        ...(exempt[what] !== undefined && { exempt: exempt[what] }),
      },
    ]);
    return { component, cells: Object.fromEntries(cells) };
  });
}

const cellText = ({ passed, failed, exempt }: Cell): string => {
  if (failed > 0) {
    return `✗ ${failed}`;
  }
  return passed > 0 ? "✓" : (exempt && "–") || "";
};

/** Cells in which something failed or which nothing fills. */
export const openCells = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ component, cells }) =>
    claims
      .filter((what) => !/^[✓–]/.test(cellText(cells[what])))
      .map((what) => `${component}: ${what}: ${cellText(cells[what]) || "no test"}`),
  );

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The table in Markdown, with the reasons for every dash below it. */
export function tableText(rows: readonly Row[]): string {
  const table = [
    line(["component", ...claims.map((what) => headings[what])]),
    line(["---", ...claims.map(() => "---")]),
    ...rows.map(({ component, cells }) =>
      line([`\`${component}\``, ...claims.map((what) => cellText(cells[what]))]),
    ),
  ];
  const reasons = rows.flatMap(({ component, cells }) =>
    claims
      .filter((what) => cellText(cells[what]) === "–")
      .map((what) => `- \`${component}\`, ${headings[what]}: ${cells[what].exempt}`),
  );
  return [...table, "", "A dash stands where there is nothing to show:", "", ...reasons].join("\n");
}
