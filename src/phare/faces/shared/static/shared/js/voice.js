/* Reading aloud, with the voices of the device only.
 *
 * A voice that is not local sends the text to a company: it is never used. Where no local voice speaks the
 * language, nothing is spoken and no button is shown.
 */

const can = "speechSynthesis" in window;

/** A local voice for a language, or undefined. */
export function voiceFor(language) {
  if (!can) return undefined;
  const short = language.slice(0, 2).toLowerCase();
  return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.slice(0, 2).toLowerCase() === short);
}

/** Calls `then` now and whenever the list of voices changes. */
export function whenVoices(then) {
  then();
  if (can) speechSynthesis.addEventListener("voiceschanged", then);
}

/** Says passages [{ text, lang }] one after the other; those without a voice are passed over. Resolves at the end. */
export async function say(passages) {
  if (!can) return;
  for (const { text, lang } of passages) {
    const voice = voiceFor(lang);
    if (!voice || !text.trim()) continue;
    await new Promise((done) => {
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = 0.95;
      words.onend = words.onerror = done;
      setTimeout(done, 30000);
      speechSynthesis.speak(words);
    });
  }
}

export function hush() {
  if (can) speechSynthesis.cancel();
}

/** The text of an element, cut where the language changes; drawings and hidden parts left out. */
export function passagesOf(root) {
  const found = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.textContent.replace(/\s+/g, " ");
      const lang = node.parentElement.closest("[lang]")?.lang || "fr";
      const last = found.at(-1);
      if (last && last.lang === lang) last.text += text;
      else if (text.trim()) found.push({ text, lang });
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.matches("[aria-hidden=true], svg, script")) return;
    for (const child of node.childNodes) walk(child);
    if (found.length && getComputedStyle(node).display !== "inline") found.at(-1).text += ". ";
  };
  walk(root);
  return found;
}
