"""The contract of the programming interface, in OpenAPI 3.1; a test holds the answers to it."""

from typing import Any

from phare.activities.choices import Kind, Mode, SessionState
from phare.centres.queries import Centre, audiences, languages, themes
from phare.faces.api.asking import A_PAGE, LARGEST_PAGE, LAST_PAGE
from phare.faces.shared.wording import LANGUAGES

Schema = dict[str, Any]

TEXT: Schema = {
    "type": ["object", "null"],
    "required": ["text", "language"],
    "properties": {
        "text": {"type": "string"},
        "language": {
            "type": "string",
            "description": "The language the text is really in; another one than the language "
            "asked for where it is not translated.",
        },
    },
}
WORD: Schema = {"type": "string"}
WORDS: Schema = {"type": "array", "items": WORD}
MOMENT: Schema = {"type": "string", "format": "date-time"}
URL: Schema = {"type": "string", "format": "uri"}


def _thing(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


ACTIVITY: dict[str, Schema] = {
    "key": WORD,
    "url": URL,
    "kind": {"type": "string", "enum": Kind.values},
    "title": _ref("Text"),
    "lead": _ref("Text"),
    "text": _ref("Text"),
    "bring": _ref("Text"),
    "themes": WORDS,
    "audiences": WORDS,
    "scheme": {"type": ["string", "null"]},
    "age_from": {"type": ["integer", "null"], "description": "Declared, never verified."},
    "age_below": {"type": ["integer", "null"]},
    "partners": {
        "type": "array",
        "items": _ref("Text"),
        "description": "Who makes it together, in alphabetical order.",
    },
}
SESSION: dict[str, Schema] = {
    "key": WORD,
    "uid": {"type": "string", "format": "uuid", "description": "UID of its calendar entry."},
    "sequence": {"type": "integer", "minimum": 0, "description": "One more a change."},
    "url": URL,
    "state": {
        "type": "string",
        "enum": [str(s) for s in SessionState if s != SessionState.DRAFT],
    },
    "cancelled_because": _ref("Text"),
    "starts_at": MOMENT,
    "ends_at": MOMENT,
    "languages": WORDS,
    "places": _list("Places"),
    "rooms": {"type": "array", "items": _ref("Text")},
    "address": _ref("Text"),
    "note": _ref("Text"),
    "is_open": {"type": "boolean", "description": "Whether registrations are taken now."},
    "series": {"type": ["string", "null"]},
    "activity": _ref("Activity"),
}
PLACES: dict[str, Schema] = {
    "mode": {"type": "string", "enum": Mode.values},
    "capacity": {"type": "integer", "minimum": 0},
    "left": {"type": "integer", "minimum": 0},
    "waiting": {"type": "integer", "minimum": 0},
}
PAGE: dict[str, Schema] = {
    "count": {"type": "integer", "minimum": 0},
    "page": {"type": "integer", "minimum": 1},
    "pages": {"type": "integer", "minimum": 1},
    "next": {"type": ["string", "null"]},
    "previous": {"type": ["string", "null"]},
    "sessions": _list("Session"),
}
WRONG: dict[str, Schema] = {"parameter": WORD, "message": WORD}
SCHEMAS: dict[str, Schema] = {
    "Text": TEXT,
    "Places": _thing(PLACES),
    "Activity": _thing(ACTIVITY),
    "Session": _thing(SESSION),
    "Sessions": _thing(PAGE),
    "WithDates": _thing({**ACTIVITY, "sessions": _list("Session")}),
    "Wrong": _thing({"error": _thing(WRONG)}),
}


def openapi(origin: str, *, centre: Centre) -> Schema:
    """The codes of this centre stand in it, so that a mistyped one is found before it is sent."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Phare: the programme",
            "version": "1.0.0",
            "description": "What a centre offers to groups: public, read only, without a key. "
            "Nobody is named.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": f"{origin}/api/v1"}],
        "paths": {
            "/sessions": _get("Sessions to come", "Sessions", _filters(centre)),
            "/sessions/{key}": _get("One session", "Session", [KEY, LANGUAGE], missing=True),
            "/activities/{key}": _get(
                "An activity with its dates to come", "WithDates", [KEY, LANGUAGE], missing=True
            ),
        },
        "components": {"schemas": SCHEMAS},
    }


KEY: Schema = {
    "name": "key",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$", "maxLength": 16},
}
LANGUAGE: Schema = {
    "name": "language",
    "in": "query",
    "description": "Language of the texts; without it, Accept-Language decides.",
    "schema": {"type": "string", "enum": list(LANGUAGES)},
}


def _filters(centre: Centre) -> list[Schema]:
    return [
        _many("theme", "Sessions of any of these themes.", themes(centre=centre)),
        _many("spoken", "Sessions held in any of these languages.", languages(centre=centre)),
        _many("audience", "Sessions for any of these audiences.", audiences(centre=centre)),
        _query("mode", "On site or online.", {"type": "string", "enum": Mode.values}),
        _query("free", "Only with free places.", {"type": "string", "enum": ["true", "false"]}),
        _query("from", "First day.", {"type": "string", "format": "date"}),
        _query("until", "Last day.", {"type": "string", "format": "date"}),
        _query("page", "", {"type": "integer", "minimum": 1, "maximum": LAST_PAGE, "default": 1}),
        _query(
            "per_page",
            "",
            {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": A_PAGE},
        ),
        LANGUAGE,
    ]


def _query(name: str, description: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _many(name: str, description: str, words: Any) -> Schema:
    schema = {"type": "array", "items": {"type": "string", "enum": [one.code for one in words]}}
    return {**_query(name, description, schema), "style": "form", "explode": True}


def _get(summary: str, schema: str, parameters: list[Schema], *, missing: bool = False) -> Schema:
    answers = {
        "200": _answer("As asked.", schema),
        "304": {"description": "As it was: If-None-Match held its ETag."},
        "422": _answer("A parameter is wrong.", "Wrong"),
    }
    if missing:
        answers["404"] = _answer("There is none, or it is not public.", "Wrong")
    return {"get": {"summary": summary, "parameters": parameters, "responses": answers}}


def _answer(description: str, schema: str) -> Schema:
    return {"description": description, "content": {"application/json": {"schema": _ref(schema)}}}
