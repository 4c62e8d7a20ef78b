"""The same run on a cluster of processes, one of whose workers is killed on the way."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.corpus_fixture import bytes_below, write_corpus
from tests.extras_fixture import needed

import rights_diff as rd
from rights_diff.corpus.executing import Crew

pytestmark = pytest.mark.needs("dask")
distributed = needed("dask", "distributed")


@pytest.fixture
def client() -> Iterator[Any]:
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as found,
    ):
        yield found


def test_a_cluster_writes_the_same_bytes_though_a_worker_is_killed(
    client: Any, tmp_path: Path
) -> None:
    corpus = write_corpus(tmp_path / "reports", years=range(2005, 2010))
    rd.compare_corpus(corpus, tmp_path / "serial", executor="serial", data=["sqlite"])
    assert Crew(client.get_executor()).room == 2 * 3
    workers: list[int] = sorted(client.run(os.getpid).values())

    def kill_one(what: str, done: int, _: int) -> None:
        if what == "comparing" and done == 5:
            os.kill(workers[0], signal.SIGKILL)

    result = rd.compare_corpus(
        corpus,
        tmp_path / "dask",
        executor=client.get_executor(),
        data=["sqlite"],
        progress=kill_one,
    )
    assert result.failures == ()
    assert len(result) == 20
    assert workers[0] not in client.run(os.getpid).values()
    assert bytes_below(tmp_path / "dask") == bytes_below(tmp_path / "serial")
