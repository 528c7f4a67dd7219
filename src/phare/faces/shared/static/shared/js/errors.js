/* A form that came back says so first: its summary holds the focus once the page is there.
 *
 * The attribute `autofocus` of shared/errors.html promises the same, at some later drawing of the page, and nothing if
 * the page is drawn in the background or an address ends in a fragment. It is what remains without script.
 */

document.querySelector(".errors[autofocus]")?.focus();
