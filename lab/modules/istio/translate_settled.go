package main

import (
	"fmt"
	"slices"
	"time"

	"google.golang.org/protobuf/proto"
	"istio.io/istio/pilot/pkg/model"
)

const (
	// sameAnswers are as many equal answers in a row as show that nothing more arrives: istiod's
	// collections work on events of each other, and nobody says when the last has come.
	sameAnswers = 3
	betweenAsks = 25 * time.Millisecond
	// mostAsks ends a search for an answer that is another one each time.
	mostAsks = 400
)

// settledConfigs asks for all proxies until the answers stay the same.
func (s *istiod) settledConfigs(specs []proxySpec) (map[string]*proxyConfig, error) {
	if err := differentNames(specs); err != nil {
		return nil, err
	}
	var answers []*given
	var last []string
	for asked, same := 0, 0; same < sameAnswers; asked++ {
		if asked == mostAsks {
			return nil, fmt.Errorf("no two of %d answers are the same", asked)
		}
		s.push()
		answers = answers[:0]
		for _, spec := range specs {
			answers = append(answers, s.give(spec))
		}
		now, err := fingerprint(answers)
		if err != nil {
			return nil, err
		}
		if same++; !slices.Equal(now, last) {
			same = 1
		}
		last = now
		time.Sleep(betweenAsks)
	}
	return s.configs(specs, answers)
}

func differentNames(specs []proxySpec) error {
	seen := map[string]bool{}
	for _, spec := range specs {
		if seen[spec.Name] {
			return fmt.Errorf("two proxies are called %q", spec.Name)
		}
		seen[spec.Name] = true
	}
	return nil
}

// push makes istiod compute everything anew and waits until it has.
func (s *istiod) push() {
	s.discovery.ConfigUpdate(&model.PushRequest{Forced: true})
	wanted := s.discovery.InboundUpdates.Load()
	for s.discovery.CommittedUpdates.Load() < wanted {
		time.Sleep(time.Millisecond)
	}
}

// fingerprint is the same for the same answers, whatever the order of what they hold.
func fingerprint(answers []*given) ([]string, error) {
	var all []string
	for i, answer := range answers {
		var own []string
		for _, list := range [][]proto.Message{answer.listeners, answer.routes, answer.clusters, answer.endpoints} {
			for _, one := range list {
				text, err := proto.MarshalOptions{Deterministic: true}.Marshal(one)
				if err != nil {
					return nil, err
				}
				own = append(own, fmt.Sprintf("%d %s", i, text))
			}
		}
		slices.Sort(own)
		all = append(all, own...)
	}
	return all, nil
}

func (s *istiod) configs(specs []proxySpec, answers []*given) (map[string]*proxyConfig, error) {
	all := map[string]*proxyConfig{}
	for i, spec := range specs {
		config, err := s.config(answers[i])
		if err != nil {
			return nil, fmt.Errorf("proxy %q: %w", spec.Name, err)
		}
		all[spec.Name] = config
	}
	return all, nil
}
