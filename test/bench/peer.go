// The engine's work as the loops of a Go program: a peer of the benchmark.
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"syscall"
)

func numberAt(seed, index uint32) float64 {
	h := seed*0x9e3779b9 + index
	h = (h ^ (h >> 16)) * 0x85ebca6b
	h = (h ^ (h >> 13)) * 0xc2b2ae35
	return float64(h^(h>>16)) / 4294967296
}

type Case interface {
	start()
	step()
	result() []float64
}

const ensembles = 1024

// Weighted coherence of many small ensembles over one matrix of weights.
type coherence struct {
	size    int
	weights [][]float64
	phases  [][]float64
	found   []float64
}

func (c *coherence) start() {
	c.weights = make([][]float64, c.size)
	for i := range c.weights {
		c.weights[i] = make([]float64, c.size)
		for j := range c.weights[i] {
			c.weights[i][j] = numberAt(5, uint32(i*c.size+j))
		}
	}
	c.phases = make([][]float64, ensembles)
	for e := range c.phases {
		c.phases[e] = make([]float64, c.size)
		for i := range c.phases[e] {
			c.phases[e][i] = 2 * math.Pi * (numberAt(2, uint32(e*c.size+i)) - 0.5)
		}
	}
	c.found = make([]float64, ensembles)
}

func globalCoherence(weights [][]float64, phases []float64) float64 {
	sum := 0.0
	for i := range phases {
		for j := range phases {
			if i != j {
				sum += weights[i][j] * math.Cos(phases[i]-phases[j])
			}
		}
	}
	return sum
}

func (c *coherence) step() {
	for e, phases := range c.phases {
		c.found[e] = globalCoherence(c.weights, phases)
	}
}

func (c *coherence) result() []float64 {
	return c.found
}

var cases = map[string]Case{
	"coherence-4":  &coherence{size: 4},
	"coherence-16": &coherence{size: 16},
}

func now() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var word, name string
		var steps int
		fmt.Sscan(lines.Text(), &word, &name, &steps)
		each := cases[name]
		each.start()
		before := now()
		for k := 0; k < steps; k++ {
			each.step()
		}
		spent := now() - before
		if word == "check" {
			for _, value := range each.result() {
				fmt.Print(value, " ")
			}
			fmt.Println()
		} else {
			fmt.Println(spent)
		}
	}
}
