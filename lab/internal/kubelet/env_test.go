package kubelet

import (
	"errors"
	"maps"
	"testing"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
)

func fromField(name, path string) corev1.EnvVar {
	return corev1.EnvVar{Name: name, ValueFrom: &corev1.EnvVarSource{FieldRef: &corev1.ObjectFieldSelector{FieldPath: path}}}
}

func fromConfigMap(name, object, key string, optional *bool) corev1.EnvVar {
	return corev1.EnvVar{Name: name, ValueFrom: &corev1.EnvVarSource{ConfigMapKeyRef: &corev1.ConfigMapKeySelector{LocalObjectReference: named(object), Key: key, Optional: optional}}}
}

func fromSecret(name, object, key string, optional *bool) corev1.EnvVar {
	return corev1.EnvVar{Name: name, ValueFrom: &corev1.EnvVarSource{SecretKeyRef: &corev1.SecretKeySelector{LocalObjectReference: named(object), Key: key, Optional: optional}}}
}

func allOf(prefix, configMap, secret string, optional *bool) corev1.EnvFromSource {
	source := corev1.EnvFromSource{Prefix: prefix}
	if configMap != "" {
		source.ConfigMapRef = &corev1.ConfigMapEnvSource{LocalObjectReference: named(configMap), Optional: optional}
	}
	if secret != "" {
		source.SecretRef = &corev1.SecretEnvSource{LocalObjectReference: named(secret), Optional: optional}
	}
	return source
}

func TestResolveEnv(t *testing.T) {
	for _, c := range []struct {
		name string
		spec corev1.Container
		own  map[string]string
		want map[string]string
	}{
		{"plain values", corev1.Container{Env: []corev1.EnvVar{{Name: "A", Value: "1"}, {Name: "B"}}}, nil, map[string]string{"A": "1", "B": ""}},
		{"references go backwards only", corev1.Container{Env: []corev1.EnvVar{{Name: "A", Value: "$(B)"}, {Name: "B", Value: "b"}, {Name: "C", Value: "$(B)/$(A)"}}}, nil, map[string]string{"A": "$(B)", "B": "b", "C": "b/$(B)"}},
		{"a field of the Pod", corev1.Container{Env: []corev1.EnvVar{fromField("NAME", "metadata.name")}}, nil, map[string]string{"NAME": "cart-1"}},
		{"a key of a ConfigMap", corev1.Container{Env: []corev1.EnvVar{fromConfigMap("COLOR", "settings", "color", nil)}}, nil, map[string]string{"COLOR": "blue"}},
		{"a key of a Secret", corev1.Container{Env: []corev1.EnvVar{fromSecret("USER", "login", "user", nil)}}, nil, map[string]string{"USER": "eva"}},
		{"an optional key that is missing sets nothing", corev1.Container{Env: []corev1.EnvVar{fromConfigMap("A", "settings", "weight", yes()), fromSecret("B", "nowhere", "user", yes())}}, nil, map[string]string{}},
		{"a whole ConfigMap with a prefix", corev1.Container{EnvFrom: []corev1.EnvFromSource{allOf("S_", "settings", "", nil)}}, nil, map[string]string{"S_color": "blue", "S_size": "XL"}},
		{"a whole Secret", corev1.Container{EnvFrom: []corev1.EnvFromSource{allOf("", "", "login", nil)}}, nil, map[string]string{"user": "eva", "password": "apple"}},
		{"optional objects that are missing set nothing", corev1.Container{EnvFrom: []corev1.EnvFromSource{allOf("", "nowhere", "nowhere", yes())}}, nil, map[string]string{}},
		{"a variable wins over a whole object", corev1.Container{EnvFrom: []corev1.EnvFromSource{allOf("", "settings", "", nil)}, Env: []corev1.EnvVar{{Name: "color", Value: "light $(color)"}}}, nil, map[string]string{"color": "light blue", "size": "XL"}},
		{"the program's own variables win", corev1.Container{Env: []corev1.EnvVar{{Name: "A", Value: "1"}}}, map[string]string{"A": "own $(A)"}, map[string]string{"A": "own $(A)"}},
	} {
		got, err := resolveEnv(cart(), &c.spec, c.own, shop)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestResolveEnvNamesWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		spec corev1.Container
		want string
	}{
		{corev1.Container{Env: []corev1.EnvVar{fromConfigMap("A", "nowhere", "key", nil)}}, "env A: ConfigMap shop/nowhere.key not found"},
		{corev1.Container{Env: []corev1.EnvVar{fromConfigMap("A", "settings", "weight", nil)}}, "env A: ConfigMap shop/settings.weight not found"},
		{corev1.Container{Env: []corev1.EnvVar{fromSecret("A", "login", "key", nil)}}, "env A: Secret shop/login.key not found"},
		{corev1.Container{EnvFrom: []corev1.EnvFromSource{allOf("", "nowhere", "", nil)}}, "ConfigMap shop/nowhere not found"},
		{corev1.Container{EnvFrom: []corev1.EnvFromSource{allOf("", "", "nowhere", nil)}}, "Secret shop/nowhere not found"},
		{corev1.Container{Env: []corev1.EnvVar{fromField("A", "status.phase")}}, `env A: fieldPath "status.phase" is not one that the lab knows`},
		{corev1.Container{Env: []corev1.EnvVar{{Name: "A", ValueFrom: &corev1.EnvVarSource{}}}}, "env A: a source that the lab does not know"},
	} {
		if _, err := resolveEnv(cart(), &c.spec, nil, shop); err == nil || err.Error() != c.want {
			t.Errorf("error = %v, want %s", err, c.want)
		}
	}
}

