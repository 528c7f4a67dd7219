/* Put into every page before its own scripts: remembers who listens to clicks, and says aloud what the browser's
 * policy refused. */
(() => {
  const listening = new WeakMap();
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    if (this instanceof Element) {
      if (!listening.has(this)) listening.set(this, new Set());
      listening.get(this).add(kind);
    }
    return add.call(this, kind, ...rest);
  };
  window.listeningFor = (element) => listening.get(element) || new Set();
  add.call(document, "securitypolicyviolation", (event) => {
    console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
  });
})();
