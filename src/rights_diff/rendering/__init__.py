"""Facts → view records → pages, text and data. Nothing here reads files or compares."""
