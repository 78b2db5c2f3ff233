"""What MkDocs does not know of our documents: where their links lead, and that none of them is broken or left out."""

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.exceptions import PluginError

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"(?ms)(^ *```.*?^ *```)")
NAMED = re.compile(r"(?m)^( *```\w+) .*$")
LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^()\s#]+)")
SCM = re.search(r"<scm.*?<url>(.*?)</url>", (ROOT / "pom.xml").read_text(), re.S).group(1)
JAVADOC = "javadoc/"


def on_config(config):
    config["nav"] = expanded(config["nav"], Path(config["docs_dir"]))


def expanded(entry, folder):
    if isinstance(entry, list):
        return [one for part in entry for one in as_list(expanded(part, folder))]
    if isinstance(entry, dict):
        return {title: expanded(part, folder) for title, part in entry.items()}
    if "*" in entry:
        return sorted(file.relative_to(folder).as_posix() for file in folder.glob(entry))
    return entry


def as_list(entry):
    return entry if isinstance(entry, list) else [entry]


def on_nav(nav, config, files):
    left_out = {file.src_uri for file in files.documentation_pages()} - {page.file.src_uri for page in nav.pages}
    if left_out:
        raise PluginError(f"Not in the navigation of mkdocs.yml: {sorted(left_out)}")


def on_page_markdown(markdown, page, config, files):
    """A folder's page is its README; what is no document is read where the code is kept."""
    folder = posixpath.dirname(page.file.src_uri)

    def led(link):
        path = posixpath.normpath(posixpath.join(folder, unquote(link.group(1))))
        if files.get_file_from_path(path):
            return link.group(1)
        if files.get_file_from_path(path + "/README.md"):
            return link.group(1).rstrip("/") + "/README.md"
        if not (ROOT / path).exists():
            raise PluginError(f"{page.file.src_uri} links to {path}, which is not there")
        return f"{SCM}/{'tree' if (ROOT / path).is_dir() else 'blob'}/HEAD/{path}"

    # Every second part is code, with a name for tests beside its language, which Markdown knows nothing of
    parts = CODE.split(markdown)
    return "".join(NAMED.sub(r"\1", part) if index % 2 else LINK.sub(led, part) for index, part in enumerate(parts))


class Links(HTMLParser):
    """What a page refers to, and the places in it that others can refer to."""

    def __init__(self, file):
        super().__init__()
        self.places, self.links, self.loaded = set(), [], []
        self.feed(file.read_text())

    def handle_starttag(self, tag, attributes):
        of = dict(attributes)
        self.places.add(of.get("id"))
        if tag == "a" and of.get("href"):
            self.links.append(of["href"])
        elif tag in ("link", "script", "img", "iframe"):
            self.loaded += filter(None, [of.get("href"), of.get("src")])


def on_post_build(config):
    site = Path(config["site_dir"])
    pages = {file: Links(file) for file in site.rglob("*.html") if not file.relative_to(site).as_posix().startswith(JAVADOC)}
    broken = []
    for file, page in pages.items():
        broken += [f"{file.name} loads {url} from elsewhere" for url in page.loaded if urlsplit(url).netloc]
        for url in page.links + page.loaded:
            to = urlsplit(url)
            # The page of a missing page has addresses that begin at the site's root
            if to.scheme or to.netloc or file.name == "404.html":
                continue
            target = (file.parent / unquote(to.path)).resolve() if to.path else file
            place = unquote(to.fragment)
            if not target.exists() or place and target in pages and place not in pages[target].places:
                broken.append(f"{file.relative_to(site)} refers to {url}")
    if broken:
        raise PluginError("\n".join(["Broken:", *broken]))
