"""Fixtures that several unit tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An empty folder that packages with plug-ins are put into, as an installer does."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder
