/** The face beside the name: its mouth follows the latest answer. */
import { byId } from './nodes.js';

const CORNERS = 31;
const DEPTH = 9;
const STEPS = 24;
let shown = 0.5;

/** @param probability of a positive text */
export function mood(probability) {
  const from = shown;
  shown = probability;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    draw(probability);
    return;
  }
  let step = 0;
  const next = () => {
    step++;
    const eased = 1 - (1 - step / STEPS) ** 3;
    draw(from + (probability - from) * eased);
    if (step < STEPS && shown === probability) {
      requestAnimationFrame(next);
    }
  };
  requestAnimationFrame(next);
}

function draw(probability) {
  const bend = (probability - 0.5) * 2 * DEPTH;
  byId('mouth').setAttribute('d', `M14 ${CORNERS - bend / 3} Q24 ${CORNERS + bend} 34 ${CORNERS - bend / 3}`);
}
