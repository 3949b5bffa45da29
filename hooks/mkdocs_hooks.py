"""A build of the guide inside MkDocs, in the order in which MkDocs calls it: the only file that imports mkdocs.

MkDocs makes the hand-written pages in docs/; everything made from records the program writes itself, once, at the end.
static-i18n runs all events below once per language, in one process: first for Dutch, and from inside its
`on_post_build` for every other language, with `building` set.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape, unescape
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from jinja2 import ChoiceLoader, DictLoader, Environment, PrefixLoader
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from wijkgids import build as door  # here and not later: this folder is on sys.path only while this file executes

ROOT = Path(__file__).resolve().parent.parent
log = logging.getLogger("mkdocs.hooks.wijkgids")  # --strict counts the warnings of loggers under `mkdocs.` only

# When a nested language fails, static-i18n leaves MkDocs' cleaning switched off for the rest of the process.
clean_directory = utils.clean_directory

GIDS_LINK = re.compile(r'(?<=\bhref=")gids:([^"#]*)(#[^"]*)?(?=")')
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
RESIDENT = "gids/prose.html"
EMPTY = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Fout in de gids</title><body>'
UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.", "sitemap.xml")


@dataclass
class Run:
    """What one process remembers from event to event."""

    serving: bool = False
    loaded: door.Loaded | None = None  # while serving: the last good records
    report: str = ""  # what is wrong now with the records in data/
    told: str = ""  # the points of attention as they were last said
    written: set[Path] = field(default_factory=set)  # while serving: the last good pages, as they stand in the site
    prose: dict[str, door.ProsePage] = field(default_factory=dict)  # by address, of all languages


run = Run()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether somebody watches: a build may fail, a server may not."""
    run.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check all records, before MkDocs cleans the site that stands there."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return config
    utils.clean_directory = _clean_around_the_guide if run.serving else clean_directory
    config.theme.static_templates.clear()  # MkDocs' 404 and sitemap would land on top of ours
    run.prose.clear()
    loaded = door.load(ROOT, _today(), _host_facts(config))
    run.report = "" if loaded.ok else loaded.report
    if loaded.ok:
        run.loaded = loaded
        if loaded.problems and loaded.report != run.told:  # ended consents, old checks: said once, and never in the way
            log.info("\n%s", loaded.report)
            run.told = loaded.report
    elif not run.serving:  # a server keeps the last good guide: raising would leave the browser waiting
        raise PluginError(loaded.report)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the site does not use of Material, and static-i18n's sitemap, now no template but a file."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    return files


@event_priority(-200)  # after static-i18n has made the navigation of this language
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Lead `gids:…` in the navigation to pages of this language, in sections too."""
    _resolve_items(nav.items, _language(config))
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let prose for residents leave MkDocs' templates as bare text: `on_post_page` dresses it in our own."""
    bare = PrefixLoader({"gids": DictLoader({"prose.html": "{{ page.content }}"})})
    env.loader = ChoiceLoader([bare] + ([env.loader] if env.loader else []))
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Tell Material's templates what only the guide knows."""
    prose = _prose_page(page, config)
    config.theme["language"] = prose.written_in  # a page that falls back on Dutch is a Dutch page, left to right
    context["gids"] = {
        "page": prose,
        "names": {language.locale: language.name for language in _languages(config)},
        "notices": door.notices(run.loaded, _language(config)) if run.loaded else {},
    }
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Resolve links from prose to records; dress prose for residents; remember the page for sitemap and switchers."""
    if page.meta.get("plaatshouder") == "ja":
        return ""  # MkDocs writes no empty page: the program writes its own in this place
    language = _language(config)
    prose = _prose_page(page, config)
    output = GIDS_LINK.sub(lambda link: _href(link, page, language), output)
    if run.loaded and page.meta.get("template") == RESIDENT:
        output = door.prose(run.loaded, prose, output)
    run.prose[prose.path] = prose
    return output


@event_priority(-200)  # the one true end: any earlier, and the other languages do not exist yet
def on_post_build(config: MkDocsConfig) -> None:
    """Write everything that is made from records, for all languages."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    site = Path(config.site_dir)
    if run.loaded and not run.report:
        try:
            written = set(door.write(run.loaded, site, [run.prose[path] for path in sorted(run.prose)]))
        except door.Unprintable as error:  # its report names the record
            run.report = str(error)
        else:
            _refuse_overwriting(site, written)
            for path in run.written - written:
                path.unlink(missing_ok=True)
            run.written = written
    if run.report and run.serving:
        log.error(run.report)
        _show_report(site / "index.html")
    elif run.report:
        raise PluginError(run.report)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Let MkDocs' reloading script run: the guide's own pages forbid scripts that stand in the page."""
    inject: Callable[[bytes, float], bytes] = server._inject_js_into_html
    server._inject_js_into_html = lambda content, epoch: inject(POLICY.sub(b"", content), epoch)  # type: ignore[method-assign]
    return server


def _today() -> date | None:
    """Return the day in WIJKGIDS_TODAY; None leaves it to the settings and the clock."""
    try:
        return door.day_of_environment()
    except ValueError as error:
        raise PluginError(str(error)) from None


def _host_facts(config: MkDocsConfig) -> door.HostFacts:
    """Return what mkdocs.yml says about the guide; `serve` has put its own address over the one in the file."""
    written: Mapping[str, Any] = config.user_configs[0] if config.user_configs else {}
    return door.HostFacts(
        site_name=config.site_name,
        site_url=str(written.get("site_url", config.site_url) or ""),
        languages=tuple(language.locale for language in _languages(config)),
    )


def _languages(config: MkDocsConfig) -> list[Any]:
    """Return static-i18n's languages, the default one first."""
    languages: list[Any] = config.plugins["i18n"].config.languages
    return sorted(languages, key=lambda language: not language.default)


