package kubelet

import (
	corev1 "k8s.io/api/core/v1"
)

// role is when a container runs.
type role int

const (
	initOnce role = iota // to its end, before the next starts
	sidecar              // an init container that keeps running
	mainRole             // after all init containers
)

// planned is one container with the program that stands in for its image.
type planned struct {
	role    role
	spec    *corev1.Container
	program program
}

// plan decides whether the lab runs the Pod and lists its containers in start order. A Pod is run
// only if every one of its images is known: half a Pod would mislead.
func plan(pod *corev1.Pod) ([]planned, bool) {
	if pod.Spec.HostNetwork {
		return nil, false
	}
	var containers []planned
	for i := range pod.Spec.InitContainers {
		spec := &pod.Spec.InitContainers[i]
		kind := initOnce
		if spec.RestartPolicy != nil && *spec.RestartPolicy == corev1.ContainerRestartPolicyAlways {
			kind = sidecar
		}
		containers = append(containers, planned{role: kind, spec: spec})
	}
	for i := range pod.Spec.Containers {
		containers = append(containers, planned{role: mainRole, spec: &pod.Spec.Containers[i]})
	}
	for i := range containers {
		known, found := programFor(containers[i].spec.Image)
		if !found {
			return nil, false
		}
		containers[i].program = known
	}
	return containers, true
}

// commandLine is what the container runs: command over entrypoint, then arguments, expanded.
func (c planned) commandLine(env map[string]string) []string {
	line := c.spec.Command
	if len(line) == 0 {
		line = append(append([]string{}, c.program.entrypoint...), appArguments(c)...)
	}
	line = append(append([]string{}, line...), c.spec.Args...)
	for i := range line {
		line[i] = expand(line[i], env)
	}
	return line
}

// appArguments tells a stand-in application on which port the Pod declares to serve.
func appArguments(c planned) []string {
	entrypoint := c.program.entrypoint
	if len(entrypoint) < 2 || entrypoint[1] != AppCommand || len(c.spec.Ports) == 0 {
		return nil
	}
	return []string{"--port", itoa(int(c.spec.Ports[0].ContainerPort))}
}

// user is the uid and gid that the container runs as.
func (c planned) user(pod *corev1.Pod) (uid, gid int) {
	uid = c.program.uid
	if context := pod.Spec.SecurityContext; context != nil {
		uid, gid = override(uid, context.RunAsUser), override(gid, context.RunAsGroup)
	}
	if context := c.spec.SecurityContext; context != nil {
		uid, gid = override(uid, context.RunAsUser), override(gid, context.RunAsGroup)
	}
	if gid == 0 && uid != 0 {
		gid = uid
	}
	return uid, gid
}

func override(value int, by *int64) int {
	if by == nil {
		return value
	}
	return int(*by)
}
