// Tells whether readers who see two colours only, or all three, can tell a list of colours apart.

// What is left of the linear light of red, green and blue: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, at full severity.
const readers = {
  "all colours": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const leastDifference = 10; // in CIELAB; about 2 can just be seen side by side

// colourFaults returns the pairs of colours, written as rgb(0, 114, 178), that look too much alike to some reader.
export function colourFaults(colours) {
  const found = [];
  for (const [reader, matrix] of Object.entries(readers)) {
    const seen = colours.map((colour) => lab(through(matrix, linear(colour))));
    seen.forEach((a, i) => seen.slice(i + 1).forEach((b, k) => {
      const difference = Math.hypot(...a.map((x, n) => x - b[n]));
      if (!(difference >= leastDifference)) found.push(`tints ${i + 1} and ${i + k + 2} differ by ${difference.toFixed(1)} in ${reader}`);
    }));
  }
  return found;
}

function linear(colour) {
  return colour.match(/\d+/g).slice(0, 3).map((part) => {
    const x = part / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  });
}

const through = (matrix, light) => matrix.map((line) => Math.min(1, Math.max(0, line.reduce((sum, x, n) => sum + x * light[n], 0))));

function lab(light) {
  const xyz = through([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], light);
  const [x, y, z] = xyz.map((v, n) => v / [0.9505, 1, 1.089][n]).map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
