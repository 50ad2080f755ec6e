import { readConfig } from "./stack/config";
import { deploy } from "./stack/stack";

export const { gatewayAddress, url, namespaces, split, profile, version } = deploy(readConfig());
