import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";

const root = path.resolve(__dirname, "../..");
/** Folders of the product whose own folders are the rooms, and those that are one room. */
const withRooms = ["analysis", "cli", "components"];
const roomsThemselves = [
  "arguments",
  "policy-pack",
  "provider",
  "schemas",
  "stack",
  "testing",
  "values",
];
const mostRooms = 7;
const mostLines = 300;

const isGenerated = (text: string): boolean => /^\/\/ (?:Written|Generated) by /.test(text);

function sources(): [file: string, text: string][] {
  return [...withRooms, ...roomsThemselves].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !/\.(?:test|d)\.ts$/.test(name))
      .map((name): [string, string] => {
        const file = path.posix.join(folder, name);
        return [file, readFileSync(path.join(root, file), "utf8")];
      })
      .filter(([, text]) => !isGenerated(text)),
  );
}

function room(file: string): string {
  const folders = path.posix.dirname(file).split("/");
  return folders.slice(0, withRooms.includes(folders[0] ?? "") ? 2 : 1).join("/");
}

/** Other rooms that a file imports from; what lies at the top is data. */
function reached(file: string, text: string): string[] {
  const imported = [...text.matchAll(/\bfrom "(\.[^"]*)"/g)].map(([, to = ""]) =>
    room(path.posix.join(path.posix.dirname(file), to)),
  );
  return [...new Set(imported)].filter((other) => other !== room(file) && other !== ".");
}

describe("the rooms of the house", () => {
  const all = sources();

  it(`only the public entry reaches into more than ${mostRooms} other rooms`, () => {
    assert.deepEqual(
      all.filter(([file, text]) => reached(file, text).length > mostRooms).map(([file]) => file),
      ["components/index.ts"],
    );
  });

  it(`no file that is written by hand is longer than ${mostLines} lines`, () => {
    assert.deepEqual(
      all
        .map(([file, text]): [string, number] => [file, text.split("\n").length - 1])
        .filter(([, lines]) => lines > mostLines),
      [],
    );
  });
});
