"""Web pages, and what is given out as one."""

from tests.documents.made import packages
from tests.documents.made.prose import JOINING, MILLS, WINDMILLS, YEARS

_HEAD = '<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>Młyny</title></head>'


def article() -> bytes:
    """An article between a menu, a cookie notice and a foot."""
    return _page(
        "<nav><ul><li><a href='/'>Strona główna</a></li><li><a href='/k'>Kontakt z redakcją</a></li></ul></nav>"
        "<div class='cookie-consent'>Ta strona używa plików cookie. <button>Akceptuję</button></div>"
        f"<main><h1>Młyny Doliny Żółtej</h1><p>{MILLS}</p><h2>Jak wstąpić</h2><p>{JOINING}</p></main>"
        "<footer>Wszelkie prawa zastrzeżone</footer>"
    )


def definitions() -> bytes:
    return _page(
        f"<h1>Słownik</h1><p>{MILLS}</p><dl><dt>Koordynator</dt><dd>Spółdzielnia Wiatrak</dd>"
        "<dt>Siedziba</dt><dd>stary spichlerz w Żółtem</dd></dl>"
    )


def table() -> bytes:
    return _page(
        "<h1>Członkowie</h1><table><tr><th>Młyn</th><th>Gmina</th></tr><tr><td>Pod Lipą</td><td>Żółte</td></tr>"
        f"<tr><td>Nad Kanałem</td><td>Świerki</td></tr></table><p>{MILLS}</p>"
    )


def scripts() -> bytes:
    """Scripts, frames, and text that only shows where none run."""
    return _page(
        f"<h1>Młyny</h1><p onclick='uruchom()'>{MILLS}</p><script>var tajne = 'ze skryptu';</script>"
        "<iframe src='http://203.0.113.7/'>z ramki</iframe><object data='x.swf'>z obiektu</object>"
        "<style>p:after { content: 'ze stylu'; }</style><noscript>bez skryptu</noscript>"
        "<svg><script>w obrazku</script><foreignObject><p>z rysunku</p></foreignObject></svg>"
        "<template>z wzorca</template><meta http-equiv='refresh' content='0;url=http://203.0.113.7/'>"
        "<img src='http://203.0.113.7/licznik.png' alt=''><a href='javascript:uruchom()'>Zobacz młyny</a>"
    )


def windows_1250() -> bytes:
    page = f"<html><head><title>Młyny</title></head><body><h1>Młyny</h1><p>{MILLS}</p></body></html>"
    return page.encode("cp1250")


def iso_8859_2_said_utf_8() -> bytes:
    """Its head says UTF-8, which it is not."""
    return _page(f"<h1>Młyny</h1><p>{MILLS}</p><p>{JOINING}</p>").decode().encode("iso8859-2", "replace")


def utf_16() -> bytes:
    return _page(f"<h1>Młyny</h1><p>{MILLS}</p>").decode().encode("utf-16")


def deep() -> bytes:
    """A hundred thousand elements, each in the one before."""
    return _page(
        f"<p>{MILLS}</p>" + "<div>" * 100_000 + "Na dnie." + "</div>" * 100_000 + f"<p>{JOINING}</p>"
    )


def deep_inline() -> bytes:
    return _page(
        f"<p>{MILLS}</p><p>"
        + "<b><i>" * 50_000
        + "Pochylone."
        + "</i></b>" * 50_000
        + f"</p><p>{JOINING}</p>"
    )


def deep_lists() -> bytes:
    """Lists in lists, a thousand deep."""
    return _page(f"<p>{MILLS}</p>" + "<ul><li>poziom" * 1_000 + "</li></ul>" * 1_000)


def laughs() -> bytes:
    """XHTML whose entities stand for a thousand million words."""
    body = f"<body><p>{WINDMILLS}</p><p>&j;</p></body></html>".encode()
    head = b'<?xml version="1.0"?>' + packages.BILLION_LAUGHS.replace(b"DOCTYPE lolz", b"DOCTYPE html")
    return head + b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Mills</title></head>' + body


def external() -> bytes:
    """XHTML that would have a file of this machine read in its place."""
    body = f"<body><p>{WINDMILLS}</p><p>passwd: &a; &b;</p></body></html>".encode()
    head = b'<?xml version="1.0"?>' + packages.EXTERNAL.replace(b"DOCTYPE x", b"DOCTYPE html")
    return head + b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Mills</title></head>' + body


def includes() -> bytes:
    """It would have files put in by XInclude and by a server."""
    return _page(
        f"<p>{MILLS}</p><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"
        '<!--#include file="/etc/passwd" -->'
    )


def wide_table() -> bytes:
    """Cells that say they span a thousand million rows and columns."""
    cell = "<td rowspan='1000000000' colspan='1000000000'>szeroka</td>"
    rows = f"<tr>{cell * 50}</tr>" * 50
    return _page(f"<p>{YEARS}</p><table>{rows}</table>")


def attributes() -> bytes:
    """An element with ten thousand attributes, and a picture of eleven megabytes written into the page."""
    many = " ".join(f"a{at}='x'" for at in range(10_000))
    return _page(f"<p {many}>{MILLS}</p><img src='data:image/png;base64,{'x' * 11_000_000}'><p>{JOINING}</p>")


def unclosed() -> bytes:
    """Nothing is closed, and the end is missing."""
    return (
        f"<html><body><h1>Młyny<p>{MILLS}<ul><li>młyny żytnie<li>piekarnie<table><tr><td>Młyn<td>Gm".encode()
    )


def frames() -> bytes:
    """A page that is nothing but frames."""
    return b"<html><frameset cols='20,80'><frame src='menu.html'><frame src='tekst.html'></frameset></html>"


def only_script() -> bytes:
    """A page that its script would fill."""
    return b"<!DOCTYPE html><html><head><title>App</title></head><body><div id='app'></div><script>run()</script>"


def archive() -> bytes:
    """A page and its pictures in one file, as browsers save it (MHTML)."""
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mlyny.example/\r\nSubject: Mills\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n'
        "----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"<html><body><p>{WINDMILLS[:60]}=\r\n{WINDMILLS[60:]}</p></body></html>\r\n----x--\r\n"
    ).encode()


def _page(body: str) -> bytes:
    return f"{_HEAD}<body>{body}</body></html>".encode()
