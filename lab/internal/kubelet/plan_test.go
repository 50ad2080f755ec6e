package kubelet

import (
	"slices"
	"testing"

	corev1 "k8s.io/api/core/v1"
)

func podOf(spec corev1.PodSpec) *corev1.Pod { return &corev1.Pod{Spec: spec} }

func TestPlanListsContainersInStartOrderWithTheirRoles(t *testing.T) {
	always := corev1.ContainerRestartPolicyAlways
	containers, run := plan(podOf(corev1.PodSpec{
		Containers: []corev1.Container{{Name: "app", Image: "httpbin"}, {Name: "second", Image: "curl"}},
		InitContainers: []corev1.Container{
			{Name: "istio-init", Image: "proxyv2"},
			{Name: "istio-proxy", Image: "proxyv2", RestartPolicy: &always},
		},
	}))
	if !run {
		t.Fatal("the Pod is not run")
	}
	want := []struct {
		name string
		role role
	}{{"istio-init", initOnce}, {"istio-proxy", sidecar}, {"app", mainRole}, {"second", mainRole}}
	if len(containers) != len(want) {
		t.Fatalf("%d containers, want %d", len(containers), len(want))
	}
	for i, w := range want {
		if got := containers[i]; got.spec.Name != w.name || got.role != w.role {
			t.Errorf("container %d = %s with role %d, want %s with role %d", i, got.spec.Name, got.role, w.name, w.role)
		}
	}
}

func TestPlanGivesEachContainerItsOwnProgram(t *testing.T) {
	containers, _ := plan(podOf(corev1.PodSpec{Containers: []corev1.Container{{Image: "istio/proxyv2"}, {Image: "curl"}}}))
	for i, want := range []string{"/usr/local/bin/pilot-agent", "/bin/sleep"} {
		if got := containers[i].program.entrypoint[0]; got != want {
			t.Errorf("program %d = %s, want %s", i, got, want)
		}
	}
}

func TestPlanLeavesPodsAloneThatTheLabCannotRunWhole(t *testing.T) {
	for name, spec := range map[string]corev1.PodSpec{
		"an unknown image":              {Containers: []corev1.Container{{Image: "nginx"}}},
		"a known beside an unknown one": {Containers: []corev1.Container{{Image: "curl"}, {Image: "nginx"}}},
		"an unknown init image":         {InitContainers: []corev1.Container{{Image: "busybox"}}, Containers: []corev1.Container{{Image: "curl"}}},
		"the host's network":            {HostNetwork: true, Containers: []corev1.Container{{Image: "curl"}}},
	} {
		if containers, run := plan(podOf(spec)); run || containers != nil {
			t.Errorf("a Pod with %s is run as %v", name, containers)
		}
	}
}

func TestCommandLine(t *testing.T) {
	ports := []corev1.ContainerPort{{ContainerPort: 8000}, {ContainerPort: 9000}}
	for _, c := range []struct {
		name string
		spec corev1.Container
		want []string
	}{
		{"the entrypoint alone", corev1.Container{Image: "curl"}, []string{"/bin/sleep", "infinity"}},
		{"arguments go behind the entrypoint", corev1.Container{Image: "proxyv2", Args: []string{"proxy", "sidecar"}}, []string{"/usr/local/bin/pilot-agent", "proxy", "sidecar"}},
		{"a command replaces the entrypoint", corev1.Container{Image: "proxyv2", Command: []string{"/bin/sh"}, Args: []string{"-c", "true"}}, []string{"/bin/sh", "-c", "true"}},
		{"a stand-in serves on the first port", corev1.Container{Image: "httpbin", Ports: ports}, []string{"/usr/local/bin/lab", "__app", "httpbin", "--port", "8000"}},
		{"a stand-in without port keeps its own", corev1.Container{Image: "httpbin"}, []string{"/usr/local/bin/lab", "__app", "httpbin"}},
		{"a command is told no port", corev1.Container{Image: "httpbin", Command: []string{"/bin/sleep", "1"}, Ports: ports}, []string{"/bin/sleep", "1"}},
		{"real programs are told no port", corev1.Container{Image: "proxyv2", Ports: ports}, []string{"/usr/local/bin/pilot-agent"}},
		{"variables are expanded everywhere", corev1.Container{Image: "proxyv2", Command: []string{"$(BIN)"}, Args: []string{"--domain=$(NS).svc", "$(OTHER)"}}, []string{"/bin/agent", "--domain=shop.svc", "$(OTHER)"}},
	} {
		containers, _ := plan(podOf(corev1.PodSpec{Containers: []corev1.Container{c.spec}}))
		got := containers[0].commandLine(map[string]string{"BIN": "/bin/agent", "NS": "shop"})
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCommandLineLeavesTheSpecUnexpanded(t *testing.T) {
	containers, _ := plan(podOf(corev1.PodSpec{Containers: []corev1.Container{{Image: "curl", Command: []string{"$(A)"}, Args: []string{"$(A)"}}}}))
	containers[0].commandLine(map[string]string{"A": "value"})
	spec := containers[0].spec
	if spec.Command[0] != "$(A)" || spec.Args[0] != "$(A)" {
		t.Errorf("spec = %q %q, want $(A) in both", spec.Command, spec.Args)
	}
}

func TestUser(t *testing.T) {
	ids := func(uid, gid int64) (*int64, *int64) { return &uid, &gid }
	uid, gid := ids(1337, 1338)
	zero, _ := ids(0, 0)
	for _, c := range []struct {
		name      string
		image     string
		pod       *corev1.PodSecurityContext
		container *corev1.SecurityContext
		uid, gid  int
	}{
		{"the image's own user", "curl", nil, nil, 1000, 1000},
		{"root of the image", "proxyv2", nil, nil, 0, 0},
		{"the Pod's user", "curl", &corev1.PodSecurityContext{RunAsUser: uid}, nil, 1337, 1337},
		{"the Pod's user and group", "curl", &corev1.PodSecurityContext{RunAsUser: uid, RunAsGroup: gid}, nil, 1337, 1338},
		{"the container's user before the Pod's", "curl", &corev1.PodSecurityContext{RunAsUser: gid, RunAsGroup: gid}, &corev1.SecurityContext{RunAsUser: uid}, 1337, 1338},
		{"root by wish", "curl", nil, &corev1.SecurityContext{RunAsUser: zero, RunAsGroup: zero}, 0, 0},
		{"root with a group", "proxyv2", nil, &corev1.SecurityContext{RunAsGroup: uid}, 0, 1337},
	} {
		pod := podOf(corev1.PodSpec{SecurityContext: c.pod, Containers: []corev1.Container{{Image: c.image, SecurityContext: c.container}}})
		containers, _ := plan(pod)
		if uid, gid := containers[0].user(pod); uid != c.uid || gid != c.gid {
			t.Errorf("%s: %d:%d, want %d:%d", c.name, uid, gid, c.uid, c.gid)
		}
	}
}
