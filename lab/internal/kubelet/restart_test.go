package kubelet

import (
	"testing"

	corev1 "k8s.io/api/core/v1"
)

func TestRestarts(t *testing.T) {
	const (
		always    = corev1.RestartPolicyAlways
		onFailure = corev1.RestartPolicyOnFailure
		never     = corev1.RestartPolicyNever
	)
	for _, c := range []struct {
		name        string
		role        role
		policy      corev1.RestartPolicy
		ok, failure bool
	}{
		{"a container of a Deployment", mainRole, always, true, true},
		{"a container without a policy", mainRole, "", true, true},
		{"a container of a Job", mainRole, onFailure, false, true},
		{"a container that runs once", mainRole, never, false, false},
		{"an init container", initOnce, always, false, true},
		{"an init container of a Job", initOnce, onFailure, false, true},
		{"an init container that runs once", initOnce, never, false, false},
		{"a sidecar of a Job", sidecar, onFailure, true, true},
		{"a sidecar beside what runs once", sidecar, never, true, true},
	} {
		if got := restarts(c.role, c.policy, 0); got != c.ok {
			t.Errorf("%s after success: %t, want %t", c.name, got, c.ok)
		}
		if got := restarts(c.role, c.policy, 1); got != c.failure {
			t.Errorf("%s after failure: %t, want %t", c.name, got, c.failure)
		}
	}
}

func TestPhaseOfAJobsPod(t *testing.T) {
	var (
		notYet     = containerState{reason: "PodInitializing"}
		runs       = containerState{phase: running, started: true, ready: true}
		done       = containerState{phase: ended}
		failed     = containerState{phase: ended, exitCode: 1}
		restarting = containerState{phase: waiting, reason: "CrashLoopBackOff", restarts: 1}
	)
	full := []planned{containerOf("init", initOnce), containerOf("proxy", sidecar), containerOf("app", mainRole)}
	two := []planned{containerOf("app", mainRole), containerOf("second", mainRole)}
	for _, c := range []struct {
		name       string
		policy     corev1.RestartPolicy
		containers []planned
		states     []containerState
		want       corev1.PodPhase
	}{
		{"it runs", corev1.RestartPolicyOnFailure, full, []containerState{done, runs, runs}, corev1.PodRunning},
		{"it succeeded, the sidecar still runs", corev1.RestartPolicyOnFailure, full, []containerState{done, runs, done}, corev1.PodSucceeded},
		{"it succeeded, the sidecar was ended", corev1.RestartPolicyOnFailure, full, []containerState{done, failed, done}, corev1.PodSucceeded},
		{"it failed and is tried again", corev1.RestartPolicyOnFailure, full, []containerState{done, runs, failed}, corev1.PodRunning},
		{"it waits for the next try", corev1.RestartPolicyOnFailure, full, []containerState{done, runs, restarting}, corev1.PodRunning},
		{"it failed for good", corev1.RestartPolicyNever, full, []containerState{done, runs, failed}, corev1.PodFailed},
		{"the init container is tried again", corev1.RestartPolicyOnFailure, full, []containerState{failed, notYet, notYet}, corev1.PodPending},
		{"the init container failed for good", corev1.RestartPolicyNever, full, []containerState{failed, notYet, notYet}, corev1.PodFailed},
		{"one of two is done", corev1.RestartPolicyNever, two, []containerState{done, runs}, corev1.PodRunning},
		{"one of two failed, the other runs", corev1.RestartPolicyNever, two, []containerState{failed, runs}, corev1.PodRunning},
		{"one of two failed, the other is done", corev1.RestartPolicyNever, two, []containerState{failed, done}, corev1.PodFailed},
		{"a container of a Deployment ended", corev1.RestartPolicyAlways, two, []containerState{done, done}, corev1.PodRunning},
	} {
		if got := phaseOf(c.policy, c.containers, c.states); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestIsOver(t *testing.T) {
	for phase, want := range map[corev1.PodPhase]bool{
		"": false, corev1.PodPending: false, corev1.PodRunning: false, corev1.PodSucceeded: true, corev1.PodFailed: true,
	} {
		if got := isOver(&corev1.Pod{Status: corev1.PodStatus{Phase: phase}}); got != want {
			t.Errorf("%q: %t, want %t", phase, got, want)
		}
	}
}
