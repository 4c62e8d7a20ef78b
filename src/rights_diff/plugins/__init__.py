"""What other packages bring: found by entry points, loaded late, and checked.

`finding` knows what is installed, `checking` wraps it, `laws` says what must hold. Nothing here is
imported unless a user names a plug-in, or a file's suffix is none that is read here.
"""

from __future__ import annotations

from rights_diff.plugins.finding import Plugin, installed

__all__ = ["Plugin", "installed"]
