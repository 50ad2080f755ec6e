// Package split asks a URL many times and counts which Pods the answers name.
package split

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Pod is one that an answer may name.
type Pod struct {
	Name, App, Version string
}

// Answer is what came of one request.
type Answer struct {
	// Status is the code, 0 where there was no answer.
	Status int
	// Text is all that the answer says, headers included.
	Text string
	// Err says why there was no answer.
	Err string
}

// Count is how many answers name Pods of one version of an application.
type Count struct {
	App, Version string
	// Answers are those that name a Pod of the version, however many of them.
	Answers int
	// Pods are the answers by Pod.
	Pods map[string]int
}

// Result is what all answers together show.
type Result struct {
	Requests int
	// Outcomes counts answers by status, or by the reason why there was none.
	Outcomes map[string]int
	// Counts are by application and version.
	Counts []Count
	// Unnamed are the answers that name none of the Pods.
	Unnamed int
}

// Tally counts who gave the answers. An answer may name Pods of several applications: a page shows
// who served it and whom it asked.
func Tally(pods []Pod, answers []Answer) Result {
	result := Result{Requests: len(answers), Outcomes: map[string]int{}}
	counts := map[[2]string]*Count{}
	for _, answer := range answers {
		result.Outcomes[answer.outcome()]++
		named := namedIn(answer.Text, pods)
		if len(named) == 0 {
			result.Unnamed++
		}
		seen := map[[2]string]bool{}
		for _, pod := range named {
			key := [2]string{pod.App, pod.Version}
			if counts[key] == nil {
				counts[key] = &Count{App: pod.App, Version: pod.Version, Pods: map[string]int{}}
			}
			counts[key].Pods[pod.Name]++
			if !seen[key] {
				counts[key].Answers++
			}
			seen[key] = true
		}
	}
	for _, count := range counts {
		result.Counts = append(result.Counts, *count)
	}
	slices.SortFunc(result.Counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(a.App, b.App), cmp.Compare(a.Version, b.Version))
	})
	return result
}

func (a Answer) outcome() string {
	if a.Status == 0 {
		return a.Err
	}
	return strconv.Itoa(a.Status)
}

func namedIn(text string, pods []Pod) []Pod {
	var named []Pod
	for _, pod := range pods {
		if strings.Contains(text, pod.Name) {
			named = append(named, pod)
		}
	}
	return named
}

// Print writes the result for people.
func (r Result) Print(out io.Writer) {
	fmt.Fprintf(out, "%d requests: %s\n", r.Requests, r.outcomes())
	if len(r.Counts) == 0 {
		fmt.Fprintln(out, "no answer names a Pod of the lab")
		return
	}
	counts := r.Counts
	if r.Unnamed > 0 {
		counts = append(slices.Clone(counts), Count{App: "(none named)", Answers: r.Unnamed})
	}
	app, version := len("APP"), len("VERSION")
	for _, count := range counts {
		app, version = max(app, len(count.App)), max(version, len(count.Version))
	}
	row := fmt.Sprintf("%%-%ds  %%-%ds  %%7s  %%7s  %%s\n", app, version)
	fmt.Fprintf(out, row, "APP", "VERSION", "ANSWERS", "SHARE", "PODS")
	for _, count := range counts {
		fmt.Fprintf(out, row, count.App, count.Version, strconv.Itoa(count.Answers), r.share(count.Answers), byPod(count.Pods))
	}
}

func (r Result) outcomes() string {
	return joined(r.Outcomes, func(outcome string, count int) string { return fmt.Sprintf("%d × %s", count, outcome) })
}

func (r Result) share(count int) string {
	return fmt.Sprintf("%.1f %%", 100*float64(count)/float64(r.Requests))
}

func byPod(pods map[string]int) string {
	return joined(pods, func(pod string, count int) string { return fmt.Sprintf("%s %d", pod, count) })
}

// joined lists counts with the highest first.
func joined(counts map[string]int, words func(name string, count int) string) string {
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = words(name, counts[name])
	}
	return strings.Join(parts, ", ")
}
