"""Word pieces, case ids, window packing and input tensors."""
import tempfile
import unittest

from treebanks import Sentence
from windows import Window, batches, inputs, pack, prepare, seeded, training_windows
from wordpieces import WordPieces, basic_tokens, cut
from wordshapes import case_ids, shape, suffix_hash


def made_pieces():
    """A vocabulary of a few pieces at BERT's places."""
    words = [f"[unused{i}]" for i in range(103)]
    words[0], words[100], words[101], words[102] = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
    words += ["un", "##believ", "##able", "a", "b", "-", "cafe"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf8") as file:
        file.write("\n".join(words))
    return WordPieces(file.name)


def sentences(*lengths):
    out = [Sentence("made", ["a"] * n, "d") for n in lengths]
    prepare(out, made_pieces())
    return out


class PiecesTest(unittest.TestCase):
    def test_greedy_longest_match(self):
        self.assertEqual(made_pieces().word("Unbelievable"), [103, 104, 105])

    def test_unknown_and_accents(self):
        pieces = made_pieces()
        self.assertEqual(pieces.word("zzz"), [WordPieces.UNK])
        self.assertEqual(pieces.word("Café"), [109])
        self.assertEqual(basic_tokens("a-b"), ["a", "-", "b"])

    def test_cut_keeps_front_and_end(self):
        self.assertEqual(cut(list(range(20))), [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19])
        self.assertEqual(cut([1, 2, 3], 1), [1])


class ShapeTest(unittest.TestCase):
    def test_shapes(self):
        words = ["low", "Title", "UPPER", "A", "McX", "iPod", "12", "7th", "1.5", "U.S.", "co-op", ",", "$", "..."]
        self.assertEqual([shape(w) for w in words], list(range(1, 15)))

    def test_headline_and_capitals(self):
        self.assertEqual(case_ids(["One", "Two", "Three", "four"])[1], 2 + 32)
        self.assertEqual(case_ids(["BIG", "NEWS", "TODAY"])[0], 3 + 16 * 5)

    def test_suffix_ignores_case(self):
        self.assertEqual(suffix_hash("walkING"), suffix_hash("ing"))


class WindowTest(unittest.TestCase):
    def test_pack_counts_specials_and_keeps_order(self):
        windows = pack(sentences(100, 98, 1, 300, 5))
        self.assertEqual([[len(s) for s in w.sentences] for w in windows], [[100, 98], [1], [300], [5]])

    def test_window_never_exceeds_encoder(self):
        s = Sentence("made", ["Unbelievable"] * 300, "d")
        prepare([s], made_pieces())
        self.assertLessEqual(inputs([Window([s])])["ids"].shape[1], 510)

    def test_inputs_number_sentences_and_pad_with_zero(self):
        a, b, c = sentences(2, 1, 1)
        arrays = inputs([Window([a, b]), Window([c])])
        self.assertEqual(arrays["sent"].tolist(), [[1, 1, 2], [1, 0, 0]])
        self.assertEqual(arrays["ids"][1].tolist(), [101, 106, 102, 0, 0])
        self.assertEqual(arrays["first"][0].tolist(), [1, 2, 3])

    def test_one_word_is_padded_to_two(self):
        self.assertEqual(inputs([Window(sentences(1))])["sent"].tolist(), [[1, 0]])

    def test_training_windows_hold_every_sentence_once(self):
        made = sentences(*range(1, 40))
        windows = training_windows(made, seeded(3))
        self.assertEqual(sorted(len(s) for w in windows for s in w.sentences), list(range(1, 40)))

    def test_batches_respect_padding_limit(self):
        windows = [Window([s]) for s in sentences(*range(1, 60))]
        for group in batches(windows, 120, seeded(1)):
            longest = max(w.piece_count for w in group)
            self.assertTrue(len(group) == 1 or longest * len(group) <= 120)


if __name__ == "__main__":
    unittest.main()
