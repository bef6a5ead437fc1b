from editorial.models.draft_link import DraftLink

__all__ = ["DraftLink"]
