from blog.models.attached import BlogPostAuthor, BlogPostTag, RelatedPost
from blog.models.index import BlogIndexPage
from blog.models.patterns import PostPattern
from blog.models.post import BlogPostPage
from blog.models.series import Series
from blog.models.taxonomy import Category, Tag

__all__ = [
    "BlogIndexPage",
    "BlogPostAuthor",
    "BlogPostPage",
    "BlogPostTag",
    "Category",
    "PostPattern",
    "RelatedPost",
    "Series",
    "Tag",
]
