/** Says to a screen reader what only eyes would notice. */

const place = document.getElementById("announcer");

export function announce(sentence) {
  place.textContent = sentence;
}
