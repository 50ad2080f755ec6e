package main

import (
	"strings"

	"istio.io/istio/pilot/pkg/config/kube/gatewaycommon"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	gatewayv1 "sigs.k8s.io/gateway-api/apis/v1"
)

const (
	gatewayAPIVersion = "gateway.networking.k8s.io/v1"
	gatewayKind       = "Gateway.gateway.networking.k8s.io"
	gatewayClassKind  = "GatewayClass.gateway.networking.k8s.io"
	gatewayNameLabel  = "gateway.networking.k8s.io/gateway-name"
	managedLabel      = "gateway.istio.io/managed"
)

// programGateways does what istiod's gateway deployments do: classes, and for each managed Gateway a
// Service and, once that is there, an address.
func (w *world) programGateways() {
	for name, controller := range gatewaycommon.AllClasses {
		class := newObject(gatewayAPIVersion, "GatewayClass", "", string(name))
		set(class, string(controller), "spec", "controllerName")
		w.ensure(class)
	}
	for _, gateway := range w.ofKind("Gateway") {
		class := w.classOf(gateway)
		if class == nil || !isManaged(gateway) {
			continue
		}
		service := w.ensure(gatewayService(gateway, *class))
		host := service.GetName() + "." + service.GetNamespace() + ".svc." + w.domain
		set(gateway, []any{map[string]any{"type": "Hostname", "value": host}}, "status", "addresses")
	}
}

// classOf is nil for Gateways of Istio's own kind, and for classes that are not Istio's.
func (w *world) classOf(gateway *unstructured.Unstructured) *gatewaycommon.ClassInfo {
	name, _, _ := unstructured.NestedString(gateway.Object, "spec", "gatewayClassName")
	if !isGatewayAPI(gateway) {
		return nil
	}
	class := w.byKey[key(gatewayClassKind, "", name)]
	if class == nil {
		return nil
	}
	controller, _, _ := unstructured.NestedString(class.Object, "spec", "controllerName")
	info, known := gatewaycommon.ClassInfos[gatewayv1.GatewayController(controller)]
	if !known {
		return nil
	}
	return &info
}

// isManaged is false for a Gateway that names the Service it belongs to.
func isManaged(gateway *unstructured.Unstructured) bool {
	for _, address := range maps(gateway.Object, "spec", "addresses") {
		if address["type"] == "Hostname" {
			return false
		}
	}
	return true
}

// deployedName is what istiod calls all that it makes for a Gateway.
func deployedName(gateway *unstructured.Unstructured, class gatewaycommon.ClassInfo) string {
	if class.DisableNameSuffix {
		return gateway.GetName()
	}
	className, _, _ := unstructured.NestedString(gateway.Object, "spec", "gatewayClassName")
	return gateway.GetName() + "-" + className
}

func gatewayService(gateway *unstructured.Unstructured, class gatewaycommon.ClassInfo) *unstructured.Unstructured {
	service := newObject("v1", "Service", gateway.GetNamespace(), deployedName(gateway, class))
	service.SetLabels(map[string]string{
		gatewayNameLabel: gateway.GetName(),
		managedLabel:     class.ControllerLabel,
	})
	set(service, map[string]any{gatewayNameLabel: gateway.GetName()}, "spec", "selector")
	set(service, gatewayPorts(gateway), "spec", "ports")
	return service
}

// gatewayPorts has each port once: several listeners may share one.
func gatewayPorts(gateway *unstructured.Unstructured) []any {
	var ports []any
	seen := map[any]bool{}
	for _, listener := range maps(gateway.Object, "spec", "listeners") {
		if seen[listener["port"]] {
			continue
		}
		seen[listener["port"]] = true
		protocol, _ := listener["protocol"].(string)
		ports = append(ports, map[string]any{
			"name":        listener["name"],
			"port":        listener["port"],
			"protocol":    "TCP",
			"appProtocol": strings.ToLower(protocol),
		})
	}
	return ports
}