func TestResolveEnvFailsForOptionalKeysTooWhenTheAPIIsAway(t *testing.T) {
	for name, spec := range map[string]corev1.Container{
		"ConfigMap key":   {Env: []corev1.EnvVar{fromConfigMap("A", "settings", "color", yes())}},
		"Secret key":      {Env: []corev1.EnvVar{fromSecret("A", "login", "user", yes())}},
		"whole ConfigMap": {EnvFrom: []corev1.EnvFromSource{allOf("", "settings", "", yes())}},
		"whole Secret":    {EnvFrom: []corev1.EnvFromSource{allOf("", "", "login", yes())}},
	} {
		if _, err := resolveEnv(cart(), &spec, nil, failing{}); !errors.Is(err, errAway) {
			t.Errorf("%s: error = %v, want %v", name, err, errAway)
		}
	}
}

func TestFieldValue(t *testing.T) {
	for path, want := range map[string]string{
		"metadata.name":                "cart-1",
		"metadata.namespace":           "shop",
		"metadata.uid":                 "uid-1",
		"metadata.labels":              "app=\"cart\"\nversion=\"v1\"",
		"metadata.labels['app']":       "cart",
		"metadata.labels['missing']":   "",
		"metadata.annotations":         `note="say \"hi\"\n"`,
		"metadata.annotations['note']": "say \"hi\"\n",
		"spec.nodeName":                "lab-node-1",
		"spec.serviceAccountName":      "cart",
		"status.podIP":                 "10.244.0.2",
		"status.podIPs":                "10.244.0.2",
		"status.hostIP":                "10.244.255.1",
		"status.hostIPs":               "10.244.255.1",
	} {
		if got, err := fieldValue(cart(), path); err != nil || got != want {
			t.Errorf("fieldValue(%s) = %q, %v; want %q", path, got, err, want)
		}
	}
}

func TestFieldValueRefusesOtherPaths(t *testing.T) {
	for _, path := range []string{"", "metadata", "spec.hostname", "metadata.labels['open", "metadata.labels[app]"} {
		if got, err := fieldValue(cart(), path); err == nil {
			t.Errorf("fieldValue(%q) = %q, want an error", path, got)
		}
	}
}

func TestResourceValueRoundsUpToTheDivisor(t *testing.T) {
	spec := &corev1.Container{Resources: corev1.ResourceRequirements{
		Limits:   corev1.ResourceList{"cpu": resource.MustParse("1500m"), "memory": resource.MustParse("1Gi")},
		Requests: corev1.ResourceList{"cpu": resource.MustParse("100m"), "memory": resource.MustParse("128Mi")},
	}}
	for _, c := range []struct{ resource, divisor, want string }{
		{"limits.cpu", "", "2"},
		{"limits.cpu", "1", "2"},
		{"limits.cpu", "1m", "1500"},
		{"limits.memory", "", "1073741824"},
		{"limits.memory", "1Mi", "1024"},
		{"limits.memory", "1G", "2"},
		{"requests.cpu", "1m", "100"},
		{"requests.cpu", "", "1"},
		{"requests.memory", "1Mi", "128"},
	} {
		ref := &corev1.ResourceFieldSelector{Resource: c.resource}
		if c.divisor != "" {
			ref.Divisor = resource.MustParse(c.divisor)
		}
		if got, err := resourceValue(spec, ref); err != nil || got != c.want {
			t.Errorf("%s by %q = %s, %v; want %s", c.resource, c.divisor, got, err, c.want)
		}
	}
}

func TestResourceValueOfAContainerWithoutLimits(t *testing.T) {
	for name, want := range map[string]string{"limits.cpu": "2", "limits.memory": "4294967296", "requests.cpu": "0"} {
		if got, err := resourceValue(&corev1.Container{}, &corev1.ResourceFieldSelector{Resource: name}); err != nil || got != want {
			t.Errorf("%s = %s, %v; want %s", name, got, err, want)
		}
	}
}

func TestResolveEnvReadsTheContainersOwnResources(t *testing.T) {
	spec := &corev1.Container{
		Resources: corev1.ResourceRequirements{Limits: corev1.ResourceList{"cpu": resource.MustParse("4")}},
		Env:       []corev1.EnvVar{{Name: "GOMAXPROCS", ValueFrom: &corev1.EnvVarSource{ResourceFieldRef: &corev1.ResourceFieldSelector{Resource: "limits.cpu"}}}},
	}
	got, err := resolveEnv(cart(), spec, nil, shop)
	if err != nil || got["GOMAXPROCS"] != "4" {
		t.Errorf("GOMAXPROCS = %q, %v; want 4", got["GOMAXPROCS"], err)
	}
}

func TestExpand(t *testing.T) {
	env := map[string]string{"A": "one", "B": "$(A)", "EMPTY": ""}
	for text, want := range map[string]string{
		"":            "",
		"plain":       "plain",
		"$(A)":        "one",
		"x$(A)y$(A)z": "xoneyonez",
		"$(B)":        "$(A)",
		"-$(EMPTY)-":  "--",
		"$(UNKNOWN)":  "$(UNKNOWN)",
		"$$(A)":       "$(A)",
		"$$$(A)":      "$one",
		"$$":          "$",
		"$":           "$",
		"end$":        "end$",
		"$A":          "$A",
		"${A}":        "${A}",
		"$(A":         "$(A",
		"$()":         "$()",
	} {
		if got := expand(text, env); got != want {
			t.Errorf("expand(%q) = %q, want %q", text, got, want)
		}
	}
}
