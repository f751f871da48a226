package solvers

import "slices"

// circles returns the circles that pairs of nodes 0 to n-1 make, each once and without a pair of a node with itself. No
// node stands in a circle twice.
func circles(n int, pairs [][2]int) [][]int {
	next := make([][]int, n)
	for _, p := range pairs {
		if p[0] != p[1] && !slices.Contains(next[p[0]], p[1]) {
			next[p[0]] = append(next[p[0]], p[1])
		}
	}
	var found [][]int
	for start := range n {
		back := leadsTo(next, start)
		var path []int
		var walk func(i int)
		walk = func(i int) {
			path = append(path, i)
			for _, j := range next[i] {
				switch {
				case j == start:
					found = append(found, slices.Clone(path))
				case j > start && back[j] && !slices.Contains(path, j): // each circle starts at its least node
					walk(j)
				}
			}
			path = path[:len(path)-1]
		}
		walk(start)
	}
	return found
}

// leadsTo returns from which nodes a way leads to the goal.
func leadsTo(next [][]int, goal int) []bool {
	reached := make([]bool, len(next))
	reached[goal] = true
	for changed := true; changed; {
		changed = false
		for i, list := range next {
			if !reached[i] && slices.ContainsFunc(list, func(j int) bool { return reached[j] }) {
				reached[i], changed = true, true
			}
		}
	}
	return reached
}
