// The program that is called. The tool is a file of its own, so that what is set here holds for it.
import { keepCompiled, optimizeLate } from "./engine";

optimizeLate();
keepCompiled();
require("./main.js");
