/* Tries counters until the derived key begins as asked (altcha, version 2: PBKDF2 of nonce + counter). */

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (one) => one.toString(16).padStart(2, "0")).join("");

async function derived(task, salt, password) {
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: task.cost };
  return hex(await crypto.subtle.deriveBits(how, key, task.keyLength * 8));
}

onmessage = async ({ data: task }) => {
  const salt = bytes(task.salt);
  const nonce = bytes(task.nonce);
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  const counter = new DataView(password.buffer, nonce.length);
  for (let tried = 0; ; tried += 1) {
    counter.setUint32(0, tried);
    const key = await derived(task, salt, password);
    if (key.startsWith(task.keyPrefix)) return postMessage(`${tried}:${key}`);
  }
};
