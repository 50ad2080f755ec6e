package labs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/kubernetes"

	"istio-mesh/lab/internal/controlplane"
	"istio-mesh/lab/internal/kubelet"
	"istio-mesh/lab/internal/loadbalancer"
	"istio-mesh/lab/internal/network"
	"istio-mesh/lab/internal/pki"
	"istio-mesh/lab/internal/process"
)

const (
	readyTimeout = 90 * time.Second
	stopTimeout  = 20 * time.Second
)

// supervisor holds a running lab together.
type supervisor struct {
	layout    Layout
	self      string
	steps     steps
	processes *process.Group
	client    *kubernetes.Clientset
	dynamic   dynamic.Interface
	paths     controlplane.Paths
}

// Supervise runs a lab until it is told to end. events is where `lab up` listens; entrance is a
// listener in the host's network whose connections go to the lab's first gateway.
func Supervise(self string, layout Layout, events io.Writer, entrance net.Listener) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	s := &supervisor{
		layout:    layout,
		self:      self,
		steps:     steps{out: events, now: time.Now},
		processes: process.NewGroup(ctx, layout.Logs()),
		paths: controlplane.Paths{
			Binary:     filepath.Join(layout.Bin(), "kubernetes"),
			PKI:        layout.path("pki"),
			Data:       layout.path("data"),
			Kubeconfig: layout.Kubeconfig(),
			KwokConfig: layout.kwok(),
		},
	}
	if err := s.start(ctx); err != nil {
		return err
	}
	services, err := s.services(ctx, entrance)
	if err != nil {
		return err
	}
	s.steps.send(event{Step: lastStep, Done: true})
	log.Print(lastStep)
	<-ctx.Done()
	return s.end(services)
}

// start brings up the control plane, step by step.
func (s *supervisor) start(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, readyTimeout)
	defer cancel()
	list := []struct {
		name string
		log  string
		work func() error
	}{
		{"network", s.layout.ownLog(), network.SetUpNode},
		{"certificates and kubeconfig", s.layout.ownLog(), s.writeFiles},
		{"etcd and API server", s.processes.Log("kube-apiserver"), func() error { return s.startAPIServer(ctx) }},
		{"controllers, scheduler, kwok", s.processes.Log("kwok"), func() error { return s.startRest(ctx) }},
	}
	for _, step := range list {
		if err := s.steps.run(step.name, step.log, step.work); err != nil {
			return err
		}
	}
	return nil
}

// writeFiles keeps what an earlier life of the lab left: its certificates match its stored data.
func (s *supervisor) writeFiles() error {
	if _, err := os.Stat(s.paths.Kubeconfig); errors.Is(err, fs.ErrNotExist) {
		if err := pki.Write(s.paths.PKI, controlplane.ServerNames()); err != nil {
			return err
		}
		if err := controlplane.WriteKubeconfig(s.paths, "lab-"+s.layout.Name); err != nil {
			return err
		}
	}
	if err := s.writeBootstrap(); err != nil {
		return err
	}
	config, err := kwokConfig(s.layout.Bin())
	if err != nil {
		return err
	}
	return os.WriteFile(s.paths.KwokConfig, []byte(config), 0o644)
}

func (s *supervisor) startAPIServer(ctx context.Context) error {
	for _, spec := range []process.Spec{controlplane.Etcd(s.paths), controlplane.APIServer(s.paths)} {
		if err := s.processes.Start(spec); err != nil {
			return err
		}
	}
	client, err := controlplane.Client(s.paths.Kubeconfig)
	if err != nil {
		return err
	}
	s.client = client
	if s.dynamic, err = controlplane.DynamicClient(s.paths.Kubeconfig); err != nil {
		return err
	}
	return controlplane.WaitReady(ctx, client)
}

func (s *supervisor) startRest(ctx context.Context) error {
	for _, spec := range controlplane.Rest(s.paths) {
		spec.Env = append(spec.Env, "PATH="+s.layout.Bin()+":"+os.Getenv("PATH"))
		if err := s.processes.Start(spec); err != nil {
			return err
		}
	}
	if err := controlplane.CreateNodes(ctx, s.client); err != nil {
		return err
	}
	return controlplane.WaitNodesReady(ctx, s.client)
}

// end stops Pods before the control plane, so that their last words can still be heard.
func (s *supervisor) end(services *background) error {
	finished := make(chan struct{})
	go func() {
		services.wait()
		s.processes.Wait()
		close(finished)
	}()
	select {
	case <-finished:
		return nil
	case <-time.After(stopTimeout):
		return fmt.Errorf("still running after %s; the kernel ends the rest", stopTimeout)
	}
}

func (s *supervisor) kubelet() (*kubelet.Kubelet, error) {
	tools, err := containerTools(s.self, s.layout)
	if err != nil {
		return nil, err
	}
	return kubelet.New(kubelet.Config{
		Iptables: filepath.Join(s.layout.Bin(), "iptables"),
		Dynamic:  s.dynamic,
		Self:     s.self,
		Dir:      s.layout.pods(),
		Etc:      s.layout.etc(),
		Networks: networks,
		Logs:     filepath.Join(s.layout.Logs(), "pods"),
		Tools:    tools,
	}, s.client), nil
}

func (s *supervisor) loadBalancer(ctx context.Context) error { return loadbalancer.Run(ctx, s.client) }
