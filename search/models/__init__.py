from search.models.curation import BestBet, Synonyms
from search.models.document import SearchDocument
from search.models.record import SearchRecord
from search.models.state import RebuildState
from search.models.vocabulary import SpellingVariant, VocabularyWord

__all__ = [
    "BestBet",
    "RebuildState",
    "SearchDocument",
    "SearchRecord",
    "SpellingVariant",
    "Synonyms",
    "VocabularyWord",
]
