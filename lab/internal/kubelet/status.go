package kubelet

import (
	"strconv"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"istio-mesh/lab/internal/network"
)

// ContainerScheme begins the identifiers of containers that the lab runs.
const ContainerScheme = "lab://"

// phase of a container's life.
type phase int

const (
	waiting phase = iota
	running
	ended
)

// containerState is what the runner knows of one container.
type containerState struct {
	phase    phase
	ready    bool
	started  bool
	restarts int32
	since    time.Time
	exitCode int32
	reason   string
	message  string
}

// podStatus is the status that a kubelet would report. It is a pure function of what is known, so
// that the same facts never cause a second write.
func podStatus(pod *corev1.Pod, ip string, containers []planned, states []containerState, since time.Time) corev1.PodStatus {
	start := metav1.NewTime(since.Truncate(time.Second))
	status := corev1.PodStatus{
		Phase:     phaseOf(pod.Spec.RestartPolicy, containers, states),
		StartTime: &start,
		HostIP:    network.NodeIP.String(),
		HostIPs:   []corev1.HostIP{{IP: network.NodeIP.String()}},
		PodIP:     ip,
		PodIPs:    []corev1.PodIP{{IP: ip}},
		QOSClass:  pod.Status.QOSClass,
	}
	initialized, ready := true, true
	for i, container := range containers {
		state := states[i]
		report := containerStatus(container, state)
		switch container.role {
		case mainRole:
			status.ContainerStatuses = append(status.ContainerStatuses, report)
			ready = ready && report.Ready
		case sidecar:
			status.InitContainerStatuses = append(status.InitContainerStatuses, report)
			initialized = initialized && state.started
			ready = ready && report.Ready
		case initOnce:
			status.InitContainerStatuses = append(status.InitContainerStatuses, report)
			initialized = initialized && report.Ready
		}
	}
	status.Conditions = []corev1.PodCondition{
		condition(pod, corev1.PodScheduled, true),
		condition(pod, corev1.PodInitialized, initialized),
		condition(pod, corev1.ContainersReady, initialized && ready),
		condition(pod, corev1.PodReady, initialized && ready),
	}
	return status
}

// condition keeps the transition time of an unchanged condition.
func condition(pod *corev1.Pod, kind corev1.PodConditionType, holds bool) corev1.PodCondition {
	value := corev1.ConditionFalse
	if holds {
		value = corev1.ConditionTrue
	}
	for _, old := range pod.Status.Conditions {
		if old.Type == kind && old.Status == value {
			return old
		}
	}
	return corev1.PodCondition{Type: kind, Status: value, LastTransitionTime: metav1.NewTime(time.Now().Truncate(time.Second))}
}

func containerStatus(container planned, state containerState) corev1.ContainerStatus {
	started := state.started
	report := corev1.ContainerStatus{
		Name:         container.spec.Name,
		Image:        container.spec.Image,
		ImageID:      ContainerScheme + imageName(container.spec.Image),
		ContainerID:  ContainerScheme + container.spec.Name,
		Ready:        state.ready,
		Started:      &started,
		RestartCount: state.restarts,
	}
	since := metav1.NewTime(state.since.Truncate(time.Second))
	switch state.phase {
	case waiting:
		report.State.Waiting = &corev1.ContainerStateWaiting{Reason: state.reason, Message: state.message}
	case running:
		report.State.Running = &corev1.ContainerStateRunning{StartedAt: since}
	case ended:
		reason := "Completed"
		if state.exitCode != 0 {
			reason = "Error"
		}
		report.State.Terminated = &corev1.ContainerStateTerminated{ExitCode: state.exitCode, Reason: reason, FinishedAt: since}
		report.Ready = container.role == initOnce && state.exitCode == 0
	}
	return report
}

func itoa(number int) string { return strconv.Itoa(number) }
