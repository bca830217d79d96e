"""Inflection and synonyms of triggers."""
import pathlib
import tempfile
import unittest

from augmenting import like_case
from synonyms import Synonyms, plain_rules, regular_form

RULES = """- rule: praise
  type: PRAISED
  verb: praise, laud, single out, hail obj:move
  noun: praise, tribute
- rule: hold
  type: BLAMED
  verb: hold, keep
  if: "word:responsible"
"""


class SynonymsTest(unittest.TestCase):
    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "made.yml").write_text(RULES, encoding="utf8")
            self.rules = list(plain_rules(pathlib.Path(folder)))

    def test_conditions_and_phrases_are_left_out(self):
        self.assertEqual(self.rules, [("PRAISED", "verb", ["praise", "laud"]), ("PRAISED", "noun", ["praise", "tribute"])])

    def test_others_have_the_same_form(self):
        synonyms = Synonyms(self.rules, {("laud", "VBD"): "lauded"})
        self.assertEqual(synonyms.others("PRAISED", "VBD", "Praised"), ["lauded"])
        self.assertEqual(synonyms.others("PRAISED", "VBG", "lauding"), ["praising"])
        self.assertEqual(synonyms.others("BLAMED", "VBD", "held"), [])

    def test_regular_forms(self):
        forms = [regular_form(*x) for x in (("deny", "VBD"), ("nab", "VBG"), ("push", "VBZ"), ("free", "VBG"), ("flee", "VBN"))]
        self.assertEqual(forms, ["denied", "nabbing", "pushes", "freeing", "fled"])

    def test_case_is_kept(self):
        self.assertEqual(like_case("lauded", "Praised"), "Lauded")


if __name__ == "__main__":
    unittest.main()
