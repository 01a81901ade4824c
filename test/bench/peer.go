// The engine's work as the loops of a Go program: a peer of the benchmark.
package main

import (
	"bufio"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"math"
	"math/cmplx"
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

// A field of quaternions that turns about one axis.
type quaternion struct{ w, x, y, z float64 }

func (a quaternion) times(b quaternion) quaternion {
	return quaternion{
		a.w*b.w - a.x*b.x - a.y*b.y - a.z*b.z,
		a.w*b.x + a.x*b.w + a.y*b.z - a.z*b.y,
		a.w*b.y - a.x*b.z + a.y*b.w + a.z*b.x,
		a.w*b.z + a.x*b.y - a.y*b.x + a.z*b.w,
	}
}

func (a quaternion) normalised() quaternion {
	length := math.Sqrt(a.w*a.w + a.x*a.x + a.y*a.y + a.z*a.z)
	return quaternion{a.w / length, a.x / length, a.y / length, a.z / length}
}

const sites = 4096
const stepsOfCall = 16

type field struct {
	amplitudes, values  []quaternion
	phases, frequencies []float64
}

func (f *field) start() {
	f.amplitudes = make([]quaternion, sites)
	f.values = make([]quaternion, sites)
	f.phases = make([]float64, sites)
	f.frequencies = make([]float64, sites)
	for i := range f.phases {
		f.amplitudes[i] = quaternion{0.5, 0.5, -0.5, 0.5}
		f.phases[i] = 2 * math.Pi * (numberAt(2, uint32(i)) - 0.5)
		f.frequencies[i] = 2 * math.Pi * (numberAt(3, uint32(i)) - 0.5)
	}
}

func (f *field) advance() {
	for i := range f.phases {
		f.phases[i] += f.frequencies[i] * 0.01
		sine, cosine := math.Sincos(f.phases[i])
		turn := quaternion{cosine, 0.6 * sine, 0, 0.8 * sine}
		f.values[i] = f.amplitudes[i].times(turn).normalised()
	}
}

func (f *field) step() {
	for k := 0; k < stepsOfCall; k++ {
		f.advance()
	}
}

func (f *field) result() []float64 {
	var all []float64
	for _, i := range []int{0, 1, 2, sites / 2, sites - 1} {
		all = append(all, f.values[i].w, f.values[i].x, f.values[i].y, f.values[i].z)
	}
	return all
}

// A key's sequence of values: eight of each message authentication code.
type pattern struct {
	mac    hash.Hash
	period uint64
	step   uint64
}

func (p *pattern) block(epoch, number uint64) []byte {
	mac := p.mac
	mac.Reset() // keeps what depends on the key alone
	mac.Write([]byte("resolang/pattern/1"))
	var place [12]byte
	binary.BigEndian.PutUint64(place[:8], epoch)
	binary.BigEndian.PutUint32(place[8:], uint32(number))
	mac.Write(place[:])
	return mac.Sum(nil)
}

func (p *pattern) values(count int) []uint32 {
	var values []uint32
	var block []byte
	for len(values) < count {
		place := p.step % p.period
		if block == nil || place%8 == 0 {
			block = p.block(p.step/p.period, place/8)
		}
		values = append(values, binary.BigEndian.Uint32(block[place%8*4:]))
		p.step++
	}
	return values
}

// The whole pipeline: a field evolves, the coherence of each four of it is measured, its phases are
// looked up in a memory, and every four get the next value of a pattern.
type pipeline struct {
	field
	weights   [][]float64
	entries   [][]complex128
	trace     []complex128
	pattern   pattern
	coherence []float64
	entry     int
	agreement float64
	values    []uint32
}

const entriesOfMemory = 16
const passesOfStep = 1024

func phasors(seed uint32) []complex128 {
	all := make([]complex128, sites)
	for i := range all {
		all[i] = cmplx.Exp(complex(0, 2*math.Pi*(numberAt(seed, uint32(i))-0.5)))
	}
	return all
}

func (p *pipeline) store(key, value []complex128) {
	for i := range p.trace {
		p.trace[i] += key[i] * value[i]
	}
}

func (p *pipeline) start() {
	p.field.start()
	p.weights = make([][]float64, 4)
	for i := range p.weights {
		p.weights[i] = make([]float64, 4)
		for j := range p.weights[i] {
			p.weights[i][j] = numberAt(5, uint32(i*4+j))
		}
	}
	p.entries = make([][]complex128, entriesOfMemory)
	for d := range p.entries {
		p.entries[d] = phasors(uint32(10 + d))
	}
	p.trace = make([]complex128, sites)
	p.store(phasors(2), p.entries[3])
	for d := range p.entries {
		p.store(p.entries[d], p.entries[(d+1)%entriesOfMemory])
	}
	p.pattern = pattern{hmac.New(sha256.New, []byte("a key of the mesh")), 1000000, 0}
}

func (p *pipeline) recall() (int, float64) {
	echo := make([]complex128, sites)
	for i, phase := range p.field.phases {
		echo[i] = cmplx.Exp(complex(0, -phase)) * p.trace[i]
	}
	best, most := 0, math.Inf(-1)
	for d, entry := range p.entries {
		sum := 0.0
		for i := range echo {
			sum += real(cmplx.Conj(entry[i]) * echo[i])
		}
		if sum > most {
			best, most = d, sum
		}
	}
	return best, most / sites
}

func (p *pipeline) step() {
	total := 0.0
	for i := range p.weights {
		for j := range p.weights[i] {
			if i != j {
				total += p.weights[i][j]
			}
		}
	}
	for pass := 0; pass < passesOfStep; pass++ {
		p.field.advance()
		p.coherence = make([]float64, sites/4)
		for e := range p.coherence {
			p.coherence[e] = globalCoherence(p.weights, p.field.phases[4*e:4*e+4]) / total
		}
		p.entry, p.agreement = p.recall()
		p.values = p.pattern.values(sites / 4)
	}
}

func (p *pipeline) result() []float64 {
	all := append(p.field.result(), p.coherence...)
	all = append(all, float64(p.entry), p.agreement)
	for _, value := range p.values {
		all = append(all, float64(value))
	}
	return all
}

var cases = map[string]Case{
	"pipeline":     &pipeline{},
	"coherence-4":  &coherence{size: 4},
	"coherence-16": &coherence{size: 16},
	"field":        &field{},
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
