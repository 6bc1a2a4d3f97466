"""The module that a folder's modules.json names, so that sentence-transformers runs an ONNX session."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import torch
from sentence_transformers.sentence_transformer.modules import InputModule

from index.onnx_texts import GRAPH_FILE, LONGEST_TOKENS, TOKENIZER_FILE, WEIGHTS_FILE, OnnxTexts


class OnnxModule(InputModule):
    """Texts to sentence vectors in one step: tokens, network, mean and norm are all inside."""

    # Texts handed over at once; OnnxTexts divides them by their number of tokens.
    batch_size = 512

    def __init__(self, texts: OnnxTexts) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.texts = texts
        self.tokenizer = texts.tokenizer
        self.max_seq_length = LONGEST_TOKENS

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", *_: Any, **__: Any) -> Self:
        return cls(OnnxTexts(Path(model_name_or_path, subfolder)))

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        return {"token_ids": self.texts.ids([(prompt or "") + text for text in inputs])}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"sentence_embedding": torch.from_numpy(self.texts.vectors(features["token_ids"]))}

    def get_embedding_dimension(self) -> int:
        return self.texts.dimensions

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        for file in (TOKENIZER_FILE, GRAPH_FILE, WEIGHTS_FILE):
            shutil.copyfile(self.texts.folder / file, Path(output_path, file))
