package main

import (
	"encoding/base64"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
)

const (
	podNetwork     = 1
	serviceNetwork = 2
)

// What Kubernetes itself adds to objects.

// runDeployments gives every Deployment one ready Pod.
func (w *world) runDeployments() {
	for _, deployment := range w.ofKind("Deployment") {
		pod := newObject("v1", "Pod", deployment.GetNamespace(), deployment.GetName()+"-0")
		template := nested(deployment, "spec", "template")
		spec, _, _ := unstructured.NestedMap(template, "spec")
		podLabels, _, _ := unstructured.NestedStringMap(template, "metadata", "labels")
		annotations, _, _ := unstructured.NestedStringMap(template, "metadata", "annotations")
		pod.Object["spec"] = spec
		pod.SetLabels(podLabels)
		pod.SetAnnotations(annotations)
		w.makeReady(w.ensure(pod), "")
	}
}

// makeReady gives a Pod an address, if it has none, and says that it is ready.
func (w *world) makeReady(pod *unstructured.Unstructured, ip string) {
	if podIP(pod) != "" {
		return
	}
	if ip == "" {
		ip = w.address(podNetwork)
	}
	pod.Object["status"] = map[string]any{
		"phase":      "Running",
		"podIP":      ip,
		"podIPs":     []any{map[string]any{"ip": ip}},
		"conditions": []any{map[string]any{"type": "Ready", "status": "True"}},
	}
}

func podIP(pod *unstructured.Unstructured) string {
	ip, _, _ := unstructured.NestedString(pod.Object, "status", "podIP")
	return ip
}

func nested(object *unstructured.Unstructured, path ...string) map[string]any {
	found, _, _ := unstructured.NestedMap(object.Object, path...)
	return found
}

func (w *world) createNamespaces() {
	for _, object := range append([]*unstructured.Unstructured{}, w.objects...) {
		if object.GetNamespace() != "" {
			w.ensure(newObject("v1", "Namespace", "", object.GetNamespace()))
		}
	}
	for _, namespace := range w.ofKind("Namespace") {
		addLabel(namespace, "kubernetes.io/metadata.name", namespace.GetName())
	}
}

// createNodes gives Pods the node that they are on; a question has nodes when their place matters.
func (w *world) createNodes() {
	for _, pod := range w.ofKind("Pod") {
		if name, _, _ := unstructured.NestedString(pod.Object, "spec", "nodeName"); name != "" {
			w.ensure(newObject("v1", "Node", "", name))
		}
	}
}

// createServices does what the API server does: an address, and for each port what it leads to.
func (w *world) createServices() {
	for _, service := range w.ofKind("Service") {
		if kind, _, _ := unstructured.NestedString(service.Object, "spec", "type"); kind == "ExternalName" {
			continue
		}
		ip, _, _ := unstructured.NestedString(service.Object, "spec", "clusterIP")
		if ip == "" {
			ip = w.address(serviceNetwork)
			set(service, ip, "spec", "clusterIP")
		}
		set(service, []any{ip}, "spec", "clusterIPs")
		for _, port := range maps(service.Object, "spec", "ports") {
			setDefault(port, "targetPort", port["port"])
			setDefault(port, "protocol", "TCP")
		}
	}
}

func setDefault(fields map[string]any, name string, value any) {
	if _, given := fields[name]; !given {
		fields[name] = value
	}
}

// maps are the objects of a list, not copied; what is none is left out.
func maps(object map[string]any, path ...string) []map[string]any {
	list, _, _ := unstructured.NestedFieldNoCopy(object, path...)
	all, _ := list.([]any)
	var found []map[string]any
	for _, one := range all {
		if fields, ok := one.(map[string]any); ok {
			found = append(found, fields)
		}
	}
	return found
}

func set(object *unstructured.Unstructured, value any, path ...string) {
	if err := unstructured.SetNestedField(object.Object, value, path...); err != nil {
		panic(err) // a field on the way that is no object: the object is none of Kubernetes
	}
}

// encodeSecrets does what the API server does with stringData.
func (w *world) encodeSecrets() {
	for _, secret := range w.ofKind("Secret") {
		texts, _, _ := unstructured.NestedStringMap(secret.Object, "stringData")
		for name, text := range texts {
			set(secret, base64.StdEncoding.EncodeToString([]byte(text)), "data", name)
		}
		delete(secret.Object, "stringData")
	}
}

func selects(selector map[string]string, pod *unstructured.Unstructured) bool {
	return len(selector) > 0 && labels.SelectorFromSet(selector).Matches(labels.Set(pod.GetLabels()))
}
