"""`timeline.sentences.parsing.ArcNetwork` as it is fitted, in PyTorch, and how it is packed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional


@dataclass
class Sizes:
    """Widths of the layers; the views together are whole multiples of `hidden` wide."""

    size: int = 64
    hidden: int = 112
    reach: int = 2
    gates: int = 4
    arc: int = 64
    label: int = 80
    told: int = 48
    #: The farthest distance between a word and its head that is told apart.
    limit: int = 24
    dropout: float = 0.3

    @property
    def views(self) -> list[int]:
        """What each word is seen as: dependent and head, of arcs and of relations, and a fellow."""
        return [self.arc, self.arc, self.label, self.label, self.told]


class Gate(nn.Module):
    """A mean over the words before, and one over those after, that forgets by what it meets."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.both = nn.Linear(width, 2 * width)
        # Some remember one word, some many.
        with torch.no_grad():
            self.both.bias[width:] = torch.linspace(-1.5, 2.5, width // 2).repeat(2)

    def forward(self, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        new, kept = self.both(hidden).chunk(2, 2)
        kept = torch.sigmoid(kept)
        new = (1 - kept) * new * mask
        steps = zip(turned(kept).unbind(1), turned(new).unbind(1), strict=True)
        state, states = torch.zeros_like(new[:, 0]), []
        for keeps, adds in steps:
            state = torch.addcmul(adds, keeps, state)
            states.append(state)
        return turned(torch.stack(states, 1))


def turned(values: torch.Tensor) -> torch.Tensor:
    """The second half of the columns from right to left."""
    left, right = values.chunk(2, 2)
    return torch.cat([left, right.flip(1)], 2)


class Model(nn.Module):
    """Scores of heads and relations for sentences side by side."""

    def __init__(self, features: int, labels: int, sizes: Sizes) -> None:
        super().__init__()
        s = self.sizes = sizes
        if sum(s.views) % s.hidden:
            raise ValueError(f"the views are {sum(s.views)} wide, no multiple of {s.hidden}")
        self.rows = nn.EmbeddingBag(features, s.size, mode="sum")
        nn.init.normal_(self.rows.weight, std=0.1)
        self.first = nn.Conv1d(s.size, s.hidden, 2 * s.reach + 1, padding=s.reach)
        self.near = nn.Conv1d(s.hidden, s.hidden, 3, padding=1)
        self.gates = nn.ModuleList(Gate(s.hidden) for _ in range(s.gates))
        self.views = nn.Linear(s.hidden, sum(s.views))
        self.own = nn.Linear(s.size, sum(s.views), bias=False)
        self.arc = nn.Parameter(torch.randn(s.arc, s.arc) * 0.05)
        self.head_bias = nn.Parameter(torch.zeros(s.arc))
        self.root = nn.Parameter(torch.randn(s.arc) * 0.1)
        self.distance = nn.Parameter(torch.zeros(2 * s.limit + 1))
        self.label_root = nn.Parameter(torch.zeros(s.label))
        self.label_distance = nn.Parameter(torch.zeros(2 * s.limit + 2, s.label))
        self.around = nn.Linear(4 * s.told, s.label, bias=False)
        self.last = nn.Linear(s.label, labels)
        self.drop = nn.Dropout(s.dropout)

    def forward(
        self, flat: torch.Tensor, offsets: torch.Tensor, ids: torch.Tensor, inside: torch.Tensor,
        gold: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:  # fmt: skip
        """Scores of heads (0 is the root), and of relations for the heads given in `gold`.

        `flat` and `offsets` are the features of the word types of a batch, as `EmbeddingBag` takes
        them, `ids` the type of each word (sentences × words), `inside` tells words from filling.
        """
        mask = inside[:, :, None].float()
        words = self.drop(self.rows(flat, offsets)[ids]) * mask
        h = self.drop(torch.relu(self.first(words.transpose(1, 2)))) * mask.transpose(1, 2)
        h = h + self.drop(torch.relu(self.near(h)))
        hidden = h.transpose(1, 2) * mask
        for gate in self.gates:
            hidden = (hidden + self.drop(gate(hidden, mask))) * mask
        views = self.drop(torch.relu(self.views(hidden) + self.own(words)))
        dependents, heads, words, above, told = views.split(self.sizes.views, 2)
        chosen = gold.clamp(min=0)
        return self._attach(dependents, heads, inside), self._name(
            words, above, told * mask, chosen
        )

    def _attach(
        self, words: torch.Tensor, heads: torch.Tensor, inside: torch.Tensor
    ) -> torch.Tensor:
        many, width = inside.shape
        heads = torch.cat([self.root.expand(many, 1, -1), heads], 1)
        scores = words @ self.arc @ heads.transpose(1, 2) + (heads @ self.head_bias)[:, None, :]
        limit, place = self.sizes.limit, torch.arange(width)
        gaps = (place[None, :] - place[:, None]).clamp(-limit, limit) + limit
        scores = torch.cat([scores[:, :, :1], scores[:, :, 1:] + self.distance[gaps]], 2)
        barred = torch.cat([torch.zeros(many, 1, dtype=torch.bool), ~inside], 1)[:, None, :]
        barred = barred | torch.eye(width + 1, dtype=torch.bool)[None, 1:]
        return scores.masked_fill(barred, -1e9)

    def _name(
        self, words: torch.Tensor, above: torch.Tensor, told: torch.Tensor, chosen: torch.Tensor
    ) -> torch.Tensor:
        many, width, label = words.shape
        limit, place = self.sizes.limit, torch.arange(width)
        above = torch.cat([self.label_root.expand(many, 1, -1), above], 1)
        above = above.gather(1, chosen[:, :, None].expand(-1, -1, label))
        steps = (chosen - 1 - place[None, :]).clamp(-limit, limit) + limit
        steps = steps.masked_fill(chosen == 0, 2 * limit + 1)
        # What hangs on each word, from the left and from the right (child × head).
        hangs = functional.one_hot(chosen, width + 1).to(told.dtype)
        right = (place[:, None] + 1 > torch.arange(width + 1)[None, :]).to(told.dtype)
        sides = [
            (hangs * (1 - right)).transpose(1, 2) @ told,
            (hangs * right).transpose(1, 2) @ told,
        ]
        held = torch.cat(sides, 2)
        beside = held.gather(1, chosen[:, :, None].expand(-1, -1, held.shape[2]))
        around = self.around(torch.cat([held[:, 1:], beside], 2))
        found: torch.Tensor = self.last(
            torch.relu(words + above + self.label_distance[steps] + around)
        )
        return found


def pack(
    model: Model, labels: list[str], hashes: npt.NDArray[np.uint32], kept: npt.NDArray[np.bool_]
) -> dict[str, Any]:
    """Weights in few bytes, of the features that are `kept`: embeddings in steps of a byte's range.

    Of what was rarely seen little was learnt: the parser is as good without it, and smaller.
    """
    rows = model.rows.weight.detach().numpy()
    scale = np.abs(rows).max(axis=0) / 127 + 1e-9
    arrays: dict[str, Any] = {
        "relations": np.array(labels), "hashes": hashes[kept],
        "rows": np.rint(rows / scale).astype(np.int8)[kept], "scale": scale.astype(np.float32),
        "gates": np.array(len(model.gates), np.int8),
    }  # fmt: skip
    # A convolution's weights are (out, in, place); ours are (place and in, out).
    first, near = (c.weight.permute(2, 1, 0) for c in (model.first, model.near))
    # What a word adds to its views stands after what it adds to each place of the window.
    own = model.own.weight.T.chunk(model.own.weight.shape[0] // first.shape[2], 1)
    small: dict[str, torch.Tensor] = {
        "first": torch.cat([*first.unbind(0), *own]), "first_bias": model.first.bias,
        "near": near.flatten(0, 1), "near_bias": model.near.bias,
        "views": model.views.weight.T, "views_bias": model.views.bias,
        "around": model.around.weight.T, "last": model.last.weight.T, "last_bias": model.last.bias,
    }  # fmt: skip
    for number, gate in enumerate(model.gates):
        small |= {f"gate{number}": gate.both.weight.T, f"gate{number}_bias": gate.both.bias}
    for name in ("arc", "head_bias", "root", "distance", "label_root", "label_distance"):
        small[name] = getattr(model, name)
    return arrays | {k: v.detach().numpy().astype(np.float16) for k, v in small.items()}


def unpack(model: Model, hashes: npt.NDArray[np.uint32], arrays: dict[str, Any]) -> None:
    """Puts packed weights into a model of the same sizes; features that they lack begin at zero."""
    s = model.sizes
    known = {int(code): place for place, code in enumerate(arrays["hashes"])}
    places = [known.get(int(code), -1) for code in hashes]
    rows = arrays["rows"].astype(np.float32) * arrays["scale"]
    rows = np.concatenate([rows, np.zeros((1, s.size), np.float32)])[places]

    def tensor(name: str) -> torch.Tensor:
        return torch.from_numpy(arrays[name].astype(np.float32))

    span = 2 * s.reach + 1
    first, own = tensor("first").split([span * s.size, len(arrays["first"]) - span * s.size])
    state = {
        "rows.weight": torch.from_numpy(rows),
        "first.weight": first.reshape(span, s.size, s.hidden).permute(2, 1, 0),
        "own.weight": torch.cat([*own.reshape(-1, s.size, s.hidden)], 1).T,
        "near.weight": tensor("near").reshape(3, s.hidden, s.hidden).permute(2, 1, 0),
        "around.weight": tensor("around").T,
    }
    for name in ("first", "near"):
        state[f"{name}.bias"] = tensor(f"{name}_bias")
    for name in ("views", "last"):
        state |= {f"{name}.weight": tensor(name).T, f"{name}.bias": tensor(f"{name}_bias")}
    for k in range(len(model.gates)):
        state[f"gates.{k}.both.weight"] = tensor(f"gate{k}").T
        state[f"gates.{k}.both.bias"] = tensor(f"gate{k}_bias")
    for name in ("arc", "head_bias", "root", "distance", "label_root", "label_distance"):
        state[name] = tensor(name)
    model.load_state_dict(state)
