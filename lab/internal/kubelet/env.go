package kubelet

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
)

// objectReader reads the data of ConfigMaps and Secrets; found is false where there is none.
type objectReader interface {
	ConfigMap(namespace, name string) (data map[string]string, found bool, err error)
	Secret(namespace, name string) (data map[string][]byte, found bool, err error)
}

// resolveEnv works out a container's environment: its variables in order, with references and
// $(NAME) expanded, then the program's own ones.
func resolveEnv(pod *corev1.Pod, container *corev1.Container, own map[string]string, objects objectReader) (map[string]string, error) {
	env := map[string]string{}
	for _, source := range container.EnvFrom {
		if err := addEnvFrom(env, pod.Namespace, source, objects); err != nil {
			return nil, err
		}
	}
	for _, variable := range container.Env {
		value, found, err := envValue(pod, container, variable, objects)
		if err != nil {
			return nil, fmt.Errorf("env %s: %w", variable.Name, err)
		}
		if found {
			env[variable.Name] = expand(value, env)
		}
	}
	for name, value := range own {
		env[name] = value
	}
	return env, nil
}

func addEnvFrom(env map[string]string, namespace string, source corev1.EnvFromSource, objects objectReader) error {
	if ref := source.ConfigMapRef; ref != nil {
		data, found, err := objects.ConfigMap(namespace, ref.Name)
		if err := present(found, isTrue(ref.Optional), "ConfigMap", namespace, ref.Name, err); err != nil {
			return err
		}
		for key, value := range data {
			env[source.Prefix+key] = value
		}
	}
	if ref := source.SecretRef; ref != nil {
		data, found, err := objects.Secret(namespace, ref.Name)
		if err := present(found, isTrue(ref.Optional), "Secret", namespace, ref.Name, err); err != nil {
			return err
		}
		for key, value := range data {
			env[source.Prefix+key] = string(value)
		}
	}
	return nil
}

func envValue(pod *corev1.Pod, container *corev1.Container, variable corev1.EnvVar, objects objectReader) (string, bool, error) {
	from := variable.ValueFrom
	switch {
	case from == nil:
		return variable.Value, true, nil
	case from.FieldRef != nil:
		value, err := fieldValue(pod, from.FieldRef.FieldPath)
		return value, true, err
	case from.ResourceFieldRef != nil:
		value, err := resourceValue(container, from.ResourceFieldRef)
		return value, true, err
	case from.ConfigMapKeyRef != nil:
		ref := from.ConfigMapKeyRef
		data, found, err := objects.ConfigMap(pod.Namespace, ref.Name)
		value, has := data[ref.Key]
		return value, has, present(found && has, isTrue(ref.Optional), "ConfigMap", pod.Namespace, ref.Name+"."+ref.Key, err)
	case from.SecretKeyRef != nil:
		ref := from.SecretKeyRef
		data, found, err := objects.Secret(pod.Namespace, ref.Name)
		value, has := data[ref.Key]
		return string(value), has, present(found && has, isTrue(ref.Optional), "Secret", pod.Namespace, ref.Name+"."+ref.Key, err)
	}
	return "", false, fmt.Errorf("a source that the lab does not know")
}

func present(found, optional bool, kind, namespace, name string, err error) error {
	if err != nil {
		return err
	}
	if !found && !optional {
		return fmt.Errorf("%s %s/%s not found", kind, namespace, name)
	}
	return nil
}

// fieldValue is the downward API.
func fieldValue(pod *corev1.Pod, path string) (string, error) {
	if name, ok := subscript(path, "metadata.labels"); ok {
		return pod.Labels[name], nil
	}
	if name, ok := subscript(path, "metadata.annotations"); ok {
		return pod.Annotations[name], nil
	}
	switch path {
	case "metadata.name":
		return pod.Name, nil
	case "metadata.namespace":
		return pod.Namespace, nil
	case "metadata.uid":
		return string(pod.UID), nil
	case "metadata.labels":
		return formatMap(pod.Labels), nil
	case "metadata.annotations":
		return formatMap(pod.Annotations), nil
	case "spec.nodeName":
		return pod.Spec.NodeName, nil
	case "spec.serviceAccountName":
		return pod.Spec.ServiceAccountName, nil
	case "status.podIP", "status.podIPs":
		return pod.Status.PodIP, nil
	case "status.hostIP", "status.hostIPs":
		return pod.Status.HostIP, nil
	}
	return "", fmt.Errorf("fieldPath %q is not one that the lab knows", path)
}

func subscript(path, field string) (string, bool) {
	rest, ok := strings.CutPrefix(path, field+"['")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(rest, "']")
}

// formatMap writes labels or annotations as the downward API does: sorted, one quoted pair a line.
func formatMap(values map[string]string) string {
	keys := make([]string, 0, len(values))
	for key := range values {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	lines := make([]string, len(keys))
	for i, key := range keys {
		lines[i] = fmt.Sprintf("%s=%s", key, strconv.Quote(values[key]))
	}
	return strings.Join(lines, "\n")
}

// unlimited is what a container without a limit is told: a machine's worth, as a kubelet would.
var unlimited = map[string]resource.Quantity{
	"limits.cpu":    resource.MustParse("2"),
	"limits.memory": resource.MustParse("4Gi"),
}

func resourceValue(container *corev1.Container, ref *corev1.ResourceFieldSelector) (string, error) {
	kind, name, _ := strings.Cut(ref.Resource, ".")
	list := container.Resources.Limits
	if kind == "requests" {
		list = container.Resources.Requests
	}
	quantity, found := list[corev1.ResourceName(name)]
	if !found {
		quantity = unlimited[ref.Resource]
	}
	divisor := ref.Divisor
	if divisor.IsZero() {
		divisor = resource.MustParse("1")
	}
	if divisor.MilliValue() == 0 {
		return "", fmt.Errorf("resourceFieldRef %s: divisor %s", ref.Resource, ref.Divisor.String())
	}
	whole := quantity.MilliValue() / divisor.MilliValue()
	if quantity.MilliValue()%divisor.MilliValue() != 0 {
		whole++
	}
	return strconv.FormatInt(whole, 10), nil
}

// expand replaces $(NAME) by the value of NAME; $$ stands for $ and unknown names stay as written.
func expand(text string, env map[string]string) string {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '$' || i+1 == len(text) {
			out.WriteByte(text[i])
			continue
		}
		switch text[i+1] {
		case '$':
			out.WriteByte('$')
			i++
		case '(':
			name, _, closed := strings.Cut(text[i+2:], ")")
			value, known := env[name]
			if !closed || !known {
				out.WriteByte('$')
				continue
			}
			out.WriteString(value)
			i += len(name) + 2
		default:
			out.WriteByte('$')
		}
	}
	return out.String()
}

func isTrue(value *bool) bool { return value != nil && *value }
