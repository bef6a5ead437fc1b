from people.models.index import PeopleIndexPage
from people.models.person import Person, PersonLink

__all__ = ["PeopleIndexPage", "Person", "PersonLink"]
