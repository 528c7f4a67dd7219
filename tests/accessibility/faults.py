"""Twenty-two pages with one fault each, and the same page without any."""

LEAD = "Nous écoutons votre question et nous cherchons ensemble la personne qui peut y répondre."
DUTCH = "Wij luisteren naar uw vraag en zoeken samen wie daar vandaag een antwoord op kan geven."
CSS = """
body { font: 1.125rem/1.5 sans-serif; margin: 1rem; color: #10202d; background: #fff }
a { color: #10408c } a, button, input { padding: 0.7rem 1rem; font: inherit }
nav a, li a { display: inline-block } p a { padding: 0 }
button, input { min-height: 48px; min-width: 48px; box-sizing: border-box }
:focus-visible { outline: 4px solid #10202d; outline-offset: 2px }
th, td { padding: 0.5rem; text-align: start } .field { display: flex; flex-direction: column }
"""
BODY = f"""<header><nav aria-label="Pages"><a href="/a/">Accueil</a>
<a href="/b/">Horaires</a></nav></header>
<main><h1>Votre visite</h1><p>{LEAD}</p><h2>Quand venir</h2>
<p>Regardez d’abord les <a href="/c/">heures d’ouverture de la semaine</a> avant de partir.</p>
<table><caption>Heures</caption><thead><tr><th scope="col">Jour</th><th scope="col">Heures</th></tr>
</thead><tbody><tr><th scope="row">Lundi</th><td>9:00–17:00</td></tr></tbody></table>
<svg role="img" aria-label="Entrée par la cour, rampe à gauche" width="60" height="60">
<circle cx="30" cy="30" r="20"/></svg><form>
<div class="field"><label for="town">Votre commune</label>
<input id="town" name="town" autocomplete="off"></div><button>Envoyer la réponse</button>
</form></main>"""


def page(
    body: str = BODY,
    css: str = "",
    head: str = "<title>Votre visite · Phare</title>",
    root: str = '<html lang="fr">',
    view: str = "width=device-width, initial-scale=1",
) -> str:
    return (
        f'<!doctype html>{root}<head><meta charset="utf-8"><meta name="viewport" content="{view}">'
        f"{head}<style>{CSS}{css}</style></head><body>{body}</body></html>"
    )


def instead(old: str, new: str, **more: str) -> str:
    assert BODY.count(old) == 1, old
    return page(BODY.replace(old, new), **more)


SOUND = page()
FAULTS = {
    "passage in another language": instead(LEAD, DUTCH),
    "alternative that says image": instead("Entrée par la cour, rampe à gauche", "image"),
    "placeholder instead of a label": instead(
        '<label for="town">Votre commune</label>\n<input',
        '<input placeholder="Votre commune" aria-label="Votre commune"',
    ),
    "div that only a click opens": instead(
        "</form>", "</form><div onclick=\"location='/d/'\">Voir les ateliers</div>"
    ),
    "click heard by script only": instead(
        "</form>",
        '</form><p id="more">Voir les ateliers</p><script>document.getElementById("more")'
        '.addEventListener("click", () => {})</script>',
    ),
    "table without headers": page(
        BODY.replace("<th ", "<td ").replace("</th>", "</td>").replace(' scope="col"', "")
    ),
    "order turned round by the style": page(
        css="nav { display: flex; flex-direction: row-reverse; justify-content: flex-end }"
    ),
    "target of 16 pixels": page(
        css="button { min-height: 0; min-width: 0; height: 16px; width: 16px; padding: 0; "
        "overflow: hidden; font-size: 4px }"
    ),
    "sideways at 400 %": page(css="h1 { width: 700px }"),
    "focus taken away": page(css="a:focus-visible { outline: none }"),
    "field without a label": instead('<label for="town">Votre commune</label>', ""),
    "pale words": page(css="main p { color: #b0b6bb }"),
    "same id twice": instead("<h2>", '<h2 id="town">'),
    "link without words": instead("Horaires", "<span></span>"),
    "heading skipped": instead("<h2>Quand venir</h2>", "<h4>Quand venir</h4>"),
    "page without a language": page(root="<html>"),
    "page without a title": page(head=""),
    "order forced by tabindex": instead("<button>", '<button tabindex="3">'),
    "reachable but hidden from a reader": instead(
        '<a href="/b/">', '<a href="/b/" aria-hidden="true">'
    ),
    "role without its state": instead(
        "<button>", '<span role="checkbox" tabindex="0">Avec rampe</span><button>'
    ),
    "link told by its colour alone": page(
        css="p a { text-decoration: none; color: #1b3a5f } p { color: #10202d }"
    ),
    "zoom forbidden": page(view="width=device-width, user-scalable=no"),
}
