package split

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"
)

const (
	patience     = 10 * time.Second
	longestBody  = 1 << 20
	mostRequests = 100_000
)

// Question is what is asked, and how often.
type Question struct {
	URL     string   `json:"url"`
	Count   int      `json:"count"`
	Headers []string `json:"headers"`
}

// Request is one request of the question, or what is wrong with it.
func (q Question) Request(ctx context.Context) (*http.Request, error) {
	if q.Count < 1 || q.Count > mostRequests {
		return nil, fmt.Errorf("--count: %d; allowed are 1 to %d", q.Count, mostRequests)
	}
	address, err := url.Parse(q.URL)
	if err != nil || address.Host == "" || address.Scheme != "http" {
		return nil, fmt.Errorf("%q is not a URL that can be asked; write http://host/path", q.URL)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, q.URL, nil)
	if err != nil {
		return nil, err
	}
	for _, header := range q.Headers {
		name, value, found := strings.Cut(header, ":")
		if !found || name == "" {
			return nil, fmt.Errorf("--header: %q is not a header; write 'name: value'", header)
		}
		if strings.EqualFold(name, "Host") {
			request.Host = strings.TrimSpace(value)
			continue
		}
		request.Header.Add(name, strings.TrimSpace(value))
	}
	return request, nil
}

// Ask asks one request after the other, each on a connection of its own, so that splits of
// connections show like those of requests.
func Ask(ctx context.Context, question Question) ([]Answer, error) {
	client := &http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		Timeout:       patience,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	answers := make([]Answer, 0, question.Count)
	for range question.Count {
		request, err := question.Request(ctx)
		if err != nil {
			return nil, err
		}
		answers = append(answers, ask(client, request))
		if ctx.Err() != nil {
			return nil, errors.New("interrupted")
		}
	}
	return answers, nil
}

func ask(client *http.Client, request *http.Request) Answer {
	response, err := client.Do(request)
	if err != nil {
		return Answer{Err: reason(err)}
	}
	defer response.Body.Close()
	var text strings.Builder
	_ = response.Header.Write(&text)
	_, err = io.Copy(&text, io.LimitReader(response.Body, longestBody))
	if err != nil {
		return Answer{Err: reason(err)}
	}
	return Answer{Status: response.StatusCode, Text: text.String()}
}

// reason is the same text for the same failure: what a connection was called does not count.
func reason(err error) string {
	var timeout interface{ Timeout() bool }
	switch {
	case errors.As(err, &timeout) && timeout.Timeout():
		return "no answer within " + patience.String()
	case errors.Is(err, syscall.ECONNREFUSED):
		return "connection refused"
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "connection broken"
	}
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err
	}
	return err.Error()
}
