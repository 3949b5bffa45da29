"""One Dutch sentence about time, as a person types it in a form or an e-mail, turned into the keys of `wanneer`.

    sentence = rule { (";" | "." | "en" | ",") rule } { clause }
    rule     = days { time } | dates { time } | time days
    clause   = "niet" closures | "vanaf" date | "tot en met" date | "bij een feestdag" choice
             | "gaat niet door" dates | "verplaatst" date "naar" date | "let op:" anything

`days` is the grammar of `elke`, `closures` that of `niet`. A clause holds for the rule before it; behind a comma after
more rules, or in a sentence or on a line of its own, for all of them. What could be read in two ways is refused, and so
is every word that is not understood: nothing is dropped in silence.
"""

from .read import LONGEST_SENTENCE, read_sentence
from .refusals import SENTENCE_CODES

__all__ = ["LONGEST_SENTENCE", "SENTENCE_CODES", "read_sentence"]
