package kubelet

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"sort"
	"syscall"
	"time"

	corev1 "k8s.io/api/core/v1"

	"istio-mesh/lab/internal/apps"
	"istio-mesh/lab/internal/container"
	"istio-mesh/lab/internal/network"
)

const (
	firstBackoff  = time.Second
	longestWait   = 30 * time.Second
	containerPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
)

// runToEnd runs an init container until it succeeds; false means that it never will.
func (r *runner) runToEnd(ctx context.Context, i int) bool {
	for wait := firstBackoff; ctx.Err() == nil; wait = min(2*wait, longestWait) {
		code := r.runOnce(ctx, i)
		if !r.runAgain(i, code) {
			return code == 0
		}
		sleep(ctx, wait)
		r.set(i, func(s *containerState) { s.restarts++ })
	}
	return false
}

func (r *runner) runAgain(i int, code int32) bool {
	return restarts(r.containers[i].role, r.policy, code)
}

// keepRunning runs a container again whenever it ends, with a growing pause, unless its Pod wants
// it otherwise.
func (r *runner) keepRunning(ctx context.Context, i int) {
	for wait := firstBackoff; ctx.Err() == nil; wait = min(2*wait, longestWait) {
		began := time.Now()
		code := r.runOnce(ctx, i)
		if ctx.Err() != nil || !r.runAgain(i, code) {
			return
		}
		if time.Since(began) > longestWait {
			wait = firstBackoff
		}
		r.set(i, func(s *containerState) {
			s.phase, s.reason = waiting, "CrashLoopBackOff"
			s.message = fmt.Sprintf("exit code %d; see %s", code, r.logFile(i))
			s.restarts++
		})
		sleep(ctx, wait)
	}
}

func (r *runner) waitStarted(ctx context.Context, i int) {
	for ctx.Err() == nil {
		r.mutex.Lock()
		started := r.states[i].started
		r.mutex.Unlock()
		if started {
			return
		}
		sleep(ctx, 50*time.Millisecond)
	}
}

// runOnce runs a container to its end and returns the exit code. A container that cannot be started
// counts as one that failed.
func (r *runner) runOnce(ctx context.Context, i int) int32 {
	command, output, err := r.prepare(i)
	if err == nil {
		defer output.Close()
		err = r.network.Do(command.Start)
	}
	if err != nil {
		log.Printf("container %s of Pod %s: %v", r.containers[i].spec.Name, r.name(), err)
		r.set(i, func(s *containerState) { s.phase, s.reason, s.message = waiting, "CreateContainerError", err.Error() })
		return 128
	}
	probes, stopProbes := context.WithCancel(ctx)
	r.set(i, func(s *containerState) {
		*s = containerState{phase: running, restarts: s.restarts, since: time.Now()}
	})
	go r.follow(probes, i)
	done := make(chan struct{})
	go terminate(ctx, command.Process, r.grace(), done)
	err = command.Wait()
	close(done)
	stopProbes()
	code := exitCode(err)
	r.set(i, func(s *containerState) {
		*s = containerState{phase: ended, restarts: s.restarts, since: time.Now(), exitCode: code}
	})
	return code
}

// terminate asks a container to end when ctx does, and ends it for good after its grace period.
func terminate(ctx context.Context, process *os.Process, grace time.Duration, done <-chan struct{}) {
	select {
	case <-done:
		return
	case <-ctx.Done():
	}
	_ = process.Signal(syscall.SIGTERM)
	select {
	case <-done:
	case <-time.After(grace):
		// The process is the first of its PID namespace: with it the kernel ends all its children.
		_ = process.Kill()
	}
}

func (r *runner) grace() time.Duration {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	seconds := r.pod.DeletionGracePeriodSeconds
	if seconds == nil {
		seconds = r.pod.Spec.TerminationGracePeriodSeconds
	}
	if seconds == nil {
		return longestGrace
	}
	return min(time.Duration(*seconds)*time.Second, longestGrace)
}

func exitCode(err error) int32 {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		if status, ok := exit.Sys().(syscall.WaitStatus); ok && status.Signaled() {
			return 128 + int32(status.Signal())
		}
		return int32(exit.ExitCode())
	}
	return 128
}

