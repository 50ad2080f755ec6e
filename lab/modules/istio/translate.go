package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"istio.io/istio/pilot/pkg/features"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/log"
	"istio.io/istio/pkg/test"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

// patience is what one question may take; a question takes well under a second.
const patience = time.Minute

// question asks what Envoy configuration istiod gives proxies for a set of objects.
type question struct {
	ID         int                          `json:"id"`
	Objects    []*unstructured.Unstructured `json:"objects"`
	MeshConfig json.RawMessage              `json:"meshConfig"`
	// Ambient has to be what PILOT_ENABLE_AMBIENT was at the start of the process: Istio reads its
	// switches once.
	Ambient bool `json:"ambient"`
	// ClusterDomain is the DNS domain of the cluster, cluster.local unless given.
	ClusterDomain string      `json:"clusterDomain"`
	Proxies       []proxySpec `json:"proxies"`
}

type answer struct {
	ID      int                     `json:"id"`
	Proxies map[string]*proxyConfig `json:"proxies,omitempty"`
	Error   string                  `json:"error,omitempty"`
}

// translate reads questions as JSON, one a line, and answers each with a line. Each is asked of a
// server of its own, so that none sees what another brought. The arguments are files with custom
// resource definitions. Logs go to the other stream.
func translate() error {
	if err := logToStderr(); err != nil {
		return err
	}
	known, err := readDefinitions(os.Args[1:])
	if err != nil {
		return err
	}
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, longestObject)
	output := json.NewEncoder(os.Stdout)
	for input.Scan() {
		if err := output.Encode(answerLine(known, input.Bytes())); err != nil {
			return err
		}
	}
	return input.Err()
}

func logToStderr() error {
	options := log.DefaultOptions()
	options.OutputPaths = []string{"stderr"}
	options.SetDefaultOutputLevel(log.OverrideScopeName, log.WarnLevel)
	return log.Configure(options)
}

func answerLine(known definitions, line []byte) answer {
	var asked question
	// The number first: also an answer to a broken question needs it.
	var number struct {
		ID int `json:"id"`
	}
	if err := json.Unmarshal(line, &number); err != nil {
		return answer{Error: err.Error()}
	}
	if err := json.Unmarshal(line, &asked); err != nil {
		return answer{ID: number.ID, Error: err.Error()}
	}
	proxies, err := withPatience(func() (map[string]*proxyConfig, error) { return ask(known, asked) })
	if err != nil {
		return answer{ID: number.ID, Error: err.Error()}
	}
	return answer{ID: number.ID, Proxies: proxies}
}

func withPatience(work func() (map[string]*proxyConfig, error)) (map[string]*proxyConfig, error) {
	type result struct {
		proxies map[string]*proxyConfig
		err     error
	}
	done := make(chan result, 1)
	go func() {
		proxies, err := work()
		done <- result{proxies, err}
	}()
	select {
	case got := <-done:
		return got.proxies, got.err
	case <-time.After(patience):
		return nil, fmt.Errorf("no answer after %s", patience)
	}
}

// ask completes the cluster and asks istiod's code about every proxy.
func ask(known definitions, asked question) (map[string]*proxyConfig, error) {
	if asked.Ambient != features.EnableAmbient {
		return nil, fmt.Errorf("ambient is %t, and the process was started with PILOT_ENABLE_AMBIENT=%t", asked.Ambient, features.EnableAmbient)
	}
	if asked.ClusterDomain == "" {
		asked.ClusterDomain = constants.DefaultClusterLocalDomain
	}
	var proxies map[string]*proxyConfig
	err := guarded(func(t test.Failer) error {
		cluster, err := newWorld(known, asked.Objects, asked.ClusterDomain)
		if err != nil {
			return err
		}
		if err := cluster.complete(asked.Proxies); err != nil {
			return err
		}
		read, err := cluster.inputs(asked.MeshConfig)
		if err != nil {
			return err
		}
		proxies, err = startIstiod(t, read).settledConfigs(asked.Proxies)
		return err
	})
	return proxies, err
}

// guarded runs what expects a test around itself. Failing ends it, panicking too, and both become the
// error; what it started is stopped.
func guarded(work func(t test.Failer) error) error {
	var own error
	failed := test.Wrap(func(t test.Failer) {
		defer func() {
			if cause := recover(); cause != nil {
				own = fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
			}
		}()
		own = work(t)
	})
	if own != nil {
		return own
	}
	return failed
}
