"""Reports written out: words of a language, charts, pages, paper, tables of text."""
