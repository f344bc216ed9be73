// Comfort for those who have scripts; nothing needs it.
"use strict";

// A choice in a filter takes effect at once.
for (const form of document.querySelectorAll("form.filter")) {
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) form.requestSubmit ? form.requestSubmit() : form.submit();
  });
}

// Esc closes the menus of the bar, and so does a click beside them.
const drops = () => document.querySelectorAll("details.drop[open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const drop of drops()) {
    drop.open = false;
    drop.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const drop of drops()) if (!drop.contains(event.target)) drop.open = false;
});

// Leaving a form with something typed asks first.
for (const form of document.querySelectorAll("form.form[method=post]")) {
  let isTyped = false;
  form.addEventListener("input", () => { isTyped = true; });
  form.addEventListener("submit", () => { isTyped = false; });
  window.addEventListener("beforeunload", (event) => {
    if (isTyped) event.preventDefault();
  });
}

// After a refused form the focus goes to the summary.
const errors = document.getElementById("errors");
if (errors) errors.focus();
