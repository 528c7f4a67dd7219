"""All activities of the demo, the themes taking turns."""

from itertools import chain

from phare.faces.console.demo.programme.choosing import CHOOSING
from phare.faces.console.demo.programme.learning import LEARNING
from phare.faces.console.demo.programme.moving import MOVING
from phare.faces.console.demo.programme.starting import STARTING
from phare.faces.console.demo.programme.working import WORKING

BY_THEME = (WORKING, LEARNING, CHOOSING, STARTING, MOVING)
IDEAS = tuple(chain.from_iterable(zip(*BY_THEME, strict=True)))
