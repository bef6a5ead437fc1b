from home.models.content import ContentPage
from home.models.home import HomePage
from home.models.landing import LandingPage

__all__ = ["ContentPage", "HomePage", "LandingPage"]