def _language(config: MkDocsConfig) -> str:
    return str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]


def _prose_page(page: Page, config: MkDocsConfig) -> door.ProsePage:
    """Return what the program needs to know of a hand-written page: where it is, in which languages it exists."""
    languages = [language.locale for language in _languages(config)]
    default, language = languages[0], _language(config)
    name = page.file.norm_src_uri  # type: ignore[attr-defined]  # static-i18n adds it, and `locale`
    address = page.url if language == default else str(PurePosixPath(page.url).relative_to(language))
    own = frozenset(code for code in languages if Path(config.docs_dir, code, name).is_file())
    return door.ProsePage(
        path=page.url,
        lang=language,
        title=str(page.title or config.site_name),
        source=f"docs/{page.file.src_uri}",
        written_in=page.file.locale,  # type: ignore[attr-defined]
        unread=page.meta.get("gelezen") == "nee",
        alternates={
            code: address if code == default else f"{code}/{address}"
            for code in languages
            if code in own or default in own
        },
        own=own,
    )


def _resolve_items(items: Iterable[object], language: str) -> None:
    for item in items:
        if isinstance(item, Section):
            _resolve_items(item.children, language)
        elif isinstance(item, Link) and item.url.startswith("gids:"):
            item.url = _address(item.url.removeprefix("gids:"), language, "mkdocs.yml, nav")


def _href(link: re.Match[str], page: Page, language: str) -> str:
    reference, anchor = unescape(link[1]), link[2] or ""
    target = _address(reference, language, f"docs/{page.file.src_uri}")
    return escape(utils.get_relative_url(target, page.url)) + anchor


def _address(reference: str, language: str, where: str) -> str:
    """Return the site-relative address of a record's page; warn, so that --strict fails, when there is none."""
    target = door.resolve(run.loaded, reference, language) if run.loaded else ""
    if target is None:
        log.warning(f"{where}: de link gids:{reference} leidt nergens heen. Bestaat die naam in data/?")
    return target or "index.html"


def _clean_around_the_guide(directory: str) -> None:
    """Clean the served site but for the program's pages: it writes again only those that changed."""
    for path in Path(directory).rglob("*"):
        if path.is_file() and path not in run.written:
            path.unlink()


def _refuse_overwriting(site: Path, written: Iterable[Path]) -> None:
    """Warn when the program wrote over prose that did not offer its place (front matter `plaatshouder: ja`)."""
    for address in sorted({path.relative_to(site).as_posix() for path in written} & set(run.prose)):
        source = run.prose[address].source
        log.warning(f"{source}: {address} is ook een pagina van de gids. Geef je pagina een andere naam.")


def _show_report(home: Path) -> None:
    """While serving with bad records: say so on the page people look at, above the last good guide or instead of it."""
    report = f'<pre id="verslag" lang="nl" style="white-space:pre-wrap;padding:1rem">{escape(run.report)}</pre>'
    page = home.read_text(encoding="utf-8") if home.is_file() else EMPTY
    page = re.sub(r'<pre id="verslag".*?</pre>', "", page, flags=re.DOTALL)
    body = re.search(r"<body[^>]*>", page)
    start = body.end() if body else 0
    utils.write_file((page[:start] + report + page[start:]).encode(), str(home))
