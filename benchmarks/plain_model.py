"""The default model's weights as an ordinary fp32 folder, which the default is measured against."""

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

from index.default_model import packed_weights
from index.default_tokenizer import default_tokenizer
from index.packed_model import PackedModel, Sizes, read_packed_model

_EMBEDDINGS = {"word": "word_embeddings", "pos": "position_embeddings", "type": "token_type_embeddings"}
_DENSE = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
_SPECIAL = {"bos": "<s>", "cls": "<s>", "eos": "</s>", "sep": "</s>", "pad": "<pad>", "unk": "<unk>"}
Weights = dict[str, npt.NDArray[np.float32]]


def make_plain_model(folder: Path) -> None:
    """Transformer, mean Pooling and Normalize in `folder`; takes 490 MB of room."""
    model = read_packed_model(packed_weights())
    folder.mkdir(parents=True, exist_ok=True)
    default_tokenizer(model.pieces).save(str(folder / "tokenizer.json"))
    weights = {name: np.ascontiguousarray(values) for name, values in _weights(model).items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    for name, content in _configuration(model.sizes).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, indent=1))


def _weights(model: PackedModel) -> Weights:
    width = model.sizes.width
    floats = model.floats
    weights = {
        "embeddings.word_embeddings.weight": model.blocks("emb.word", width).dense(),
        "embeddings.position_embeddings.weight": floats["emb.pos"].reshape(-1, width),
        "embeddings.token_type_embeddings.weight": floats["emb.type"].reshape(-1, width),
        "embeddings.LayerNorm.weight": floats["emb.ln.w"],
        "embeddings.LayerNorm.bias": floats["emb.ln.b"],
    }
    for layer in range(model.sizes.layers):
        weights |= _layer(model, layer)
    return weights


def _layer(model: PackedModel, layer: int) -> Weights:
    weights: Weights = {}
    target = f"encoder.layer.{layer}"
    for short, name in _DENSE.items():
        columns = model.sizes.inner if short == "fo" else model.sizes.width
        weights[f"{target}.{name}.weight"] = model.blocks(f"l{layer}.{short}.w", columns).dense()
        weights[f"{target}.{name}.bias"] = model.floats[f"l{layer}.{short}.b"]
    for short, name in _NORMS.items():
        weights[f"{target}.{name}.weight"] = model.floats[f"l{layer}.{short}.w"]
        weights[f"{target}.{name}.bias"] = model.floats[f"l{layer}.{short}.b"]
    return weights


def _configuration(sizes: Sizes) -> dict[str, object]:
    special = {f"{name}_token": token for name, token in _SPECIAL.items()}
    modules = [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
    kinds = "sentence_transformers.sentence_transformer.modules"
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_act": "gelu",
            "hidden_size": sizes.width,
            "intermediate_size": sizes.inner,
            "num_hidden_layers": sizes.layers,
            "num_attention_heads": sizes.heads,
            "max_position_embeddings": sizes.positions,
            "vocab_size": sizes.words,
            "type_vocab_size": 2,
            "layer_norm_eps": sizes.epsilon,
            "dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": sizes.positions,
            **special,
        },
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": {"query": "query: ", "passage": "passage: "}},
        "modules.json": [
            {"idx": number, "name": str(number), "path": path, "type": f"{kinds}.{kind}"}
            for number, (path, kind) in enumerate(modules)
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": sizes.width, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
    }
