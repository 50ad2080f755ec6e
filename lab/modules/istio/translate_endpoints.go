package main

import (
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

const serviceNameLabel = "kubernetes.io/service-name"

// sliceEndpoints gives every Service with a selector its endpoints, unless the question has them.
func (w *world) sliceEndpoints() {
	given := map[string]bool{}
	for _, slice := range w.ofKind("EndpointSlice") {
		given[slice.GetNamespace()+"/"+slice.GetLabels()[serviceNameLabel]] = true
	}
	for _, service := range w.ofKind("Service") {
		selector, _, _ := unstructured.NestedStringMap(service.Object, "spec", "selector")
		if given[service.GetNamespace()+"/"+service.GetName()] {
			continue
		}
		for _, pod := range w.ofKind("Pod") {
			if pod.GetNamespace() == service.GetNamespace() && selects(selector, pod) && podIP(pod) != "" {
				w.ensure(w.endpointSlice(service, pod))
			}
		}
	}
}

// endpointSlice is one of its own for each Pod: the number of a named port is the Pod's matter.
func (w *world) endpointSlice(service, pod *unstructured.Unstructured) *unstructured.Unstructured {
	slice := newObject("discovery.k8s.io/v1", "EndpointSlice", service.GetNamespace(), service.GetName()+"-"+pod.GetName())
	slice.SetLabels(map[string]string{serviceNameLabel: service.GetName()})
	node, _, _ := unstructured.NestedString(pod.Object, "spec", "nodeName")
	endpoint := map[string]any{
		"addresses":  []any{podIP(pod)},
		"conditions": map[string]any{"ready": isReady(pod)},
		"targetRef":  map[string]any{"kind": "Pod", "name": pod.GetName(), "namespace": pod.GetNamespace()},
	}
	if node != "" {
		endpoint["nodeName"] = node
	}
	slice.Object["addressType"] = "IPv4"
	slice.Object["endpoints"] = []any{endpoint}
	slice.Object["ports"] = slicePorts(service, pod)
	return slice
}

func isReady(pod *unstructured.Unstructured) bool {
	for _, condition := range maps(pod.Object, "status", "conditions") {
		if condition["type"] == "Ready" {
			return condition["status"] == "True"
		}
	}
	return false
}

func slicePorts(service, pod *unstructured.Unstructured) []any {
	var found []any
	for _, port := range maps(service.Object, "spec", "ports") {
		entry := map[string]any{"port": targetPort(port, pod)}
		for _, same := range []string{"name", "appProtocol", "protocol"} {
			if value, given := port[same]; given {
				entry[same] = value
			}
		}
		found = append(found, entry)
	}
	return found
}

// targetPort is a number or the name of a container's port.
func targetPort(port map[string]any, pod *unstructured.Unstructured) any {
	name, named := port["targetPort"].(string)
	if !named {
		return port["targetPort"]
	}
	for _, container := range maps(pod.Object, "spec", "containers") {
		for _, containerPort := range maps(container, "ports") {
			if containerPort["name"] == name {
				return containerPort["containerPort"]
			}
		}
	}
	return port["port"]
}
