package kubelet

import (
	"reflect"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

var (
	podStart   = time.Date(2026, 3, 1, 12, 0, 0, 700_000_000, time.UTC)
	wholeStart = metav1.NewTime(time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC))
)

// container is a planned container called after its image.
func containerOf(image string, as role) planned {
	return planned{role: as, spec: &corev1.Container{Name: image, Image: "docker.io/x/" + image + ":1"}}
}

func statusOf(containers []planned, states []containerState) corev1.PodStatus {
	return podStatus(&corev1.Pod{}, "10.244.0.2", containers, states, podStart)
}

// holds are the condition types that are true.
func holds(status corev1.PodStatus) map[corev1.PodConditionType]bool {
	out := map[corev1.PodConditionType]bool{}
	for _, c := range status.Conditions {
		out[c.Type] = c.Status == corev1.ConditionTrue
	}
	return out
}

func TestPodStatusConditionsAndPhase(t *testing.T) {
	var (
		notYet     = containerState{reason: "PodInitializing"}
		runs       = containerState{phase: running}
		started    = containerState{phase: running, started: true}
		ready      = containerState{phase: running, started: true, ready: true}
		done       = containerState{phase: ended}
		failed     = containerState{phase: ended, exitCode: 1}
		restarting = containerState{phase: waiting, reason: "CrashLoopBackOff", restarts: 1}
	)
	full := []planned{containerOf("init", initOnce), containerOf("proxy", sidecar), containerOf("app", mainRole)}
	two := []planned{containerOf("app", mainRole), containerOf("second", mainRole)}
	for _, c := range []struct {
		name               string
		containers         []planned
		states             []containerState
		phase              corev1.PodPhase
		initialized, ready bool
	}{
		{"nothing started", full, []containerState{notYet, notYet, notYet}, corev1.PodPending, false, false},
		{"the init container runs", full, []containerState{ready, notYet, notYet}, corev1.PodPending, false, false},
		{"the init container failed", full, []containerState{failed, notYet, notYet}, corev1.PodPending, false, false},
		{"the sidecar runs but has not started up", full, []containerState{done, runs, notYet}, corev1.PodPending, false, false},
		{"the sidecar started and is not ready", full, []containerState{done, started, ready}, corev1.PodRunning, true, false},
		{"all is well", full, []containerState{done, ready, ready}, corev1.PodRunning, true, true},
		{"the sidecar starts again", full, []containerState{done, restarting, ready}, corev1.PodRunning, false, false},
		{"the main container is not ready", full, []containerState{done, ready, started}, corev1.PodRunning, true, false},
		{"the main container crashed before", full, []containerState{done, ready, restarting}, corev1.PodRunning, true, false},
		{"one of two runs", two, []containerState{ready, notYet}, corev1.PodRunning, true, false},
		{"both run", two, []containerState{ready, ready}, corev1.PodRunning, true, true},
	} {
		status := statusOf(c.containers, c.states)
		if status.Phase != c.phase {
			t.Errorf("%s: phase %s, want %s", c.name, status.Phase, c.phase)
		}
		want := map[corev1.PodConditionType]bool{
			corev1.PodScheduled: true, corev1.PodInitialized: c.initialized, corev1.ContainersReady: c.ready, corev1.PodReady: c.ready,
		}
		if got := holds(status); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: conditions %v, want %v", c.name, got, want)
		}
	}
}

