"""Short reports written for this project, used by `demo`, the docs and the tests."""
