// scenarios-page.ts: writes docs/scenarios.md, from what people come for to the program that is it.
import { writeFileSync } from "node:fs";
import { allScenarios } from "../test/scenarios";
import { scenariosPage } from "./scenarios-page-text";

writeFileSync("docs/scenarios.md", scenariosPage(allScenarios()));
