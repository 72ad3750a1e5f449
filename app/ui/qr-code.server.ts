import { generate } from "lean-qr";

/** What a phone's camera reads as the text: one path of black squares, each a unit wide, in a square of `size` units. */
export function drawQrCode(text: string) {
  const code = generate(text);
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return { size: code.size, path };
}
