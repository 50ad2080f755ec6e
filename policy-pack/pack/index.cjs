require("../policy-pack.js");
