package kubelet

import corev1 "k8s.io/api/core/v1"

// restarts tells whether a container that ended with the exit code is run again.
func restarts(kind role, policy corev1.RestartPolicy, code int32) bool {
	switch {
	case kind == sidecar:
		return true
	case kind == initOnce:
		return code != 0 && policy != corev1.RestartPolicyNever
	case policy == corev1.RestartPolicyNever:
		return false
	case policy == corev1.RestartPolicyOnFailure:
		return code != 0
	}
	return true
}

// phaseOf sums the containers up. A Pod fails at once with an init container that is not run again,
// and otherwise when its last main container has ended.
func phaseOf(policy corev1.RestartPolicy, containers []planned, states []containerState) corev1.PodPhase {
	started, over, failed := false, len(containers) > 0, false
	for i, container := range containers {
		state := states[i]
		gone := state.phase == ended && !restarts(container.role, policy, state.exitCode)
		failed = failed || gone && state.exitCode != 0
		if container.role == mainRole {
			started = started || state.phase != waiting || state.restarts > 0
			over = over && gone
		}
	}
	switch {
	case failed && (over || !started):
		return corev1.PodFailed
	case over:
		return corev1.PodSucceeded
	case started:
		return corev1.PodRunning
	}
	return corev1.PodPending
}

// isOver tells whether the Pod ended for good, as those of a Job do.
func isOver(pod *corev1.Pod) bool {
	return pod.Status.Phase == corev1.PodSucceeded || pod.Status.Phase == corev1.PodFailed
}
