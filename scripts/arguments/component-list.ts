import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import * as ts from "typescript";
import { classFiles } from "./public-files";

/** Rooms in the order in which a reader needs them; others follow. */
const rooms = [
  "control-plane",
  "namespaces",
  "gateways",
  "certificates",
  "routing",
  "policies",
  "observability",
  "apps",
];

interface Listed {
  room: string;
  component: string;
  says: string;
  examples: readonly string[];
}

/** First sentence of what is said of a class. */
function firstSentence(declared: ts.ClassDeclaration): string {
  const [doc] = ts.getJSDocCommentsAndTags(declared).filter(ts.isJSDoc);
  const text = (ts.getTextOfJSDocComment(doc?.comment) ?? "").replace(/\s+/g, " ");
  return text.replace(/\.(?:\s.*)?$/, "");
}

function listed(file: string, examples: readonly string[]): Listed {
  const text = readFileSync(`components/${file}.ts`, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const declared = source.statements.find(ts.isClassDeclaration);
  if (declared?.name === undefined) {
    throw new Error(`components/${file}.ts declares no class`);
  }
  const own = basename(file);
  return {
    room: file.split("/")[0] ?? "",
    component: declared.name.text,
    says: firstSentence(declared),
    examples: examples.filter((name) => name === own || name.startsWith(`${own}-`)),
  };
}

const place = (room: string): number => (rooms.includes(room) ? rooms.indexOf(room) : rooms.length);

function rowsOf(all: readonly Listed[]): string[] {
  return all.map(({ room, component, says, examples }, index) => {
    const links = examples.map((name) => `[${name}](examples/${name}/index.ts)`);
    const first = all[index - 1]?.room === room ? "" : `\`${room}/\` `;
    return `| ${first}| \`${component}\`: ${says} | ${links.join(", ")} |`;
  });
}

const start = "<!-- written by scripts/update-arguments from the components' classes -->";
const end = "<!-- end of what is written -->";

/** `page` with the list of all components in its place. */
export function withComponentList(page: string): string {
  const [before, after] = [page.indexOf(start), page.indexOf(end)];
  if (before < 0 || after < before) {
    throw new Error(`the page has no place for the components: ${start}`);
  }
  const examples = readdirSync("examples").sort();
  const all = classFiles()
    .map((file) => listed(file, examples))
    .sort((a, b) => place(a.room) - place(b.room));
  const table = ["| in | component | example |", "|---|---|---|", ...rowsOf(all)];
  return [page.slice(0, before), start, "\n\n", table.join("\n"), "\n\n", page.slice(after)].join(
    "",
  );
}
