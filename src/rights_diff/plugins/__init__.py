"""What other packages bring: found by entry points, loaded late, and checked.

`finding` knows what is installed, `checking` wraps it, `laws` says what must hold, `tools` makes
ready what a caller passes. Nothing is looked up unless a user names a plug-in, or a file's suffix
is none that is read here.
"""
