import { IngressGateway } from "../../components";
import { chartGatewayCase } from "../support/chart-gateway-case";

export default chartGatewayCase(IngressGateway, "edge");
