/** Elements as plain values; text is always text, never markup. */
const SVG = 'http://www.w3.org/2000/svg';

export const byId = id => document.getElementById(id);

/** An HTML element: attributes (a function is a listener, null or false leaves one out), then children. */
export function node(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function shape(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** An icon of lines in a square of 20. */
export function icon(...paths) {
  return shape('svg', { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' }, ...paths.map(d => shape('path', { d })));
}

export const ICONS = {
  positive: ['M10 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6Z', 'M6.4 11.6q3.6 4.2 7.2 0', 'M7.2 7.4v.4M12.8 7.4v.4'],
  negative: ['M10 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6Z', 'M6.4 13.6q3.6-4.2 7.2 0', 'M7.2 7.4v.4M12.8 7.4v.4'],
  error: ['M10 2.6 18.2 17H1.8Z', 'M10 8v4M10 14.4v.1'],
  right: ['M7 9 10 2.8c1.4 0 2.1.9 1.9 2.2L11.4 8h4.3c1 0 1.7.9 1.4 1.8l-1.6 5.6c-.2.8-.9 1.3-1.7 1.3H7Z', 'M7 9H3.6v7.7H7'],
  wrong: ['M7 11l3 6.2c1.4 0 2.1-.9 1.9-2.2l-.5-3h4.3c1 0 1.7-.9 1.4-1.8l-1.6-5.6c-.2-.8-.9-1.3-1.7-1.3H7Z', 'M7 11H3.6V3.3H7'],
};

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (name.startsWith('--')) {
      element.style.setProperty(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}
