"""Short reports written for this project, used by `demo`, the docs and the tests.

They retell what real reports told of North Korea, figures included, in words of their own, and
take over the shapes in which such reports come. None is a publication of any organization; each
says so. All names are paths of text files, to be given to `load`:

- `OLD`, `NEW`: two editions of one organization, four years apart. The outline is rebuilt;
  claims are dropped, added, reworded, split, merged, moved, hedged and reversed; figures change
  or agree.
- `HRW_2014`: a page in one line, headings glued to the text, with its own list of contents.
- `HRW_2019`: a page with navigation, a caption and a list of essays on top.
- `CONCERNS`: an undated page of concerns with a list of news below.
- `ALL`: the five of them.

>>> OLD.endswith("amnesty_2017_18.txt"), len(ALL)
(True, 5)
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["ALL", "CONCERNS", "HRW_2014", "HRW_2019", "NEW", "OLD"]

_HERE = Path(__file__).parent

OLD = str(_HERE / "amnesty_2017_18.txt")
NEW = str(_HERE / "amnesty_2021_22.txt")
HRW_2014 = str(_HERE / "hrw_2014.txt")
HRW_2019 = str(_HERE / "hrw_2019.txt")
CONCERNS = str(_HERE / "amnesty_usa_concerns.txt")
ALL = (OLD, NEW, HRW_2014, HRW_2019, CONCERNS)