// follow turns the container's probes into started and ready.
func (r *runner) follow(ctx context.Context, i int) {
	spec := r.containers[i].spec
	ip := r.network.IP.String()
	if spec.StartupProbe != nil {
		started := make(chan struct{})
		inner, cancel := context.WithCancel(ctx)
		go watch(inner, ip, spec, spec.StartupProbe, func(passed bool) {
			if passed {
				close(started)
				cancel()
			}
		})
		select {
		case <-started:
		case <-ctx.Done():
			cancel()
			return
		}
	}
	r.setLive(ctx, i, func(s *containerState) { s.started = true })
	if spec.ReadinessProbe == nil {
		r.setLive(ctx, i, func(s *containerState) { s.ready = true })
		return
	}
	watch(ctx, ip, spec, spec.ReadinessProbe, func(passed bool) {
		r.setLive(ctx, i, func(s *containerState) { s.ready = passed })
	})
}

// setLive drops a probe's answer that arrives after its container ended.
func (r *runner) setLive(ctx context.Context, i int, change func(*containerState)) {
	r.set(i, func(s *containerState) {
		if ctx.Err() == nil && s.phase == running {
			change(s)
		}
	})
}

func (r *runner) logFile(i int) string {
	return filepath.Join(r.kubelet.config.Logs, r.name()+"_"+r.containers[i].spec.Name+".log")
}

func (r *runner) prepare(i int) (*exec.Cmd, *os.File, error) {
	pod, planned := r.view(), r.containers[i]
	env, err := resolveEnv(pod, planned.spec, planned.program.env, r.kubelet.api)
	if err != nil {
		return nil, nil, err
	}
	own, err := r.programFiles(pod, planned)
	if err != nil {
		return nil, nil, err
	}
	uid, gid := planned.user(pod)
	mounts := append(volumeMounts(r.volumesDir(), planned.spec), r.kubelet.config.Tools...)
	mounts = append(mounts, own...)
	mounts = append(mounts,
		container.Mount{Source: filepath.Join(r.etc(), "hosts"), Target: "/etc/hosts"},
		container.Mount{Source: filepath.Join(r.etc(), "resolv.conf"), Target: "/etc/resolv.conf"},
	)
	command, err := container.Command(r.kubelet.config.Self, r.dir, container.Spec{
		Root:   filepath.Join(r.dir, "root-"+planned.spec.Name),
		Mounts: inDepthOrder(mounts),
		Args:   planned.commandLine(env),
		Env:    environment(pod, env),
		Dir:    planned.spec.WorkingDir,
		UID:    uid,
		GID:    gid,
	})
	if err != nil {
		return nil, nil, err
	}
	output, err := container.OpenLog(r.logFile(i))
	if err != nil {
		return nil, nil, err
	}
	command.Stdout, command.Stderr = output, output
	return command, output, nil
}

// programFiles writes the files that the stand-in itself needs and shows their folders.
func (r *runner) programFiles(pod *corev1.Pod, c planned) ([]container.Mount, error) {
	if c.program.files == nil {
		return nil, nil
	}
	env, err := resolveEnv(pod, c.spec, c.program.env, r.kubelet.api)
	if err != nil {
		return nil, err
	}
	files, err := c.program.files(fileSource{namespace: pod.Namespace, env: env, configMap: r.kubelet.requiredConfigMap})
	if err != nil {
		return nil, err
	}
	var mounts []container.Mount
	for target, content := range files {
		dir := filepath.Join(r.dir, "own-"+c.spec.Name, path.Dir(target))
		if err := writeFiles(dir, map[string][]byte{path.Base(target): []byte(content)}); err != nil {
			return nil, err
		}
		mounts = append(mounts, container.Mount{Source: dir, Target: path.Dir(target)})
	}
	return mounts, nil
}

func (k *Kubelet) requiredConfigMap(namespace, name string) (map[string]string, error) {
	data, found, err := k.api.ConfigMap(namespace, name)
	return data, present(found, false, "ConfigMap", namespace, name, err)
}

// inDepthOrder mounts a folder before what is mounted inside it.
func inDepthOrder(mounts []container.Mount) []container.Mount {
	sort.SliceStable(mounts, func(a, b int) bool { return len(mounts[a].Target) < len(mounts[b].Target) })
	return mounts
}

func environment(pod *corev1.Pod, env map[string]string) []string {
	all := map[string]string{
		"PATH":                    containerPath,
		"HOME":                    "/",
		"HOSTNAME":                pod.Name,
		"KUBERNETES_SERVICE_HOST": network.APIServiceIP.String(),
		"KUBERNETES_SERVICE_PORT": "443",
	}
	if version := pod.Labels["version"]; version != "" {
		all[apps.VersionVariable] = version
	}
	for name, value := range env {
		all[name] = value
	}
	lines := make([]string, 0, len(all))
	for name, value := range all {
		lines = append(lines, name+"="+value)
	}
	sort.Strings(lines)
	return lines
}
