from blog.models.index import BlogIndexPage
from blog.models.post import BlogPostAuthor, BlogPostPage, BlogPostTag, RelatedPost
from blog.models.taxonomy import Category, Tag

__all__ = [
    "BlogIndexPage",
    "BlogPostAuthor",
    "BlogPostPage",
    "BlogPostTag",
    "Category",
    "RelatedPost",
    "Tag",
]
