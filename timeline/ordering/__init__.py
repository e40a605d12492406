"""What came before what: relations between events with their reasons, and the ranks that follow."""

from timeline.ordering.ranking import Order
from timeline.ordering.relation import Relation
from timeline.ordering.sequencing import order

__all__ = ["Order", "Relation", "order"]
