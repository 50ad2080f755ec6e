package kubelet

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// probe asks a container once. A kind of probe that the lab cannot ask counts as passed.
func probe(ctx context.Context, ip string, spec *corev1.Container, handler corev1.ProbeHandler, timeout time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	switch {
	case handler.HTTPGet != nil:
		return probeHTTP(ctx, ip, spec, handler.HTTPGet)
	case handler.TCPSocket != nil:
		port, err := portNumber(spec, handler.TCPSocket.Port)
		if err != nil {
			return err
		}
		connection, err := (&net.Dialer{}).DialContext(ctx, "tcp", net.JoinHostPort(ip, itoa(port)))
		if err != nil {
			return err
		}
		return connection.Close()
	}
	return nil
}

var probeClient = &http.Client{
	Transport: &http.Transport{
		DisableKeepAlives: true,
		// As a kubelet: a probe checks that somebody answers, not who.
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

func probeHTTP(ctx context.Context, ip string, spec *corev1.Container, get *corev1.HTTPGetAction) error {
	port, err := portNumber(spec, get.Port)
	if err != nil {
		return err
	}
	host := get.Host
	if host == "" {
		host = ip
	}
	scheme := strings.ToLower(string(get.Scheme))
	if scheme == "" {
		scheme = "http"
	}
	url := fmt.Sprintf("%s://%s/%s", scheme, net.JoinHostPort(host, itoa(port)), strings.TrimPrefix(get.Path, "/"))
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	for _, header := range get.HTTPHeaders {
		request.Header.Set(header.Name, header.Value)
	}
	response, err := probeClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode < 200 || response.StatusCode >= 400 {
		return fmt.Errorf("GET %s: %s", url, response.Status)
	}
	return nil
}

func portNumber(spec *corev1.Container, port intstr.IntOrString) (int, error) {
	if port.Type == intstr.Int {
		return port.IntValue(), nil
	}
	for _, declared := range spec.Ports {
		if declared.Name == port.StrVal {
			return int(declared.ContainerPort), nil
		}
	}
	return 0, fmt.Errorf("container %s has no port named %q", spec.Name, port.StrVal)
}

// firstInterval is how often a probe is asked until it first passes; a lab is waited for by a person.
const firstInterval = 250 * time.Millisecond

// watch asks a probe for as long as ctx lasts and reports each change of its answer.
func watch(ctx context.Context, ip string, spec *corev1.Container, p *corev1.Probe, report func(passed bool)) {
	failures, passed := int32(0), false
	for ctx.Err() == nil {
		err := probe(ctx, ip, spec, p.ProbeHandler, seconds(p.TimeoutSeconds, 1))
		switch {
		case err == nil:
			failures = 0
			if !passed {
				passed = true
				report(true)
			}
		case passed:
			if failures++; failures >= atLeastOne(p.FailureThreshold, 3) {
				passed = false
				report(false)
			}
		}
		wait := firstInterval
		if passed {
			wait = seconds(p.PeriodSeconds, 10)
		}
		sleep(ctx, wait)
	}
}

func seconds(value, otherwise int32) time.Duration {
	return time.Duration(atLeastOne(value, otherwise)) * time.Second
}

func atLeastOne(value, otherwise int32) int32 {
	if value < 1 {
		return otherwise
	}
	return value
}

func sleep(ctx context.Context, duration time.Duration) {
	timer := time.NewTimer(duration)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
