package labs

import (
	"context"
	"net/url"

	"istio-mesh/lab/internal/entrance"
	"istio-mesh/lab/internal/split"
)

// Split asks from where the caller is, and tells which of the lab's Pods the answers name. Pods are
// listed before and after: a rollout in between adds some and takes others away.
func (l Layout) Split(ctx context.Context, question split.Question) (split.Result, error) {
	before, err := l.AskStatus(ctx)
	if err != nil {
		return split.Result{}, err
	}
	answers, err := split.Ask(ctx, question)
	if err != nil {
		return split.Result{}, err
	}
	after, err := l.AskStatus(ctx)
	if err != nil {
		return split.Result{}, err
	}
	return split.Tally(splitPods(before.Pods, after.Pods), answers), nil
}

func splitPods(lists ...[]PodSummary) []split.Pod {
	var pods []split.Pod
	seen := map[string]bool{}
	for _, list := range lists {
		for _, pod := range list {
			if !seen[pod.Name] {
				seen[pod.Name] = true
				pods = append(pods, split.Pod{Name: pod.Name, App: pod.App, Version: pod.Version})
			}
		}
	}
	return pods
}

// AtEntrance says whether an address is the lab's entrance, which is outside of the lab's network.
func (l Layout) AtEntrance(address string) bool {
	r, alive := l.running()
	target, err := url.Parse(address)
	return alive && err == nil && entrance.IsNameOf(r.Address, target.Host)
}
