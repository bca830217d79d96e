"""A rough stem of English words: the key of the trigger lexicon, the same in Python and C#."""

IRREGULAR = {
    "shot": "shoot", "held": "hold", "said": "say", "met": "meet", "won": "win", "led": "lead", "fought": "fight",
    "sent": "send", "took": "take", "taken": "take", "struck": "strike", "broke": "break", "withdrew": "withdraw",
    "withdrawn": "withdraw", "fled": "flee", "told": "tell", "bought": "buy", "paid": "pay", "gave": "give",
    "given": "give", "left": "leave", "stole": "steal", "fell": "fall", "sworn": "swear", "beaten": "beat", "went": "go",
    "came": "come", "men": "man", "children": "child"}
ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))


def stem(word):
    """Lower-cased, irregular forms by table, the first ending that fits taken off (three letters must stay), a doubled
    last consonant halved (not l, s), final e dropped."""
    word = word.lower()
    word = IRREGULAR.get(word, word)
    for ending, replacement in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
            word = word[:-len(ending)] + replacement
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.rstrip("e")
