"""Hashing and tree features on a tree written by hand."""
import unittest
import zlib

from features import (FAR_RIGHT, OTHER_SENTENCE, SAME_WORD, TABLE_ROWS, Analysis, MentionForms, argument_features,
                      argument_pairs, bucket, content_pairs, coreference_features, coreference_pairs, crc, mix, overlap, row,
                      trigger_features)


def made_analysis():
    """'Ana Bel praised the mayor . He was sued by her'"""
    words = "Ana Bel praised the mayor . He was sued by her".split()
    heads = [2, 0, -1, 4, 2, 2, 8, 8, -1, 10, 8]
    rels = ["nsubj", "flat", "root", "det", "obj", "punct", "nsubj:pass", "aux:pass", "root", "case", "obl"]
    upos = ["PROPN", "PROPN", "VERB", "DET", "NOUN", "PUNCT", "PRON", "AUX", "VERB", "ADP", "PRON"]
    xpos = ["NNP", "NNP", "VBD", "DT", "NN", ".", "PRP", "VBD", "VBN", "IN", "PRP"]
    roles = {(2, 0): "ARG0", (2, 4): "ARG1", (8, 6): "ARG1"}
    return Analysis(words, [0, 6, 11], upos, xpos, heads, rels, ["O"] * 11, roles, [0, 1])


class HashTest(unittest.TestCase):
    def test_crc_of_empty_string_is_zero(self):
        self.assertEqual(crc(""), 0)
        self.assertEqual(crc("word"), zlib.crc32(b"word"))

    def test_row_is_never_padding_and_fits_table(self):
        rows = [row(t, x, -1) for t in range(30) for x in range(50)]
        self.assertTrue(all(1 <= r < TABLE_ROWS for r in rows))
        self.assertGreater(len(set(rows)), 1300)

    def test_mix_follows_fnv(self):
        self.assertEqual(mix(2166136261, 97), 0xE40C292C)

    def test_bucket_bounds(self):
        self.assertEqual([bucket(v) for v in (0, 1, 2, 3, 4, 5, 40)], [0, 1, 2, 3, 3, 4, 7])


class TreeTest(unittest.TestCase):
    def setUp(self):
        self.a = made_analysis()

    def test_path_same_word_and_other_sentence(self):
        self.assertEqual(self.a.path(2, 2), (SAME_WORD, SAME_WORD))
        self.assertEqual(self.a.path(8, 0), (OTHER_SENTENCE, OTHER_SENTENCE))

    def test_path_knows_preposition(self):
        full, plain = self.a.path(8, 10)
        other = made_analysis()
        other.case_word[10] = crc("with")
        self.assertNotEqual(other.path(8, 10)[0], full)
        self.assertEqual(other.path(8, 10)[1], plain)

    def test_path_too_long_tells_side(self):
        chain = Analysis(list("abcdef"), [0, 6], ["X"] * 6, ["X"] * 6, [-1, 0, 1, 2, 3, 4], ["dep"] * 6, ["O"] * 6, {})
        self.assertEqual(chain.path(0, 5)[0], FAR_RIGHT)

    def test_passive(self):
        self.assertEqual((self.a.passive[2], self.a.passive[8]), (0, 1))

    def test_role_is_inherited_from_above(self):
        self.assertEqual(self.a.role(2, 4), crc("ARG1"))
        self.assertEqual(self.a.role(2, 3), mix(crc("ARG1"), 1))
        self.assertEqual(self.a.role(8, 10), 0)

    def test_feature_counts(self):
        self.assertEqual(len(argument_features(self.a, 2, 0, "PRAISED", 0)), 15)
        self.assertEqual(len(trigger_features(self.a, 8)), 20)

    def test_quotes_end_at_paragraph(self):
        words = 'He said " no . Then'.split()
        a = Analysis(words, [0, 5, 6], ["X"] * 6, ["X"] * 6, [-1] * 6, ["root"] * 6, ["O"] * 6, {}, [0, 1])
        self.assertEqual(a.quoted, [0, 0, 1, 1, 1, 0])


class PairTest(unittest.TestCase):
    def test_argument_pairs_reach_back_only(self):
        self.assertEqual(argument_pairs(made_analysis(), [2, 8], [0, 6]), [(0, 0), (1, 0), (1, 1)])

    def test_coreference_pairs_are_limited(self):
        pairs = coreference_pairs(100)
        self.assertEqual(max(i - j for i, j in pairs), 60)

    def test_content_pairs_leave_out_cue(self):
        self.assertNotIn((0, 2), content_pairs(made_analysis(), [2]))

    def test_overlap_and_features(self):
        a = made_analysis()
        name, pronoun = MentionForms(a, 0, 1, 0, 0, 1), MentionForms(a, 6, 3, 0, 6, 6)
        self.assertEqual(overlap(name, name), 0)
        self.assertEqual(overlap(pronoun, name), 3)
        self.assertEqual(len(coreference_features(a, pronoun, name, 1)), 14)


if __name__ == "__main__":
    unittest.main()
