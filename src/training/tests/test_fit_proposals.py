"""Fitting the weights of proposals, on made-up proposals."""
import unittest

import numpy as np

from fit_proposals import Article, cross_validate, figures, fit, fit_articles, held_out, reliability, rule_precision, select, sigmoid

# "Arlen met Brisk. Coster arrested Brisk."
GOLD = {
    "sentences": [{"key": "s1", "start": 0, "end": 16}, {"key": "s2", "start": 16, "end": 39}],
    "entities": {
        "arlen": {"mentions": [{"start": 0, "end": 5}]},
        "brisk": {"mentions": [{"start": 10, "end": 15}, {"start": 33, "end": 38}]},
        "coster": {"mentions": [{"start": 17, "end": 23}]},
    },
    "relations": [
        {"type": ["MET"], "subject": "arlen", "object": "brisk", "symmetric": True, "trigger": {"sentence": "s1"}},
        {"type": ["ARRESTED"], "subject": "coster", "object": ["brisk", None], "trigger": {"sentence": "s2"}},
    ],
    "acceptable": [{"type": ["ACCUSED"], "subject": "coster", "object": "brisk"}],
}
ENTITIES = [[[0, 5]], [[10, 15], [33, 38]], [[17, 23]]]
ARLEN, BRISK, BRISK2, COSTER = [0, 0, 5, 0], [1, 10, 15, 2], [1, 33, 38, 6], [2, 17, 23, 4]


def proposal(type_, at, subject, object_, row, rule=None):
    return {"type": type_, "at": at, "sentence": 0 if at < 16 else 1, "symmetric": type_ == "MET", "state": False,
            "subject": subject, "object": object_, "rule": rule, "row": [1, row]}


def article(*proposals, rules=()):
    return {"article": "made-up", "features": ["bias", "head-type"], "entities": ENTITIES, "proposals": list(proposals), "rules": list(rules)}


class LabelTests(unittest.TestCase):
    def test_labels_are_the_scorers(self):
        a = Article(article(
            proposal("MET", 6, BRISK, ARLEN, 1),            # right: symmetric
            proposal("MET", 24, ARLEN, BRISK, 1),           # the other sentence: a repetition, neither
            proposal("ARRESTED", 24, COSTER, None, 1),      # right: the object may stay unsaid
            proposal("ARRESTED", 24, BRISK2, COSTER, 1),    # wrong way round
            proposal("ACCUSED", 24, COSTER, BRISK2, 1)), GOLD)  # acceptable
        self.assertEqual([1, -1, 1, 0, -1], a.labels().tolist())

    def test_each_gold_relation_counts_once(self):
        a = Article(article(proposal("ARRESTED", 24, COSTER, None, 1), proposal("ARRESTED", 24, COSTER, BRISK2, 1),
                            proposal("ARRESTED", 24, BRISK2, COSTER, 1)), GOLD)
        self.assertEqual((1, 1), a.count([0, 1, 2]))


class SelectTests(unittest.TestCase):
    def test_second_reading_gives_way_unless_coordinated(self):
        other = [3, 28, 31, 6]
        a = Article(article(proposal("ARRESTED", 24, COSTER, BRISK2, 1), proposal("ARRESTED", 24, COSTER, None, 1),
                            proposal("ARRESTED", 24, COSTER, other, 1)), GOLD)
        self.assertEqual([0, 2], select(a, np.array([0.9, 0.8, 0.6]), (0.5, 0.5)))

    def test_heads_alone_have_their_own_threshold(self):
        a = Article(article(proposal("MET", 6, ARLEN, BRISK, 1, "meet"), proposal("ARRESTED", 24, COSTER, BRISK2, 1)), GOLD)
        self.assertEqual([0], select(a, np.array([0.4, 0.45]), (0.3, 0.5)))


class FitTests(unittest.TestCase):
    def test_fit_finds_the_weights_that_made_the_labels(self):
        random = np.random.default_rng(1)
        rows = np.stack([np.ones(20000), random.normal(size=20000), random.normal(size=20000)], 1)
        labels = (random.random(20000) < sigmoid(rows @ [-1, 2, 0])).astype(int)
        np.testing.assert_allclose(fit(rows, labels), [-1, 2, 0], atol=0.1)

    def test_cross_validation_keeps_articles_apart_and_is_deterministic(self):
        articles = [Article(article(proposal("MET", 6, ARLEN, BRISK, 2 + k / 10), proposal("ARRESTED", 24, COSTER, BRISK2, 2),
                                    proposal("ARRESTED", 24, BRISK2, ARLEN, -2)), GOLD) for k in range(10)]
        first, second = held_out(articles), held_out(articles)
        np.testing.assert_array_equal(np.concatenate(first), np.concatenate(second))
        self.assertEqual(1.0, figures(cross_validate(articles))["mean F1"])
        self.assertGreater(fit_articles(articles)[1], 0)

    def test_calibration_error_is_the_mean_gap(self):
        rows, error = reliability(np.array([0.25, 0.25, 0.95, 0.95]), np.array([0, 1, 1, 1]))
        self.assertEqual([2, 2], [n for _, n, _, _ in rows])
        self.assertAlmostEqual((0.25 * 2 + 0.05 * 2) / 4, error)


class RuleTests(unittest.TestCase):
    def test_precision_is_shrunk_and_neutral_finds_do_not_count(self):
        found = [proposal("ARRESTED", 24, COSTER, BRISK2, 0, "arrest")] * 4 + [proposal("ARRESTED", 24, BRISK2, COSTER, 0, "arrest")] * 2
        found += [proposal("ACCUSED", 24, COSTER, BRISK2, 0, "accuse")] * 6
        [(rule, precision, finds)] = rule_precision([article(rules=found)], [GOLD])
        self.assertEqual(("arrest", 6), (rule, finds))
        self.assertAlmostEqual((4 + 1.4) / 8, precision)


if __name__ == "__main__":
    unittest.main()
