/* Words a person hears instead of seeing: alternatives, names, labels, tables, errors. */
() => {
  const { shown, at, quiet, name } = window.seen;
  const found = [];
  axe.setup(document); // names are computed by axe
  const say = (rule, element, words = "") => found.push({ rule, at: at(element), words });
  const all = (selector) => [...document.querySelectorAll(selector)];

  const NOTHING =
    /^(an? |une? |een |ein |de |la |le |the )?(image|images|img|photo|foto|picture|pic|icon|icône|icone|pictogramme?|logo|graphic|graphique|grafiek|grafik|chart|diagram|afbeelding|beeld|bild|abbildung|illustration|illustratie|qr|qr[- ]?code|svg|alt|text|texte|tekst|untitled|sans titre|spacer|button|bouton|knop|link|lien|click|menu item|element|todo|placeholder)[ .\d_-]*$/i;
  const FILE = /\.(png|jpe?g|gif|svg|webp|avif|pdf)$|^(img|dsc|image|screenshot)[-_ ]?\d+$/i;
  const SAYS_NOTHING =
    /^(cliquez|cliquer|clique[sz]?)? ?(ici|here|hier|click here|klik hier|hier klicken|en savoir plus|lire la suite|read more|more|meer|lees meer|mehr|mehr erfahren|weiterlesen|lien|link|plus)[ .…>»]*$/i;

  for (const one of all("img, svg, canvas, [role=img], input[type=image], area, object, video")) {
    if (!shown(one) || quiet(one) || one.parentElement.closest("svg")) continue;
    const alternative = name(one);
    const decorative = one.matches("img[alt=''], [role=presentation], [role=none]");
    if (decorative) continue;
    if (!alternative) say("picture-without-alternative", one);
    else if (NOTHING.test(alternative) || FILE.test(alternative)) say("useless-alternative", one, alternative);
  }
  for (const one of all("[aria-label], [title]")) {
    const label = one.getAttribute("aria-label") ?? one.getAttribute("title");
    if (shown(one) && (!label.trim() || NOTHING.test(label) || FILE.test(label))) say("useless-name", one, label);
  }

  const leads = new Map();
  for (const one of all("a[href], button, summary, [role=button], [role=link]")) {
    if (!shown(one) || quiet(one)) continue;
    const label = name(one);
    if (!label) say("nothing-to-hear", one);
    else if (SAYS_NOTHING.test(label)) say("words-that-say-nothing", one, label);
    if (!one.matches("a[href]") || !label) continue;
    const where = one.href.split("#")[0] === location.href.split("#")[0] ? one.href : one.href.split("#")[0];
    if (leads.has(label) && leads.get(label) !== where) say("same-words-other-place", one, `${label}: ${leads.get(label)} ${where}`);
    leads.set(label, where);
  }

  for (const field of all("input:not([type=hidden], [type=submit], [type=button], [type=image]), select, textarea")) {
    if (!shown(field) && !field.closest("label")) continue;
    const labels = [...(field.labels || [])].filter((label) => label.textContent.trim());
    const named = labels.length || field.getAttribute("aria-label")?.trim() || field.getAttribute("aria-labelledby");
    if (!named) say(field.placeholder ? "placeholder-as-label" : "field-without-label", field, field.placeholder || "");
    const spoken = (field.getAttribute("aria-label") || "").trim().toLowerCase();
    if (field.placeholder && spoken && !labels.length && spoken === field.placeholder.trim().toLowerCase())
      say("placeholder-as-label", field, field.placeholder);
    for (const word of (field.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean))
      if (!document.getElementById(word)) say("description-that-is-not-there", field, word);
  }
  for (const group of all("fieldset")) if (shown(group) && !group.querySelector(":scope > legend")?.textContent.trim()) say("group-without-legend", group);

  for (const table of all("table")) {
    if (!shown(table) || table.matches("[role=presentation], [role=none]")) continue;
    const heads = [...table.querySelectorAll("th")];
    if (!heads.length) say("table-without-headers", table);
    for (const head of heads) if (!/^(col|row|colgroup|rowgroup)$/.test(head.scope)) say("header-without-scope", head, head.textContent.trim());
    const named = table.caption || table.getAttribute("aria-label") || table.getAttribute("aria-labelledby");
    const around = table.closest("section[aria-label], section[aria-labelledby], aside[aria-label], aside[aria-labelledby], [role=region], [role=group], figure");
    if (!named && !around && !table.closest("main")?.querySelector("h1, h2")) say("table-without-name", table);
  }

  const ids = new Set();
  for (const one of all("[id]")) {
    if (ids.has(one.id)) say("same-id-twice", one, one.id);
    ids.add(one.id);
  }

  const wrong = all("[aria-invalid=true]");
  for (const field of wrong) {
    const told = (field.getAttribute("aria-describedby") || field.closest("[aria-describedby]")?.getAttribute("aria-describedby") || field.getAttribute("aria-errormessage") || "")
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent.trim());
    if (!told.some(Boolean)) say("error-not-told-at-its-field", field);
  }
  const alert = document.querySelector("[role=alert]");
  const refused = performance.getEntriesByType("navigation")[0]?.responseStatus === 422;
  if (refused && !alert?.textContent.trim()) say("errors-not-announced", document.body);
  if (refused && alert && !alert.contains(document.activeElement)) say("errors-without-focus", alert);
  for (const link of alert ? alert.querySelectorAll("a[href^='#']") : [])
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) say("error-leads-nowhere", link, link.hash);

  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6, [role=heading]")) {
    if (!shown(heading) || quiet(heading)) continue;
    const now = Number(heading.getAttribute("aria-level") || heading.localName[1]);
    if (level && now > level + 1) say("heading-skipped", heading, `h${level} then h${now}`);
    if (!heading.textContent.trim()) say("empty-heading", heading);
    level = now;
  }

  if (!document.title.trim()) say("page-without-title", document.documentElement);
  if (!/^(fr|nl|en|de)$/.test(document.documentElement.lang)) say("page-without-language", document.documentElement, document.documentElement.lang);
  for (const one of all("iframe, frame, marquee, blink, meta[http-equiv=refresh]")) say("not-in-this-house", one, one.localName);
  for (const one of all("audio[autoplay], video[autoplay]")) say("starts-by-itself", one);
  for (const one of all("[tabindex]")) if (Number(one.getAttribute("tabindex")) > 0) say("order-forced-by-tabindex", one);
  for (const one of all("[style]")) say("inline-style", one);
  axe.teardown();
  return found;
}
