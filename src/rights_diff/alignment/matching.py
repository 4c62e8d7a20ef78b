"""One-to-one assignment of the greatest total weight, component by component."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush

Pair = tuple[int, int]


def best_matching(weights: Mapping[Pair, float]) -> list[Pair]:
    """The pairs of a one-to-one assignment with the greatest sum of weights.

    Args:
        weights: positive weights of (left, right) pairs; other pairs are forbidden.
    Returns:
        pairs in order; ties go to the pair that stands first.
    Source:
        successive shortest augmenting paths (Edmonds and Karp 1972) with potentials.

    >>> best_matching({(0, 0): 3.0, (0, 1): 2.0, (1, 0): 2.5})
    [(0, 1), (1, 0)]
    """
    edges: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (i, j), w in sorted(weights.items()):
        if w > 0:
            edges[i].append((j, w))
    return sorted(p for part in _components(edges) for p in _solve({i: edges[i] for i in part}))


def _components(edges: Mapping[int, list[tuple[int, float]]]) -> list[list[int]]:
    owners: dict[int, list[int]] = defaultdict(list)
    for i, row in edges.items():
        for j, _ in row:
            owners[j].append(i)
    seen: set[int] = set()
    parts = []
    for start in edges:
        if start in seen:
            continue
        part, stack = [], [start]
        seen.add(start)
        while stack:
            i = stack.pop()
            part.append(i)
            for j, _ in edges[i]:
                fresh = [k for k in owners.pop(j, ()) if k not in seen]
                seen.update(fresh)
                stack.extend(fresh)
        parts.append(sorted(part))
    return parts


def _solve(edges: Mapping[int, list[tuple[int, float]]]) -> list[Pair]:
    top = max(w for row in edges.values() for _, w in row)
    # A private partner of weight 0 for each left node stands for being alone.
    costs = {i: [*((j, top - w) for j, w in row), (-1 - i, top)] for i, row in edges.items()}
    assignment = _Assignment(costs)
    for i in costs:
        assignment.insert(i)
    return [(i, j) for i, j in assignment.partner.items() if j >= 0]


class _Assignment:
    """A cheapest matching that grows by one left node at a time.

    Reduced costs `cost - price[left] - price[right]` stay non-negative, and are zero on
    matched edges, which is what lets Dijkstra's search find each augmenting path.
    """

    def __init__(self, costs: Mapping[int, list[tuple[int, float]]]) -> None:
        self._costs = costs
        self._left: dict[int, float] = dict.fromkeys(costs, 0.0)
        self._right: dict[int, float] = defaultdict(float)
        self._owner: dict[int, int] = {}
        self.partner: dict[int, int] = {}

    def insert(self, start: int) -> None:
        """Match `start` along the cheapest augmenting path."""
        reached, parent, free = self._search(start)
        total = reached[free]
        for j, d in reached.items():
            if j != free and d <= total and j in self._owner:
                self._right[j] += d - total
                self._left[self._owner[j]] += total - d
        self._left[start] += total
        self._augment(start, free, parent)

    def _search(self, start: int) -> tuple[dict[int, float], dict[int, int], int]:
        """Distances of settled right nodes, the way to them, and the first free one."""
        best: dict[int, float] = {}
        settled: dict[int, float] = {}
        parent: dict[int, int] = {}
        heap: list[tuple[float, int]] = []
        i, base = start, 0.0
        while True:
            for j, cost in self._costs[i]:
                d = base + cost - self._left[i] - self._right[j]
                if j not in settled and d < best.get(j, float("inf")):
                    best[j], parent[j] = d, i
                    heappush(heap, (d, j))
            base, j = heappop(heap)
            while j in settled:
                base, j = heappop(heap)
            settled[j] = base
            if j not in self._owner:
                return settled, parent, j
            i = self._owner[j]

    def _augment(self, start: int, free: int, parent: Mapping[int, int]) -> None:
        j = free
        while True:
            i = parent[j]
            before = self.partner.get(i)
            self._owner[j], self.partner[i] = i, j
            if i == start or before is None:
                return
            j = before
