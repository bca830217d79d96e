"""Chu-Liu/Edmonds, greedy heads, BIO decoding."""
import itertools
import unittest

import numpy as np

from decoding import chu_liu_edmonds, decode_heads, decode_names, is_tree, name_spans


def best_by_search(scores):
    """The best tree over all assignments of heads, any number of roots."""
    n = len(scores) - 1
    best = None
    for heads in itertools.product(range(n + 1), repeat=n):
        reached = all(reaches_root(heads, i) for i in range(n))
        if reached:
            total = sum(scores[i + 1, h] for i, h in enumerate(heads))
            if best is None or total > best[0]:
                best = (total, heads)
    return best[0]


def reaches_root(heads, i):
    for _ in range(len(heads) + 1):
        if heads[i] == 0:
            return True
        i = heads[i] - 1
    return False


class TreeTest(unittest.TestCase):
    def test_edmonds_finds_the_best_tree(self):
        rng = np.random.default_rng(5)
        for _ in range(60):
            scores = rng.standard_normal((5, 5))
            np.fill_diagonal(scores, -1e9)
            heads = chu_liu_edmonds(scores)
            total = sum(scores[i, heads[i]] for i in range(1, 5))
            self.assertAlmostEqual(total, best_by_search(scores), places=6)

    def test_decoded_heads_are_always_a_tree_with_one_root(self):
        rng = np.random.default_rng(6)
        for n in range(1, 12):
            for _ in range(20):
                self.assertTrue(is_tree(decode_heads(rng.standard_normal((n, n + 1)) * 3)))

    def test_greedy_heads_stay_when_they_are_a_tree(self):
        arc = np.array([[0., -9, 5, 0], [5., 0, -9, 0], [0., 0, 5, -9]])
        self.assertEqual(decode_heads(arc).tolist(), [2, 0, 2])


class NamesTest(unittest.TestCase):
    def test_illegal_inside_tag_is_avoided(self):
        emissions = np.full((2, 7), -5.0)
        emissions[0, 0], emissions[1, 2], emissions[1, 1] = 1, 3, 2
        self.assertEqual(decode_names(emissions), ["O", "B-PER"])

    def test_first_word_is_never_inside(self):
        emissions = np.zeros((1, 7))
        emissions[0, 4] = 9
        self.assertFalse(decode_names(emissions)[0].startswith("I-"))

    def test_spans(self):
        self.assertEqual(name_spans(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"]), {(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC")})


if __name__ == "__main__":
    unittest.main()
