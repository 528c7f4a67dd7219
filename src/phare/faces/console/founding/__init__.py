"""`phare found`: one file describes a network and a centre, and the house is opened from it.

`reading` says what a file means and everything that is wrong with it; `opening` writes it.
"""
