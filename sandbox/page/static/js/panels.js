/** On a narrow screen the list of servers and people is a drawer. */

import { focusFirst } from "./dom.js";

export function mountPanels() {
  const house = document.getElementById("house");
  const scrim = document.getElementById("scrim");
  const opener = document.getElementById("open-house");

  function show(open) {
    house.classList.toggle("open", open);
    scrim.hidden = !open;
    document.getElementById("stage").inert = open;
    opener.setAttribute("aria-expanded", String(open));
  }

  function closeHouse({ refocus = false } = {}) {
    const wasOpen = house.classList.contains("open");
    show(false);
    if (wasOpen && refocus) opener.focus();
  }

  opener.addEventListener("click", () => {
    show(true);
    focusFirst(house, "[aria-current]");
  });
  scrim.addEventListener("click", () => closeHouse());
  document.getElementById("close-house").addEventListener("click", () => closeHouse({ refocus: true }));
  // On the document: a redrawn list can leave the focus on the body.
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeHouse({ refocus: true }));
  return { closeHouse };
}