func TestPodStatusReportsNativeSidecarsAmongInitContainers(t *testing.T) {
	status := statusOf(
		[]planned{containerOf("init", initOnce), containerOf("proxy", sidecar), containerOf("app", mainRole)},
		make([]containerState, 3),
	)
	var got [2][]string
	for _, c := range status.InitContainerStatuses {
		got[0] = append(got[0], c.Name)
	}
	for _, c := range status.ContainerStatuses {
		got[1] = append(got[1], c.Name)
	}
	if want := [2][]string{{"init", "proxy"}, {"app"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("init and main containers = %v, want %v", got, want)
	}
}

func TestPodStatusCarriesAddressesStartAndQuality(t *testing.T) {
	pod := &corev1.Pod{Status: corev1.PodStatus{QOSClass: corev1.PodQOSBurstable}}
	status := podStatus(pod, "10.244.0.2", nil, nil, podStart)
	status.Conditions = nil
	want := corev1.PodStatus{
		Phase:     corev1.PodPending,
		StartTime: &wholeStart,
		HostIP:    "10.244.255.1",
		HostIPs:   []corev1.HostIP{{IP: "10.244.255.1"}},
		PodIP:     "10.244.0.2",
		PodIPs:    []corev1.PodIP{{IP: "10.244.0.2"}},
		QOSClass:  corev1.PodQOSBurstable,
	}
	if !reflect.DeepEqual(status, want) {
		t.Errorf("status = %+v, want %+v", status, want)
	}
}

func TestPodStatusKeepsTheTransitionTimesOfWhatDidNotChange(t *testing.T) {
	before := metav1.NewTime(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	pod := &corev1.Pod{Status: corev1.PodStatus{Conditions: []corev1.PodCondition{
		{Type: corev1.PodScheduled, Status: corev1.ConditionTrue, LastTransitionTime: before},
		{Type: corev1.PodInitialized, Status: corev1.ConditionTrue, LastTransitionTime: before},
		{Type: corev1.ContainersReady, Status: corev1.ConditionTrue, LastTransitionTime: before},
		{Type: corev1.PodReady, Status: corev1.ConditionTrue, LastTransitionTime: before},
	}}}
	status := podStatus(pod, "10.244.0.2", []planned{containerOf("app", mainRole)}, []containerState{{phase: running}}, podStart)
	want := map[corev1.PodConditionType]bool{corev1.PodScheduled: true, corev1.PodInitialized: true, corev1.ContainersReady: false, corev1.PodReady: false}
	for _, c := range status.Conditions {
		if kept := c.LastTransitionTime.Equal(&before); kept != want[c.Type] {
			t.Errorf("%s: time kept = %t, want %t", c.Type, kept, want[c.Type])
		}
	}
}

func TestTheSameFactsGiveTheSameStatus(t *testing.T) {
	containers := []planned{containerOf("proxy", sidecar), containerOf("app", mainRole)}
	states := []containerState{{phase: running, started: true, ready: true, since: podStart}, {phase: running, since: podStart}}
	first := podStatus(&corev1.Pod{}, "10.244.0.2", containers, states, podStart)
	again := podStatus(&corev1.Pod{Status: first}, "10.244.0.2", containers, states, podStart)
	if !reflect.DeepEqual(again, first) {
		t.Errorf("second status = %+v, want %+v", again, first)
	}
}

func TestContainerStatus(t *testing.T) {
	truth := func(value bool) *bool { return &value }
	for _, c := range []struct {
		name  string
		role  role
		state containerState
		want  corev1.ContainerStatus
	}{
		{"waits", mainRole, containerState{reason: "CrashLoopBackOff", message: "exit code 2", restarts: 3}, corev1.ContainerStatus{
			Started: truth(false), RestartCount: 3,
			State: corev1.ContainerState{Waiting: &corev1.ContainerStateWaiting{Reason: "CrashLoopBackOff", Message: "exit code 2"}},
		}},
		{"runs", mainRole, containerState{phase: running, started: true, ready: true, since: podStart}, corev1.ContainerStatus{
			Ready: true, Started: truth(true),
			State: corev1.ContainerState{Running: &corev1.ContainerStateRunning{StartedAt: wholeStart}},
		}},
		{"init container succeeded", initOnce, containerState{phase: ended, since: podStart}, corev1.ContainerStatus{
			Ready: true, Started: truth(false),
			State: corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{Reason: "Completed", FinishedAt: wholeStart}},
		}},
		{"init container failed", initOnce, containerState{phase: ended, exitCode: 2, since: podStart}, corev1.ContainerStatus{
			Started: truth(false),
			State:   corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{ExitCode: 2, Reason: "Error", FinishedAt: wholeStart}},
		}},
		{"main container ended", mainRole, containerState{phase: ended, since: podStart}, corev1.ContainerStatus{
			Started: truth(false),
			State:   corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{Reason: "Completed", FinishedAt: wholeStart}},
		}},
	} {
		c.want.Name, c.want.Image = "app", "docker.io/x/app:1"
		c.want.ImageID, c.want.ContainerID = "lab://app", "lab://app"
		if got := containerStatus(containerOf("app", c.role), c.state); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
