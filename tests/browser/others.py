"""What other hosts would answer, given by the test itself: requests are seen, and nothing leaves the machine."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Route

# What the makers' scripts do that matters here: each sets a cookie and tells its collector.
SCRIPTS = {
    "www.googletagmanager.com": (
        "document.cookie = '_ga=GA1.1; path=/; max-age=9999';"
        "document.cookie = '_ga_AB12=GS1; path=/; max-age=9999';"
        "fetch('https://region1.google-analytics.com/g/collect', {method: 'POST', mode: 'no-cors'});"
    ),
    "connect.facebook.net": (
        "document.cookie = '_fbp=fb.1; path=/; max-age=9999';"
        "new Image().src = 'https://www.facebook.com/tr?ev=PageView';"
    ),
    "snap.licdn.com": (
        "localStorage.setItem('li_adsId', '1'); fetch('https://px.ads.linkedin.com/collect', {mode: 'no-cors'});"
    ),
    "figures.example.org": (
        "document.cookie = '_pk_id.1=1; path=/; max-age=9999';"
        "navigator.sendBeacon('https://figures.example.org/matomo.php');"
    ),
    "plausible.io": "fetch('https://plausible.io/api/event', {method: 'POST', mode: 'no-cors'});",
}


class Others:
    """The log of what a context asks of hosts other than the site’s."""

    def __init__(self, context: BrowserContext, site_url: str):
        self.site_url = site_url
        self.requests: list[str] = []
        context.route("**/*", self.answer)

    def answer(self, route: Route) -> None:
        address = route.request.url
        if address.startswith(self.site_url):
            route.continue_()
            return
        self.requests.append(address)
        script = SCRIPTS.get(urlsplit(address).hostname, "")
        route.fulfill(content_type="text/javascript", body=script)

    @property
    def hosts(self) -> set[str]:
        return {urlsplit(address).hostname for address in self.requests}
