"""A sentence-transformers model of one's own, made in milliseconds."""

import json
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast


def own_model(folder: Path, seed: int = 0, **prompts: str) -> str:
    """A tiny sentence-transformers folder with random weights, which depend on the seed alone."""
    torch.manual_seed(seed)
    words = {word: number for number, word in enumerate(("[PAD]", "[UNK]", "klaster", "zupa", "ask", "text"))}
    tokenizer = Tokenizer(models.WordLevel(words, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    special = {"unk_token": "[UNK]", "pad_token": "[PAD]"}
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, **special)  # type: ignore[no-untyped-call]
    fast.save_pretrained(folder)
    sizes = BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(sizes).save_pretrained(folder)
    kinds = "sentence_transformers.sentence_transformer.modules"
    modules = [{"idx": 0, "name": "0", "path": "", "type": f"{kinds}.Transformer"}]
    modules.append({"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{kinds}.Pooling"})
    (folder / "1_Pooling").mkdir()
    pooling = {"word_embedding_dimension": 32, "pooling_mode_mean_tokens": True}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "config_sentence_transformers.json").write_text(json.dumps({"prompts": prompts}))
    return str(folder)
