"""Texts: what pages and sheets say, in each language."""

from wijkgids.texts.pieces import Ltr, Name, OwnName, Piece, Prose, Sentence, Strong, flat, isolated
from wijkgids.texts.voice import Voice, voices

__all__ = ["Ltr", "Name", "OwnName", "Piece", "Prose", "Sentence", "Strong", "Voice", "flat", "isolated", "voices"]
