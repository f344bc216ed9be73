// A paper being answered: each answer is sent as it is given, and kept in this browser until the server has it. Without this script the
// form and its button do the same.
"use strict";

const paper = document.getElementById("paper");
if (paper) {
  const texts = paper.dataset;
  const key = "exam:" + location.pathname;
  // The server's clock, whatever this machine's shows.
  const offset = Number(texts.now) - Date.now();
  const serverNow = () => Date.now() + offset;
  const ends = Number(texts.ends);
  const status = document.getElementById("saved");
  const remaining = document.getElementById("remaining");
  const answered = document.getElementById("answered");
  const token = paper.querySelector("[name=form_token]").value;
  let last = 0;
  let isSending = false;
  let isOver = false;
  let wait = 1000;
  let timer = 0;

  const read = () => { try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; } };
  const keep = (unsent) => {
    try {
      if (Object.keys(unsent).length) localStorage.setItem(key, JSON.stringify(unsent)); else localStorage.removeItem(key);
    } catch { /* a full or closed store: the server is asked at once anyway */ }
  };
  const controls = (item) => [...paper.querySelectorAll(`[name="a.${item}"]`)];
  const chosen = (item) => controls(item).filter((box) => box.checked).map((box) => Number(box.value));
  const items = [...paper.querySelectorAll("fieldset.question")].map((field) => Number(field.id.slice(1)));
  const count = () => {
    const done = items.filter((item) => chosen(item).length > 0).length;
    // The first number of the sentence, in either language.
    answered.textContent = answered.textContent.replace(/\d+/, String(done));
  };
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };

  async function send() {
    if (isSending || isOver) return false;
    const unsent = read();
    const numbers = Object.keys(unsent);
    if (!numbers.length) { say(texts.saved); return true; }
    isSending = true;
    say(texts.sending);
    try {
      const reply = await fetch(paper.getAttribute("action") + "/answers", {
        method: "POST", credentials: "same-origin",
        headers: { "Content-Type": "application/json", "Accept": "application/json", "X-Form-Token": token },
        body: JSON.stringify({ answers: numbers.map((item) => ({ item: Number(item), ...unsent[item] })) }),
      });
      if (reply.status === 409) {
        isOver = true;
        keep({});
        say(texts.late);
        setTimeout(() => location.reload(), 3000);
        return false;
      }
      if (!reply.ok) throw new Error(String(reply.status));
      const { saved } = await reply.json();
      const now = read();
      // What was changed again meanwhile stays to be sent.
      for (const item of saved) if (now[item] && now[item].sequence <= unsent[item].sequence) delete now[item];
      keep(now);
      wait = 1000;
      if (Object.keys(now).length) retry(0); else say(texts.saved);
      return !Object.keys(now).length;
    } catch {
      say(texts.offline);
      retry(wait);
      wait = Math.min(wait * 2, 15000);
      return false;
    } finally {
      isSending = false;
    }
  }
  function retry(after) {
    clearTimeout(timer);
    timer = setTimeout(send, after);
  }

  paper.addEventListener("change", (event) => {
    const field = event.target.closest("fieldset.question");
    if (!field) return;
    const item = Number(field.id.slice(1));
    last = Math.max(last + 1, Math.floor(serverNow()));
    const unsent = read();
    unsent[item] = { chosen: chosen(item), sequence: last };
    keep(unsent);
    count();
    send();
  });

  // What an earlier page of this paper could not send stands here again, and goes out now.
  const left = read();
  for (const item of Object.keys(left)) {
    for (const box of controls(item)) box.checked = left[item].chosen.includes(Number(box.value));
    last = Math.max(last, left[item].sequence);
  }
  count();
  send();
  window.addEventListener("online", () => retry(0));

  // Handing in waits for the answers; the form itself then says the same again.
  paper.addEventListener("submit", async (event) => {
    if (isOver) { event.preventDefault(); return; }
    if (!Object.keys(read()).length && navigator.onLine) return;
    event.preventDefault();
    const button = event.submitter;
    if (await send()) {
      if (button && button.name) {
        const hidden = document.createElement("input");
        Object.assign(hidden, { type: "hidden", name: button.name, value: button.value });
        paper.append(hidden);
      }
      paper.submit();
    } else if (!isOver) {
      say(texts.wait);
    }
  });

  const tick = () => {
    const seconds = Math.max(0, Math.ceil((ends - serverNow()) / 1000));
    const two = (number) => String(number).padStart(2, "0");
    const short = two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
    remaining.textContent = seconds >= 3600 ? Math.floor(seconds / 3600) + ":" + short : short;
    if (seconds === 0 && !isOver) {
      isOver = true;
      setTimeout(() => location.reload(), 1500);
    }
  };
  tick();
  setInterval(tick, 1000);
}
