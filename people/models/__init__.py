from people.models.index import PeopleIndexPage
from people.models.person import Person
from people.models.person_link import PersonLink

__all__ = ["PeopleIndexPage", "Person", "PersonLink"]
