// checks-page.ts: writes docs/checks.md, every check between objects and of single ones, from the checks.
import { writeFileSync } from "node:fs";
import { checks } from "../analysis/mesh/checks";
import { checksPage } from "./checks-page-text";

writeFileSync("docs/checks.md", checksPage(checks));
