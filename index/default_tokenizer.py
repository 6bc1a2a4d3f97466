"""The packed model's unigram pieces as a `tokenizers` tokenizer."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from index.packed_model import Pieces

_SPACE = "▁"


def default_tokenizer(pieces: Pieces) -> Tokenizer:
    """A tokenizer that normalises, splits and marks texts as the model was trained to see them."""
    tokenizer = Tokenizer(models.Unigram(list(pieces.scored), unk_id=pieces.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([*_replacements(pieces.characters), normalizers.NFKC()])
    words = pre_tokenizers.Metaspace(replacement=_SPACE, prepend_scheme="always")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), words])
    tokenizer.decoder = decoders.Metaspace(replacement=_SPACE, prepend_scheme="always")
    begin, end = (pieces.scored[number][0] for number in (pieces.begin, pieces.end))
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, pieces.begin), (end, pieces.end)],
    )
    special = (begin, end, pieces.scored[pieces.pad][0], pieces.scored[pieces.unknown][0])
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in special])
    return tokenizer


def _replacements(characters: Mapping[str, str]) -> list[normalizers.Replace]:
    """What the model's own character map does beside NFKC: controls go, odd spaces become plain."""
    groups: dict[str, str] = defaultdict(str)
    for character, replacement in characters.items():
        if unicodedata.normalize("NFKC", character) != replacement:
            groups[replacement] += f"\\x{{{ord(character):x}}}"
    return [normalizers.Replace(Regex(f"[{group}]"), replacement) for replacement, group in groups.items()]
