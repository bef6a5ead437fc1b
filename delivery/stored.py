"""A response as it can be kept and sent again: its body packed once, its ETag worked out once."""

import gzip
from dataclasses import dataclass
from hashlib import sha256

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

BROTLI_QUALITY = 5
# Chosen by the page cache itself; the language stands in the address.
NOT_KEPT = {"content-length", "etag", "vary"}


@dataclass(frozen=True)
class StoredResponse:
    """`bodies` by content coding, best first; the one of no coding is the body itself.

    Nothing secret stands in a shared response, so packing it gives nothing away (BREACH).
    """

    headers: tuple[tuple[str, str], ...]
    etag: str
    bodies: dict[str, bytes]

    @classmethod
    def of(cls, response: HttpResponse) -> "StoredResponse":
        body = response.content
        headers = tuple(
            (name, value) for name, value in response.items() if name.lower() not in NOT_KEPT
        )
        bodies = {
            "br": brotli.compress(body, quality=BROTLI_QUALITY, mode=brotli.MODE_TEXT),
            "gzip": gzip.compress(body, compresslevel=6, mtime=0),
            "": body,
        }
        return cls(headers, f'W/"{sha256(body).hexdigest()[:32]}"', bodies)

    def answer(self, request: HttpRequest) -> HttpResponse:
        coding = self.coding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        response = HttpResponse(self.bodies[coding], headers=dict(self.headers))
        if coding:
            response["Content-Encoding"] = coding
        response["ETag"] = self.etag
        # Whoever signs in gets pages of their own under the same address.
        patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
        if "HTTP_IF_NONE_MATCH" in request.META:
            return get_conditional_response(request, etag=self.etag, response=response)
        response["Content-Length"] = str(len(self.bodies[coding]))
        return response

    def coding_for(self, accepted: str) -> str:
        """Return the best coding that is asked for by name and not refused with a weight of nothing."""
        offers = [offer.partition(";") for offer in accepted.lower().replace(" ", "").split(",")]
        names = {name for name, _, weight in offers if weight not in ("q=0", "q=0.0")}
        return next((coding for coding in self.bodies if coding in names), "")
